import { addDays, agreementLimits, AgreementState, mayReadAgreement, type Viewer } from "@wijkbord/schema";
import { AgreementConnection, AgreementEdge, type AgreementFilter, PageInfo, type ProcessAgreement } from "@wijkbord/schema/types";
import type { EntityManager } from "../database/database.ts";
import { AgreementTable } from "./agreement.tables.ts";
import { AgreementRoleTable, AgreementTaskTable } from "./mandate.tables.ts";
import { waitingIds } from "./parties.ts";

type Holds = (agreement: ProcessAgreement) => boolean;

async function conditions(em: EntityManager, viewer: Viewer, all: readonly ProcessAgreement[], filter: AgreementFilter, today: string): Promise<Holds[]> {
  const holds: Holds[] = [];
  const { states, category, areaCode, themeId, ownerOrganisationId, signatoryId, taskId, roleId, waitsOnMyOrganisation, reviewSoon, search } = filter;
  if (states) holds.push(({ state }) => states.includes(state));
  if (category) holds.push((agreement) => agreement.category === category);
  if (areaCode) holds.push(({ areaCodes }) => areaCodes.length === 0 || areaCodes.includes(areaCode));
  if (themeId) holds.push(({ themeIds }) => themeIds.includes(themeId));
  if (ownerOrganisationId) holds.push((agreement) => agreement.ownerOrganisationId === ownerOrganisationId);
  if (signatoryId) holds.push(({ signatoryIds }) => signatoryIds.includes(signatoryId));
  if (search) holds.push(({ title }) => title.toLocaleLowerCase("nl").includes(search.toLocaleLowerCase("nl")));
  if (taskId) {
    const linked = new Set((await em.find(AgreementTaskTable, { coalitionId: viewer.coalitionId, taskId })).map(({ agreementId }) => agreementId));
    holds.push(({ id }) => linked.has(id));
  }
  if (roleId) {
    const linked = new Set((await em.find(AgreementRoleTable, { coalitionId: viewer.coalitionId, roleId })).map(({ agreementId }) => agreementId));
    holds.push(({ id }) => linked.has(id));
  }
  if (waitsOnMyOrganisation !== undefined && waitsOnMyOrganisation !== null) {
    const waiting = await waitingIds(em, viewer, all, today);
    holds.push(({ id }) => waiting.has(id) === waitsOnMyOrganisation);
  }
  if (reviewSoon !== undefined && reviewSoon !== null) {
    const until = addDays(today, agreementLimits.reviewReminderDays);
    holds.push(({ state, reviewOn }) => (state !== AgreementState.ENDED && reviewOn !== null && reviewOn <= until) === reviewSoon);
  }
  return holds;
}

/** Agreements of a coalition that the viewer may read, by number. A register is small: it is filtered as a whole. */
export async function registerOf(em: EntityManager, viewer: Viewer, filter: AgreementFilter, today: string): Promise<ProcessAgreement[]> {
  const rows = await em.find(AgreementTable, { coalitionId: viewer.coalitionId }, { orderBy: { number: "asc" } });
  const readable = rows.filter(({ state, inForceSince }) => mayReadAgreement(viewer, state, inForceSince !== null));
  const holds = await conditions(em, viewer, readable, filter, today);
  return readable.filter((agreement) => holds.every((condition) => condition(agreement)));
}

const prefix = "agreement:";
const cursorOf = (number: number) => Buffer.from(`${prefix}${number}`).toString("base64url");
/** The number after which a page starts; null when the cursor is none of ours. */
export function numberAfter(after: string | null | undefined): number | null {
  if (!after) return 0;
  const found = /^agreement:(\d{1,9})$/.exec(Buffer.from(after, "base64url").toString("utf8"))?.[1];
  return found === undefined ? null : Number(found);
}

/** One page of a list. */
export function pageOf(agreements: readonly ProcessAgreement[], first: number, after: number, asOfSequence: number): AgreementConnection {
  const rest = agreements.filter(({ number }) => number > after);
  const edges = rest.slice(0, first).map((node) => Object.assign(new AgreementEdge(), { node, cursor: cursorOf(node.number) }));
  const pageInfo = Object.assign(new PageInfo(), { hasNextPage: rest.length > first, endCursor: edges.at(-1)?.cursor ?? null });
  return Object.assign(new AgreementConnection(), { edges, nodes: edges.map(({ node }) => node), pageInfo, totalCount: agreements.length, asOfSequence });
}
