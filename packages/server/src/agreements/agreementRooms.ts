import { VersionState } from "@wijkbord/schema";
import { CoalitionTable } from "../coalitions/coalition.tables.ts";
import type { EntityManager } from "../database/database.ts";
import { AgreementTable, AgreementVersionTable } from "./agreement.tables.ts";

/** Of these agreements, those whose coalition shows who has them open, each with whether only organisations are shown: a round is open (D11). */
export async function agreementRooms(em: EntityManager, ids: readonly string[]): Promise<Map<string, { readonly nameless: boolean }>> {
  const agreements = await em.find(AgreementTable, { id: { $in: [...ids] } }, { fields: ["id", "coalitionId"] });
  const where = { id: { $in: agreements.map(({ coalitionId }) => coalitionId) }, agreementPresence: true };
  const coalitions = new Set((await em.find(CoalitionTable, where, { fields: ["id"] })).map(({ id }) => id));
  const shown = agreements.filter(({ coalitionId }) => coalitions.has(coalitionId)).map(({ id }) => id);
  const rounds = await em.find(AgreementVersionTable, { agreementId: { $in: shown }, state: VersionState.CONSENT_ROUND }, { fields: ["agreementId"] });
  const open = new Set(rounds.map(({ agreementId }) => agreementId));
  return new Map(shown.map((id) => [id, { nameless: open.has(id) }]));
}
