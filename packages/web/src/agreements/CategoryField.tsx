import { AgreementCategory } from "@wijkbord/schema";
import { useWords } from "../language/words.ts";
import { Field } from "../ui/Field.tsx";
import { agreementWords } from "./words.ts";
import { writingWords } from "./writingWords.ts";

/** What an agreement is about; chosen once. */
export function CategoryField({ value, onChange }: { readonly value: AgreementCategory; readonly onChange: (category: AgreementCategory) => void }) {
  const t = useWords(writingWords);
  const w = useWords(agreementWords);
  const all = Object.values(AgreementCategory);
  return (
    <Field label={t("category")} hint={t("categoryHint")}>
      <select value={value} onChange={(event) => onChange(all.find((each) => each === event.target.value) ?? AgreementCategory.OTHER)}>
        {all.map((each) => (
          <option key={each} value={each}>
            {w(each)}
          </option>
        ))}
      </select>
    </Field>
  );
}
