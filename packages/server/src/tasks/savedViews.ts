import { EventType, mayChangeView, mayMakeDefault, maySeeView, mayShareView, SavedViewGroup, savedViewLimits, TaskOrder } from "@wijkbord/schema";
import type { CreateSavedViewInput, FieldChange, RemoveSavedViewInput, SavedView, UpdateSavedViewInput, ViewContentInput } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { conflict, invalid, notAllowed, notFound, ruleBroken, text } from "../activity/refusal.ts";
import { OrganisationTable } from "../coalitions/coalition.tables.ts";
import { BoardTable, ThemeTable } from "./board.tables.ts";
import { SavedViewTable } from "./savedView.tables.ts";
import { LabelTable } from "./task.tables.ts";
import { difference } from "./taskChange.ts";

/** Records a change of a shared view; a private one is nobody else's. Name and words stay out of the log, so that throwing a view away takes them along (D5). */
function recordView(change: Change, view: SavedView, changes: FieldChange[]): void {
  if (!view.shared) return;
  change.record({ type: EventType.VIEW_CHANGED, target: { type: "SavedView", id: view.id }, boardIds: [view.boardId], version: view.version, changes });
}

/** What the input asks for; everything it names is of this coalition. */
async function contentOf({ em, coalition }: Change, { layout, rows, filter, orderBy, descending }: ViewContentInput) {
  const { themeId = null, organisationId = null, labelId = null } = filter;
  const own = (id: string) => ({ id, coalitionId: coalition.id });
  if (themeId && !(await em.count(ThemeTable, own(themeId)))) throw notFound("themeId");
  if (organisationId && !(await em.count(OrganisationTable, own(organisationId)))) throw notFound("organisationId");
  if (labelId && !(await em.count(LabelTable, own(labelId)))) throw notFound("labelId");
  return {
    layout,
    rows: rows ?? null,
    filter: {
      text: text("text", filter.text ?? "", savedViewLimits.text, 0),
      mine: filter.mine ?? false,
      withoutLead: filter.withoutLead ?? false,
      themeId,
      organisationId,
      labelId,
      due: filter.due ?? null,
    },
    orderBy: orderBy ?? TaskOrder.NUMBER,
    descending: descending ?? false,
  };
}

async function checkRoom({ em, actor, coalition }: Change, boardId: string, shared: boolean): Promise<void> {
  const scope = shared ? { shared } : { shared, ownerMembershipId: actor.membershipId };
  const limit = shared ? savedViewLimits.sharedViews : savedViewLimits.ownViews;
  if ((await em.count(SavedViewTable, { coalitionId: coalition.id, boardId, ...scope })) >= limit) throw invalid("boardId", "TOO_MANY", limit);
}

/** Keeps a view of a board under a name. */
export async function createSavedView(change: Change, input: CreateSavedViewInput): Promise<string> {
  const { em, actor, coalition } = change;
  if (!(await em.count(BoardTable, { id: input.boardId, coalitionId: coalition.id }))) throw notFound("boardId");
  if (input.shared && !mayShareView(actor)) throw notAllowed("OBSERVER");
  await checkRoom(change, input.boardId, input.shared);
  const view = em.create(SavedViewTable, {
    id: uuidv7(),
    coalitionId: coalition.id,
    boardId: input.boardId,
    name: text("name", input.name, savedViewLimits.name),
    shared: input.shared,
    isDefault: false,
    ownerMembershipId: actor.membershipId,
    organisationId: actor.organisationId,
    ...(await contentOf(change, input.content)),
    version: 1,
    groupVersions: {},
  });
  recordView(change, view, [difference("present", false, true)]);
  return view.id;
}

async function loadView({ em, actor, coalition }: Change, id: string): Promise<SavedView> {
  const view = await em.findOne(SavedViewTable, { id, coalitionId: coalition.id });
  if (!view || !maySeeView(actor, view)) throw notFound("id");
  return view;
}

function refuseIfChanged(view: SavedView, expected: number, groups: readonly SavedViewGroup[]): void {
  const changed = groups.filter((group) => (view.groupVersions[group] ?? 1) > expected);
  if (changed.length === 0) return;
  const { name, layout, rows, filter, orderBy, descending } = view;
  throw conflict(view.version, changed, { name, layout, rows, filter, orderBy, descending });
}

/** A board opens with one view for everybody, and with one of one's own. */
async function setDefault({ em, coalition }: Change, view: SavedView, isDefault: boolean): Promise<void> {
  const scope = view.shared ? {} : { ownerMembershipId: view.ownerMembershipId };
  const others = await em.find(SavedViewTable, { coalitionId: coalition.id, boardId: view.boardId, shared: view.shared, isDefault: true, ...scope });
  if (isDefault) for (const other of others) other.isDefault = false;
  view.isDefault = isDefault;
}

async function share(change: Change, view: SavedView): Promise<void> {
  if (view.ownerMembershipId !== change.actor.membershipId || !mayShareView(change.actor)) throw notAllowed("OBSERVER");
  await checkRoom(change, view.boardId, true);
  view.shared = true;
  view.isDefault = false;
}

/** Renames a view, changes what it shows, shares it, or opens the board with it. */
export async function updateSavedView(change: Change, input: UpdateSavedViewInput): Promise<string> {
  const view = await loadView(change, input.id);
  const { name, content, shared, isDefault } = input;
  const renames = typeof name === "string" && text("name", name, savedViewLimits.name) !== view.name;
  const asks = renames || Boolean(content) || typeof shared === "boolean";
  if (asks && !mayChangeView(change.actor, view)) throw notAllowed("NOT_YOUR_VIEW");
  if (shared === false && view.shared) throw ruleBroken("D4", [{ code: "OTHERS_COULD_READ", objectId: view.id }]);
  const wanted = content ? await contentOf(change, content) : null;
  const groups = [...(renames ? [SavedViewGroup.NAME] : []), ...(wanted ? [SavedViewGroup.CONTENT] : [])];
  refuseIfChanged(view, input.expectedVersion, groups);
  const changes = groups.map((group) => difference(group.toLowerCase(), null, null));
  if (renames) view.name = text("name", name, savedViewLimits.name);
  if (wanted) Object.assign(view, wanted);
  if (shared && !view.shared) {
    await share(change, view);
    changes.push(difference("present", false, true));
  }
  if (typeof isDefault === "boolean" && isDefault !== view.isDefault) {
    if (!mayMakeDefault(change.actor, view)) throw notAllowed("NOT_COORDINATOR");
    await setDefault(change, view, isDefault);
    changes.push(difference("isDefault", !isDefault, isDefault));
  }
  if (changes.length === 0) return view.id;
  view.version += 1;
  view.groupVersions = { ...view.groupVersions, ...Object.fromEntries(groups.map((group) => [group, view.version])) };
  recordView(change, view, changes);
  return view.id;
}

/** Throws a view away; an address that names it shows the whole board and says so. */
export async function removeSavedView(change: Change, input: RemoveSavedViewInput): Promise<string> {
  const view = await loadView(change, input.id);
  if (!mayChangeView(change.actor, view)) throw notAllowed("NOT_YOUR_VIEW");
  refuseIfChanged(view, input.expectedVersion, Object.values(SavedViewGroup));
  view.version += 1;
  recordView(change, view, [difference("present", true, false)]);
  change.em.remove(view);
  return view.id;
}
