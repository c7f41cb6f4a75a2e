import { useWords } from "../language/words.ts";
import { Card } from "./Card.tsx";
import type { Version } from "./useAgreement.ts";
import { useMoments } from "./useMoments.ts";
import { agreementWords } from "./words.ts";

/** What an agreement about data or home visits says besides its text. */
export function Terms({ version }: { readonly version: Version }) {
  const t = useWords(agreementWords);
  const { day } = useMoments();
  const { dataSharing: terms } = version;
  if (!terms) return null;
  const rows = [
    [t("purpose"), terms.purpose],
    [t("legalBasis"), terms.legalBasis],
    [t("dataCategories"), terms.dataCategories.join(" · ")],
    [t("recipients"), terms.recipients.join(" · ")],
    [t("retention"), terms.retentionDays === null ? "" : t("daysN", { count: terms.retentionDays })],
    [t("controllers"), terms.controllers.join(" · ")],
    [t("dpia"), terms.dpiaReference],
    [t("dpoAdvice"), terms.dpoAdviceOn ? day(terms.dpoAdviceOn) : ""],
  ] as const;
  return (
    <Card title={t("terms")} className="terms">
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd lang="nl">{value || t("notFilled")}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
