import { MarkNotificationsReadDocument, NotificationsDocument, type NotificationsQuery } from "@wijkbord/schema/operations";
import { useEffect, useState } from "react";
import { type HubScope, useScope } from "../activity/scope.ts";
import { useBadge } from "./badgeStore.ts";

type Page = NotificationsQuery["notifications"];
export type Entry = Page["edges"][number];

const pageSize = 50;

/** A page of notifications, newest first. */
export async function readPage({ client, coalitionId }: HubScope, first: number, after: string | null): Promise<Page> {
  const { data } = await client.query({ query: NotificationsDocument, variables: { coalitionId, first, after }, fetchPolicy: "no-cache" });
  if (!data) throw new Error("The hub gave no notifications.");
  return data.notifications;
}

/** Says that notifications were read; all of them without a list. */
export async function markRead({ client, coalitionId }: HubScope, ids: string[] | null): Promise<void> {
  await client.mutate({ mutation: MarkNotificationsReadDocument, variables: { input: { coalitionId, ids } }, fetchPolicy: "no-cache" });
}

interface Inbox {
  readonly entries: readonly Entry[] | null;
  readonly hasMore: boolean;
  readonly unread: number;
  readonly failed: boolean;
  readonly reload: () => void;
  readonly more: () => void;
  readonly read: (ids: string[] | null) => void;
}

/** The newest page again, before the older entries that were already shown. */
function joined(before: Page | null, fresh: Page): Page {
  const known = new Set(fresh.edges.map(({ node }) => node.id));
  const last = fresh.edges.at(-1)?.node.createdAt ?? "";
  const older = (before?.edges ?? []).filter(({ node }) => !known.has(node.id) && node.createdAt <= last);
  return before && older.length > 0 ? { ...fresh, edges: [...fresh.edges, ...older], pageInfo: before.pageInfo } : fresh;
}

/** Entries of which some, or all, were read now. */
const asRead = (page: Page, ids: string[] | null): Page => ({
  ...page,
  edges: page.edges.map((entry) =>
    ids === null || ids.includes(entry.node.id) ? { ...entry, node: { ...entry.node, readAt: entry.node.readAt ?? new Date().toISOString() } } : entry,
  ),
});

/** Notifications, newest first, read again when the number that waits changes on any device. */
export function useInbox(): Inbox {
  const scope = useScope();
  const badge = useBadge();
  const [page, setPage] = useState<Page | null>(null);
  const [failed, setFailed] = useState(false);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    readPage(scope, pageSize, null).then(
      (fresh) => {
        setPage((before) => joined(before, fresh));
        setFailed(false);
      },
      () => setFailed(true),
    );
  }, [scope, badge, turn]);
  const reload = () => setTurn((before) => before + 1);
  const more = () => {
    if (!page?.pageInfo.endCursor) return;
    readPage(scope, pageSize, page.pageInfo.endCursor).then(
      (next) => setPage({ ...next, edges: [...page.edges, ...next.edges] }),
      () => setFailed(true),
    );
  };
  const read = (ids: string[] | null) => {
    const marked = () => {
      setPage((before) => before && asRead(before, ids));
      reload();
    };
    void markRead(scope, ids).then(marked, () => setFailed(true));
  };
  return { entries: page?.edges ?? null, hasMore: page?.pageInfo.hasNextPage ?? false, unread: page?.unreadCount ?? 0, failed, reload, more, read };
}
