import { useQuery } from "@apollo/client/react";
import { searchLimits } from "@wijkbord/schema";
import { SearchDocument, type SearchQuery } from "@wijkbord/schema/operations";
import { useEffect, useState } from "react";
import { useCoalition } from "../coalitions/coalition.ts";

export type Hit = SearchQuery["search"]["hits"][number];

interface Found {
  readonly hits: readonly Hit[];
  readonly hasMore: boolean;
  readonly state: "idle" | "searching" | "done" | "failed";
}

const pause = 120;
const atMost = 12;
const nothing: readonly Hit[] = [];

/** What the hub finds for a text, a moment after the last key; what was found before stays until then. */
export function useFound(text: string): Found {
  const { id: coalitionId } = useCoalition();
  const typed = text.trim().slice(0, searchLimits.text);
  const [asked, setAsked] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  const idle = typed === "";
  const { data, previousData, loading, error } = useQuery(SearchDocument, {
    variables: { coalitionId, text: asked, first: atMost },
    skip: idle || asked === "",
    fetchPolicy: "no-cache",
  });
  if (idle) return { hits: nothing, hasMore: false, state: "idle" };
  const shown = (data ?? previousData)?.search;
  const state = asked !== typed || loading ? "searching" : error ? "failed" : "done";
  return { hits: shown?.hits ?? nothing, hasMore: shown?.hasMore ?? false, state };
}
