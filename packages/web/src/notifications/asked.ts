import type { HubScope } from "../activity/scope.ts";
import { type Entry, readPage } from "./useInbox.ts";

export { addressOf, notificationsPath } from "./addresses.ts";
export { noticeWhenAway } from "./browserNotices.ts";
export { wordOf } from "./sentence.ts";

const most = 20;
const told = new WeakMap<HubScope, Set<string>>();

/** Of the newest notifications those that mention or ask, wait to be read, and were not given before. */
export async function newlyAsked(scope: HubScope, more: number): Promise<Entry[]> {
  const known = told.get(scope) ?? new Set<string>();
  told.set(scope, known);
  const { edges } = await readPage(scope, Math.min(more, most), null);
  const asked = edges.filter(({ node }) => node.readAt === null && (node.kind === "MENTION" || node.kind === "ASKED") && !known.has(node.id));
  for (const { node } of asked) known.add(node.id);
  return asked;
}
