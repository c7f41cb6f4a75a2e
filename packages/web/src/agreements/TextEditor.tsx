import { agreementLimits } from "@wijkbord/schema";
import { useDeferredValue } from "react";
import { useWords } from "../language/words.ts";
import { Field } from "../ui/Field.tsx";
import { ArticlesPreview } from "./ArticlesPreview.tsx";
import { PrivacyWarning } from "./PrivacyWarning.tsx";
import { writingWords } from "./writingWords.ts";

/** The text of a new proposal in Markdown, and beside it the articles that it makes. */
export function TextEditor({ text, onChange }: { readonly text: string; readonly onChange: (text: string) => void }) {
  const t = useWords(writingWords);
  const shown = useDeferredValue(text);
  return (
    <div className="text-editor">
      <div>
        <Field label={t("text")} hint={t("textHint")}>
          <textarea lang="nl" rows={16} maxLength={agreementLimits.text} value={text} onChange={(event) => onChange(event.target.value)} />
        </Field>
        <PrivacyWarning text={shown} />
      </div>
      <ArticlesPreview text={shown} />
    </div>
  );
}
