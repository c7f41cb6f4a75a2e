import { agreementLimits } from "@wijkbord/schema";
import { useWords } from "../language/words.ts";
import { Field } from "../ui/Field.tsx";
import { writingWords } from "./writingWords.ts";

/** What it says in plain words, with how much room is left. */
export function SummaryField({ value, onChange }: { readonly value: string; readonly onChange: (summary: string) => void }) {
  const t = useWords(writingWords);
  return (
    <Field label={t("summary")} hint={t("summaryHint", { left: agreementLimits.summary - [...value].length })}>
      <textarea required lang="nl" rows={3} maxLength={agreementLimits.summary} value={value} onChange={(event) => onChange(event.target.value)} />
    </Field>
  );
}
