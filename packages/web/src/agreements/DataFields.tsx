import { agreementLimits } from "@wijkbord/schema";
import { useWords } from "../language/words.ts";
import { Field } from "../ui/Field.tsx";
import type { Version } from "./useAgreement.ts";
import { agreementWords } from "./words.ts";
import { writingWords } from "./writingWords.ts";

/** The terms as they are typed: lists have one item per line. */
export type DataDraft = Readonly<
  Record<"purpose" | "legalBasis" | "dataCategories" | "recipients" | "retentionDays" | "controllers" | "dpiaReference" | "dpoAdviceOn", string>
>;

export const dataDraftOf = (terms: Version["dataSharing"]): DataDraft => ({
  purpose: terms?.purpose ?? "",
  legalBasis: terms?.legalBasis ?? "",
  dataCategories: terms?.dataCategories.join("\n") ?? "",
  recipients: terms?.recipients.join("\n") ?? "",
  retentionDays: String(terms?.retentionDays ?? ""),
  controllers: terms?.controllers.join("\n") ?? "",
  dpiaReference: terms?.dpiaReference ?? "",
  dpoAdviceOn: terms?.dpoAdviceOn ?? "",
});

const lines = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
export const dataInputOf = ({ purpose, legalBasis, dataCategories, recipients, retentionDays, controllers, dpiaReference, dpoAdviceOn }: DataDraft) => ({
  purpose,
  legalBasis,
  dataCategories: lines(dataCategories),
  recipients: lines(recipients),
  retentionDays: retentionDays === "" ? null : Number(retentionDays),
  controllers: lines(controllers),
  dpiaReference,
  dpoAdviceOn: dpoAdviceOn || null,
});

/** What an agreement about data or home visits says before its round can open. */
export function DataFields({ data, onChange }: { readonly data: DataDraft; readonly onChange: (data: DataDraft) => void }) {
  const t = useWords(writingWords);
  const w = useWords(agreementWords);
  const bind = (key: keyof DataDraft) => ({
    value: data[key],
    onChange: (event: { target: { value: string } }) => onChange({ ...data, [key]: event.target.value }),
  });
  return (
    <fieldset className="data-fields">
      <legend>{w("terms")}</legend>
      <p className="quiet">{t("dataHint")}</p>
      <Field label={w("purpose")}>
        <textarea rows={2} maxLength={agreementLimits.dataField} {...bind("purpose")} />
      </Field>
      <Field label={w("legalBasis")}>
        <textarea rows={2} maxLength={agreementLimits.dataField} {...bind("legalBasis")} />
      </Field>
      <Field label={w("dataCategories")} hint={t("onePerLine")}>
        <textarea rows={3} {...bind("dataCategories")} />
      </Field>
      <Field label={w("recipients")} hint={t("onePerLine")}>
        <textarea rows={2} {...bind("recipients")} />
      </Field>
      <Field label={w("controllers")} hint={t("onePerLine")}>
        <textarea rows={2} {...bind("controllers")} />
      </Field>
      <div className="field-row">
        <Field label={t("retentionDays")}>
          <input type="number" min={1} max={agreementLimits.retentionDays} {...bind("retentionDays")} />
        </Field>
        <Field label={w("dpia")}>
          <input maxLength={agreementLimits.linkTitle} {...bind("dpiaReference")} />
        </Field>
        <Field label={w("dpoAdvice")}>
          <input type="date" {...bind("dpoAdviceOn")} />
        </Field>
      </div>
    </fieldset>
  );
}
