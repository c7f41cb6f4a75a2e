import { PartnerCountsDocument, type PartnerCountsQuery } from "@wijkbord/schema/operations";
import { useEffect, useState } from "react";
import { useScope } from "../activity/scope.ts";
import { useCoalition } from "../coalitions/coalition.ts";
import { useToday } from "../language/now.ts";

type Row = PartnerCountsQuery["taskMatrix"]["rows"][number];

/** How much an organisation carries; never how much a person does (D11). */
export interface PartnerCount {
  readonly leads: number;
  readonly does: number;
  readonly asked: number;
  readonly late: number;
}
const none: PartnerCount = { leads: 0, does: 0, asked: 0, late: 0 };

function countRows(rows: readonly Row[], today: string): ReadonlyMap<string, PartnerCount> {
  const counts = new Map<string, PartnerCount>();
  const open = new Map(rows.filter(({ task }) => task.state !== "DONE" && task.state !== "CANCELLED").map((row) => [row.task.id, row]));
  for (const { task, cells } of open.values()) {
    for (const { organisationId, cell, accepted } of cells) {
      const { leads, does, asked, late } = counts.get(organisationId) ?? none;
      const leading = accepted && (cell === "A" || cell === "AR");
      counts.set(organisationId, {
        leads: leads + Number(leading),
        does: does + Number(accepted && cell === "R"),
        asked: asked + Number(!accepted),
        late: late + Number(leading && task.dueOn !== null && task.dueOn < today),
      });
    }
  }
  return counts;
}

/** What each organisation carries on all boards, read again when the log grows. */
export function usePartnerCounts(asOfSequence: number): ReadonlyMap<string, PartnerCount> | null {
  const { client } = useScope();
  const { boards } = useCoalition();
  const today = useToday();
  const [rows, setRows] = useState<readonly Row[] | null>(null);
  useEffect(() => {
    let left = false;
    Promise.all(boards.map(({ id }) => client.query({ query: PartnerCountsDocument, variables: { boardId: id }, fetchPolicy: "no-cache" })))
      // A read that fails leaves what stands; the next change reads again.
      .then(
        (answers) => left || setRows(answers.flatMap(({ data }) => data?.taskMatrix.rows ?? [])),
        () => undefined,
      );
    return () => {
      left = true;
    };
  }, [client, boards, asOfSequence]);
  return rows && countRows(rows, today);
}
