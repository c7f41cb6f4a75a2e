import { PastDivisionDocument } from "@wijkbord/schema/operations";
import { useEffect, useMemo, useState } from "react";
import { useScope } from "../activity/scope.ts";
import type { Card } from "../tasks/taskFeed.ts";
import { changesSince, endOfDay, type Past, pastOf, type TaskChange } from "./compare.ts";

interface Comparison {
  /** What changed since the end of that day; null while it is read, or when nothing is compared. */
  readonly changes: readonly TaskChange[] | null;
  readonly failed: boolean;
}

/** Compares the division of these boards with how it was at the end of a day; an empty day compares nothing. */
export function useCompare(boardIds: readonly string[], day: string, cards: readonly Card[] | null): Comparison {
  const { client } = useScope();
  const asked = `${day} ${boardIds.join(" ")}`;
  const [read, setRead] = useState<{ readonly asked: string; readonly past: Past | null } | null>(null);
  useEffect(() => {
    const [date, ...ids] = asked.split(" ");
    if (!date) return;
    let left = false;
    const at = endOfDay(date).toISOString();
    Promise.all(ids.map((boardId) => client.query({ query: PastDivisionDocument, variables: { boardId, at }, fetchPolicy: "no-cache" }))).then(
      (answers) => left || setRead({ asked, past: pastOf(answers.flatMap(({ data }) => (data ? [data.pastDivision] : []))) }),
      () => left || setRead({ asked, past: null }),
    );
    return () => {
      left = true;
    };
  }, [client, asked]);
  const answer = day && read?.asked === asked ? read : null;
  const past = answer?.past ?? null;
  const changes = useMemo(() => (past && cards ? changesSince(past, cards) : null), [past, cards]);
  return { changes, failed: answer !== null && past === null };
}
