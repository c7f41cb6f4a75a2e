import { type AgreementCategory, isAboutData } from "./agreement.ts";

/** INV-09: what an agreement about data or home visits says. */
export interface DataSharingFields {
  purpose: string;
  legalBasis: string;
  dataCategories: string[];
  recipients: string[];
  retentionDays: number | null;
  controllers: string[];
  dpiaReference: string;
  dpoAdviceOn: string | null;
}

/** Names of the fields that INV-09 asks for and that are still empty; none in other categories. */
export function missingDataFields(category: AgreementCategory, data: DataSharingFields | null): string[] {
  if (!isAboutData(category)) return [];
  const empty: Record<keyof DataSharingFields, boolean> = {
    purpose: !data?.purpose,
    legalBasis: !data?.legalBasis,
    dataCategories: !data?.dataCategories.length,
    recipients: !data?.recipients.length,
    retentionDays: !data?.retentionDays,
    controllers: !data?.controllers.length,
    dpiaReference: !data?.dpiaReference,
    dpoAdviceOn: !data?.dpoAdviceOn,
  };
  return Object.entries(empty).flatMap(([field, missing]) => (missing ? [field] : []));
}
