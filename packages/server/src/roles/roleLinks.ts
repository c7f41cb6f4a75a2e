import { EventType, mayLinkRole, RoleState } from "@wijkbord/schema";
import type { AddRoleLinkInput, RemoveRoleLinkInput } from "@wijkbord/schema/types";
import type { Change } from "../activity/change.ts";
import { newLink, withoutLink } from "../activity/links.ts";
import { notAllowed, ruleBroken } from "../activity/refusal.ts";
import { difference, type LoadedRole, loadRole, recordRole, todayIn } from "./roleWork.ts";

async function loadToLink(change: Change, roleId: string): Promise<LoadedRole> {
  const loaded = await loadRole(change, roleId, "roleId");
  if (!mayLinkRole(change.actor, loaded.role, loaded.seats, todayIn(change))) throw notAllowed("NOT_YOUR_ROLE");
  if (loaded.role.state === RoleState.RETIRED) throw ruleBroken("C7.3", [{ code: "ROLE_RETIRED", objectId: loaded.role.id }]);
  return loaded;
}

/** Adds a link to something elsewhere (D8); its words stand only in the role, the log names it. */
export async function addRoleLink(change: Change, input: AddRoleLinkInput): Promise<string> {
  const loaded = await loadToLink(change, input.roleId);
  const link = newLink(loaded.role.links, input, "roleId");
  loaded.role.links = [...loaded.role.links, link];
  recordRole(change, loaded, EventType.ROLE_CHANGED, [difference("linkId", null, link.id)]);
  return loaded.role.id;
}

/** Takes a link away. */
export async function removeRoleLink(change: Change, input: RemoveRoleLinkInput): Promise<string> {
  const loaded = await loadToLink(change, input.roleId);
  loaded.role.links = withoutLink(loaded.role.links, input.linkId);
  recordRole(change, loaded, EventType.ROLE_CHANGED, [difference("linkId", input.linkId, null)]);
  return loaded.role.id;
}
