import { skipToken, useQuery } from "@apollo/client/react";
import { TaskByNumberDocument } from "@wijkbord/schema/operations";
import { useParams } from "../shared/router.tsx";
import { neighbourhoodAt } from "../coalitions/addresses.ts";
import { type BoardEntry, useCoalition } from "../coalitions/coalition.ts";

interface BoardArea {
  /** Undefined while it is looked up. */
  readonly area: BoardEntry | "unknown" | "failed" | undefined;
  readonly retry: () => void;
}

/** The neighbourhood of the address, or of the task that the address names. */
export function useBoardArea(): BoardArea {
  const { area, number = "" } = useParams();
  const { id: coalitionId, boards } = useCoalition();
  const short = /-(\d{1,9})$/.exec(number)?.[1];
  const { data, loading, error, refetch } = useQuery(
    TaskByNumberDocument,
    short === undefined ? skipToken : { variables: { coalitionId, number: Number(short) } },
  );
  const found = (): BoardArea["area"] => {
    if (area !== undefined) return neighbourhoodAt(area, boards) ?? "unknown";
    if (short === undefined) return "unknown";
    const areaCode = (data?.open.nodes[0] ?? data?.archived.nodes[0])?.areaCode;
    if (areaCode !== undefined) return boards.find((board) => board.areaCode === areaCode) ?? "unknown";
    if (loading) return undefined;
    return error ? "failed" : "unknown";
  };
  return { area: found(), retry: () => void refetch() };
}
