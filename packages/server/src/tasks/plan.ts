import { boardLimits, EventType, mayEditActionLine, mayManageBoards, mayPublishActionLine, mayWrite, missingForPublication } from "@wijkbord/schema";
import type {
  ActInput,
  ActionLine,
  CreateActionLineInput,
  CreateThemeInput,
  FieldChange,
  UpdateActionLineInput,
  UpdateThemeInput,
} from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { invalid, notAllowed, notFound, ruleBroken, text } from "../activity/refusal.ts";
import { OrganisationTable } from "../coalitions/coalition.tables.ts";
import { ActionLineTable, ThemeTable } from "./board.tables.ts";
import { activeBoards } from "./boards.ts";
import { difference, expectOwnVersion } from "./taskChange.ts";

async function recordPlan(
  change: Change,
  type: EventType,
  target: { type: string; id: string },
  changes: FieldChange[],
  version: number | null = null,
): Promise<void> {
  change.record({ type, target, boardIds: await activeBoards(change), changes, version });
}

const themesOf = ({ em, coalition }: Change) => em.find(ThemeTable, { coalitionId: coalition.id }, { orderBy: { position: "asc", id: "asc" } });

/** Makes a theme, at the end. */
export async function createTheme(change: Change, input: CreateThemeInput): Promise<string> {
  const { em, actor, coalition } = change;
  if (!mayManageBoards(actor)) throw notAllowed("NOT_COORDINATOR");
  const themes = await themesOf(change);
  if (themes.length >= boardLimits.themes) throw invalid("coalitionId", "TOO_MANY", boardLimits.themes);
  const id = uuidv7();
  const theme = em.create(ThemeTable, {
    id,
    coalitionId: coalition.id,
    key: `theme-${id}`,
    nameNl: text("nameNl", input.nameNl, boardLimits.themeName),
    nameEn: text("nameEn", input.nameEn, boardLimits.themeName),
    position: (themes.at(-1)?.position ?? -1) + 1,
    version: 1,
  });
  await recordPlan(
    change,
    EventType.THEME_CHANGED,
    { type: "Theme", id },
    [difference("nameNl", null, theme.nameNl), difference("nameEn", null, theme.nameEn)],
    1,
  );
  return id;
}

/** Renames a theme or gives it another place. */
export async function updateTheme(change: Change, input: UpdateThemeInput): Promise<string> {
  const themes = await themesOf(change);
  const theme = themes.find(({ id }) => id === input.id);
  if (!theme) throw notFound("id");
  if (!mayManageBoards(change.actor)) throw notAllowed("NOT_COORDINATOR");
  const before = { nameNl: theme.nameNl, nameEn: theme.nameEn, position: themes.indexOf(theme) };
  expectOwnVersion(theme, input.expectedVersion, "THEME", before);
  if (typeof input.nameNl === "string") theme.nameNl = text("nameNl", input.nameNl, boardLimits.themeName);
  if (typeof input.nameEn === "string") theme.nameEn = text("nameEn", input.nameEn, boardLimits.themeName);
  const place = input.position ?? before.position;
  if (place < 0 || place >= themes.length) throw invalid("position", "BAD_PLACE", themes.length - 1);
  themes.splice(before.position, 1);
  themes.splice(place, 0, theme);
  themes.forEach((each, index) => (each.position = index));
  const after = { nameNl: theme.nameNl, nameEn: theme.nameEn, position: place };
  const changes = (["nameNl", "nameEn", "position"] as const).flatMap((field) =>
    before[field] === after[field] ? [] : [difference(field, before[field], after[field])],
  );
  if (changes.length === 0) return theme.id;
  theme.version += 1;
  await recordPlan(change, EventType.THEME_CHANGED, { type: "Theme", id: theme.id }, changes, theme.version);
  return theme.id;
}

type Written = Omit<UpdateActionLineInput, "id" | "expectedVersion" | "clientMutationId">;
const lineFields = ["title", "whatWeDo", "soThat", "expectedImpact", "themeId", "connectedThemeIds", "leadOrganisationId"] as const;
type Line = Pick<ActionLine, (typeof lineFields)[number]>;

/** The action line that the input asks for, checked against the coalition. */
async function written(change: Change, base: Line, input: Written): Promise<Line> {
  const { em, coalition } = change;
  const words = (field: "whatWeDo" | "soThat" | "expectedImpact") => text(field, input[field] ?? base[field], boardLimits.actionLineText, 0);
  const themeIds = new Set((await themesOf(change)).map(({ id }) => id));
  const themeId = input.themeId ?? base.themeId;
  const connectedThemeIds = [...new Set(input.connectedThemeIds ?? base.connectedThemeIds)];
  if (!themeIds.has(themeId)) throw notFound("themeId");
  if (connectedThemeIds.some((id) => !themeIds.has(id))) throw notFound("connectedThemeIds");
  if (connectedThemeIds.includes(themeId)) throw ruleBroken("INV-14", [{ code: "OWN_THEME_CONNECTED", objectId: themeId }]);
  const leadOrganisationId = input.leadOrganisationId ?? base.leadOrganisationId;
  if (!(await em.count(OrganisationTable, { id: leadOrganisationId, coalitionId: coalition.id, leftOn: null }))) throw notFound("leadOrganisationId");
  const title = text("title", input.title ?? base.title, boardLimits.actionLineTitle);
  return {
    title,
    whatWeDo: words("whatWeDo"),
    soThat: words("soThat"),
    expectedImpact: words("expectedImpact"),
    themeId,
    connectedThemeIds,
    leadOrganisationId,
  };
}

function checkPublishable(line: Line): void {
  const missing = missingForPublication(line);
  if (missing.length > 0)
    throw ruleBroken(
      "INV-14",
      missing.map((code) => ({ code, objectId: null })),
    );
}

const differences = (before: Partial<Line>, after: Line): FieldChange[] =>
  lineFields.flatMap((field) =>
    JSON.stringify(before[field]) === JSON.stringify(after[field]) ? [] : [difference(field, before[field] ?? null, after[field])],
  );
const target = (id: string) => ({ type: "ActionLine", id });

/** Makes an action line, as a draft. */
export async function createActionLine(change: Change, input: CreateActionLineInput): Promise<string> {
  const { em, actor, coalition } = change;
  if (!mayWrite(actor)) throw notAllowed("OBSERVER");
  const empty = {
    title: "",
    whatWeDo: "",
    soThat: "",
    expectedImpact: "",
    themeId: input.themeId,
    connectedThemeIds: [],
    leadOrganisationId: actor.organisationId,
  };
  const line = await written(change, empty, input);
  const { id } = em.create(ActionLineTable, {
    id: uuidv7(),
    coalitionId: coalition.id,
    ...line,
    draft: true,
    createdByMembershipId: actor.membershipId,
    version: 1,
  });
  await recordPlan(change, EventType.ACTION_LINE_CHANGED, target(id), differences({}, line), 1);
  return id;
}

async function loadLine(change: Change, input: { id: string; expectedVersion: number }): Promise<ActionLine> {
  const line = await change.em.findOne(ActionLineTable, { id: input.id, coalitionId: change.coalition.id });
  if (!line) throw notFound("id");
  expectOwnVersion(line, input.expectedVersion, "ACTION_LINE", Object.fromEntries(lineFields.map((field) => [field, line[field]])));
  return line;
}

/** Changes an action line; a published one keeps what it needs. */
export async function updateActionLine(change: Change, input: UpdateActionLineInput): Promise<string> {
  const line = await loadLine(change, input);
  const { draft, createdByMembershipId } = line;
  if (!mayEditActionLine(change.actor, { draft: draft === true, createdByMembershipId: createdByMembershipId ?? null })) throw notAllowed("NOT_INVOLVED");
  const wanted = await written(change, line, input);
  if (!draft) checkPublishable(wanted);
  const changes = differences(line, wanted);
  if (changes.length === 0) return line.id;
  Object.assign(line, wanted);
  line.version += 1;
  await recordPlan(change, EventType.ACTION_LINE_CHANGED, target(line.id), changes, line.version);
  return line.id;
}

/** Makes an action line part of the plan (INV-14). */
export async function publishActionLine(change: Change, input: ActInput): Promise<string> {
  const line = await loadLine(change, input);
  if (!mayPublishActionLine(change.actor)) throw notAllowed("NOT_COORDINATOR");
  if (!line.draft) return line.id;
  checkPublishable(line);
  line.draft = false;
  line.version += 1;
  await recordPlan(change, EventType.ACTION_LINE_CHANGED, target(line.id), [difference("draft", true, false)], line.version);
  return line.id;
}
