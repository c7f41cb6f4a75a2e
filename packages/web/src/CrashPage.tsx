import { useState } from "react";
import "./accounts/StartPage.css";
import { usePath } from "./language/language.ts";
import { useWords } from "./language/words.ts";
import { Button } from "./ui/Button.tsx";
import { Field } from "./ui/Field.tsx";
import { typedTexts } from "./ui/typedText.ts";
import { uiWords } from "./ui/words.ts";

/** What is shown when the page itself broke: what was being typed, and two ways out. */
export function CrashPage() {
  const t = useWords(uiWords);
  const path = usePath();
  const [texts] = useState(typedTexts);
  return (
    <main className="start">
      <div role="alert">
        <h1>{t("crashed")}</h1>
        <p className="start-lead">{t("crashedHint")}</p>
      </div>
      {texts.length > 0 && (
        <section className="crash-texts" aria-label={t("crashedTyped")}>
          <h2>{t("crashedTyped")}</h2>
          {texts.map(({ label, text }, index) => (
            <Field key={index} label={label || t("crashedText")}>
              <textarea readOnly value={text} onFocus={(event) => event.target.select()} />
            </Field>
          ))}
        </section>
      )}
      <p className="crash-acts">
        <Button look="primary" onClick={() => window.location.reload()}>
          {t("reload")}
        </Button>
        <a className="button" href={path("/")}>
          {t("toStart")}
        </a>
      </p>
    </main>
  );
}
