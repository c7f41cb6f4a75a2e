import { useQuery } from "@apollo/client/react";
import { type DetailFragment, TaskPanelDocument } from "@wijkbord/schema/operations";
import { useEffect } from "react";
import { useScope } from "../../activity/scope.ts";
import { useCoalition } from "../../coalitions/coalition.ts";
import { feedOf } from "../taskFeed.ts";

export type Detail = DetailFragment;

interface Loaded {
  readonly task: Detail | null;
  readonly loading: boolean;
  readonly failed: boolean;
  readonly reload: () => void;
}

/** Everything of one task, read again whenever the log says that it changed. */
export function useDetail(number: string): Loaded {
  const scope = useScope();
  const { id: coalitionId, taskPrefix } = useCoalition();
  const digits = new RegExp(`^${taskPrefix}-(\\d{1,9})$`, "i").exec(number)?.[1];
  const {
    data: fresh,
    previousData,
    loading,
    error,
    refetch,
  } = useQuery(TaskPanelDocument, {
    variables: { coalitionId, number: Number(digits ?? 0) },
    skip: digits === undefined,
    fetchPolicy: "cache-and-network",
  });
  // A read that fails, for example without a connection, leaves what was known.
  const data = fresh ?? (error ? previousData : undefined);
  const task = data?.open.nodes[0] ?? data?.archived.nodes[0] ?? null;
  const taskId = task?.id;
  useEffect(() => {
    if (!taskId) return undefined;
    const feed = feedOf(scope);
    const again = () => void refetch().catch(() => undefined);
    const stopWatching = feed.watch((events) => {
      if (events.some((event) => event.taskId === taskId)) again();
    });
    const stopResets = feed.onReset(again);
    return () => {
      stopWatching();
      stopResets();
    };
  }, [scope, taskId, refetch]);
  return { task, loading: loading && !task, failed: Boolean(error) && !task, reload: () => void refetch() };
}
