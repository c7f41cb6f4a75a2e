import type { AgreementVersion, Coalition, ProcessAgreement } from "@wijkbord/schema/types";
import { dayIn, type Viewer } from "@wijkbord/schema";
import { type HubContext, notFoundError } from "../graphql/context.ts";
import { AgreementTable } from "./agreement.tables.ts";

/** The rights with which an agreement is read. */
export const viewerOf = ({ reader }: HubContext, { coalitionId }: { coalitionId: string }): Viewer => reader(coalitionId);

/** The coalition of a row. */
export async function coalitionFor({ loaders }: HubContext, { coalitionId }: { coalitionId: string }): Promise<Coalition> {
  const coalition = await loaders.coalition.load(coalitionId);
  if (!coalition) throw notFoundError();
  return coalition;
}

/** The calendar day in the coalition of a row. */
export async function todayFor(context: HubContext, row: { coalitionId: string }): Promise<string> {
  return dayIn(context.services.clock.now(), (await coalitionFor(context, row)).timeZone);
}

/** The agreement of a version. */
export const agreementOf = ({ services }: HubContext, { agreementId }: AgreementVersion): Promise<ProcessAgreement> =>
  services.database.read().findOneOrFail(AgreementTable, { id: agreementId });
