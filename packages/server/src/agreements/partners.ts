import { AccessRole, agreementLimits, dayIn } from "@wijkbord/schema";
import type { LoggedWork } from "../activity/change.ts";
import { invalid, notFound, ruleBroken } from "../activity/refusal.ts";
import { MembershipTable, OrganisationTable } from "../coalitions/coalition.tables.ts";
import { AreaTable } from "../areas/area.tables.ts";
import { ThemeTable } from "../tasks/board.tables.ts";

const unique = (ids: readonly string[]) => [...new Set(ids)];

/** Organisations that still take part in the coalition, of these. */
export async function stillPartners({ em, coalition, now }: LoggedWork, ids: readonly string[]): Promise<string[]> {
  const today = dayIn(now, coalition.timeZone);
  const rows = await em.find(OrganisationTable, { id: { $in: [...ids] }, coalitionId: coalition.id });
  const present = new Set(rows.filter(({ leftOn }) => leftOn === null || leftOn > today).map(({ id }) => id));
  return ids.filter((id) => present.has(id));
}

/** Signatories: partners that take part, no departments (D16), no organisations of observers; at least two. */
export async function signatories(work: LoggedWork, field: string, wanted: readonly string[]): Promise<string[]> {
  const { em, coalition } = work;
  const ids = unique(wanted);
  if (ids.length < 2) throw invalid(field, "TOO_FEW", 2);
  if (ids.length > agreementLimits.signatories) throw invalid(field, "TOO_MANY", agreementLimits.signatories);
  const rows = await em.find(OrganisationTable, { id: { $in: ids }, coalitionId: coalition.id });
  if (rows.length < ids.length) throw notFound(field);
  const present = new Set(await stillPartners(work, ids));
  const members = await em.find(MembershipTable, { coalitionId: coalition.id, organisationId: { $in: ids } });
  const observers = (id: string) => {
    const own = members.filter(({ organisationId }) => organisationId === id);
    return own.length > 0 && own.every(({ accessRole }) => accessRole === AccessRole.OBSERVER);
  };
  const wrong = rows.filter(({ id, parentId }) => parentId !== null || !present.has(id) || observers(id));
  if (wrong.length > 0)
    throw ruleBroken(
      "D16",
      wrong.map(({ id }) => ({ code: "NOT_A_PARTNER", objectId: id })),
    );
  return ids;
}

/** Codes of areas that exist. */
export async function knownAreas({ em }: LoggedWork, codes: readonly string[]): Promise<string[]> {
  const wanted = unique(codes);
  if (wanted.length > agreementLimits.areas) throw invalid("areaCodes", "TOO_MANY", agreementLimits.areas);
  if (wanted.length > 0 && (await em.count(AreaTable, { code: { $in: wanted } })) < wanted.length) throw notFound("areaCodes");
  return wanted;
}

/** Themes of the coalition. */
export async function knownThemes({ em, coalition }: LoggedWork, ids: readonly string[]): Promise<string[]> {
  const wanted = unique(ids);
  if (wanted.length > agreementLimits.themes) throw invalid("themeIds", "TOO_MANY", agreementLimits.themes);
  if (wanted.length > 0 && (await em.count(ThemeTable, { id: { $in: wanted }, coalitionId: coalition.id })) < wanted.length) throw notFound("themeIds");
  return wanted;
}
