import { useWords } from "./language/words.ts";
import { Button } from "./ui/Button.tsx";
import { uiWords } from "./ui/words.ts";
import "./accounts/StartPage.css";

/** What is shown when the page itself broke. */
export function CrashPage() {
  const t = useWords(uiWords);
  return (
    <main className="start" role="alert">
      <h1>{t("crashed")}</h1>
      <p className="start-lead">{t("crashedHint")}</p>
      <Button look="primary" onClick={() => window.location.reload()}>
        {t("reload")}
      </Button>
    </main>
  );
}
