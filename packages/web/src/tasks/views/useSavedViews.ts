import { SavedViewsDocument, type ViewFragment } from "@wijkbord/schema/operations";
import { useCallback, useEffect, useState } from "react";
import { useScope } from "../../activity/scope.ts";
import { useBoard } from "../boardContext.ts";

/** Views of the board that are kept, as they are now; null until they are read. */
export function useSavedViews(): { views: readonly ViewFragment[] | null; reload: () => Promise<readonly ViewFragment[]> } {
  const { client } = useScope();
  const { store } = useBoard();
  const [views, setViews] = useState<readonly ViewFragment[] | null>(null);
  const { boardId, feed } = store;
  const reload = useCallback(async () => {
    const { data } = await client.query({ query: SavedViewsDocument, variables: { boardId }, fetchPolicy: "no-cache" });
    const read = data?.savedViews ?? [];
    setViews(read);
    return read;
  }, [client, boardId]);
  useEffect(() => {
    // Without an answer the board simply opens whole; the next event reads again.
    const again = () => void reload().catch(() => setViews((known) => known ?? []));
    again();
    const leave = feed.watch((events) => events.some(({ type, boardIds }) => type === "VIEW_CHANGED" && boardIds.includes(boardId)) && again());
    const stop = feed.onReset(again);
    return () => {
      leave();
      stop();
    };
  }, [reload, feed, boardId]);
  return { views, reload };
}
