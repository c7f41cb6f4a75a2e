import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import type { Version } from "./useAgreement.ts";
import { writingWords } from "./writingWords.ts";

/** What somebody else saved meanwhile, and the choice between the two texts. */
export function OtherText({ version, onKeep, onTake }: { readonly version: Version; readonly onKeep: () => void; readonly onTake: () => void }) {
  const t = useWords(writingWords);
  return (
    <div className="other-version">
      <p>{t("otherText")}</p>
      <blockquote lang="nl">
        {version.title}
        {"\n\n"}
        {version.summary}
      </blockquote>
      <footer>
        <Button small onClick={onKeep}>
          {t("keepMine")}
        </Button>
        <Button small onClick={onTake}>
          {t("takeOther")}
        </Button>
      </footer>
    </div>
  );
}
