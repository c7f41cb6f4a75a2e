import { AccessRole, type Viewer } from "../coalitions/coalition.ts";
import { mayManageBoards, mayRedact, mayWrite } from "./rights.ts";

/** How a board is laid out. */
export enum BoardLayout {
  BOARD = "BOARD",
  PARTNER = "PARTNER",
  LIST = "LIST",
}
/** Days that tasks can be narrowed to. */
export enum ViewDue {
  LATE = "LATE",
  THIS_WEEK = "THIS_WEEK",
}
/** What the list is put in order by. */
export enum TaskOrder {
  NUMBER = "NUMBER",
  TITLE = "TITLE",
  STATE = "STATE",
  LEAD = "LEAD",
  DOES = "DOES",
  DUE = "DUE",
  THEME = "THEME",
  TO_ARRANGE = "TO_ARRANGE",
}
/** Parts of a saved view that change together; two changes conflict only within one part. */
export enum SavedViewGroup {
  NAME = "NAME",
  CONTENT = "CONTENT",
}

/** Limits in characters, or in items where the name is a plural. */
export const savedViewLimits = { name: 60, text: 100, ownViews: 50, sharedViews: 50 } as const;

/** Who made a view, and whether others see it. */
export interface SavedViewFacts {
  readonly shared: boolean;
  readonly ownerMembershipId: string;
  readonly organisationId: string;
}

/** A private view is its owner's alone; a shared one is everybody's of the coalition. */
export const maySeeView = (viewer: Viewer, view: SavedViewFacts): boolean => view.shared || view.ownerMembershipId === viewer.membershipId;
/** Observers keep private views; sharing changes what others see. */
export const mayShareView = mayWrite;

/** Shared views: the maker, coordinators of its organisation, PRIVACY, and the coordinator of the coalition. */
export function mayChangeView(viewer: Viewer, view: SavedViewFacts): boolean {
  if (!view.shared) return view.ownerMembershipId === viewer.membershipId;
  if (viewer.accessRole === AccessRole.OBSERVER) return false;
  return mayManageBoards(viewer) || mayRedact(viewer, { authorId: view.ownerMembershipId, organisationId: view.organisationId });
}
/** What a board opens with: for oneself by oneself, for everybody by the coordinator. */
export const mayMakeDefault = (viewer: Viewer, view: SavedViewFacts): boolean =>
  view.shared ? mayManageBoards(viewer) : view.ownerMembershipId === viewer.membershipId;
