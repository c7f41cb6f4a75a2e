import { skipToken, useQuery } from "@apollo/client/react";
import { TaskByNumberDocument } from "@wijkbord/schema/operations";
import { useParams } from "react-router";
import { neighbourhoodAt } from "../coalitions/addresses.ts";
import { type BoardEntry, useCoalition } from "../coalitions/coalition.ts";

/** The neighbourhood of the address, or of the task that the address names. */
export function useBoardArea(): BoardEntry | "unknown" | undefined {
  const { area, number = "" } = useParams();
  const { id: coalitionId, boards } = useCoalition();
  const short = /-(\d{1,9})$/.exec(number)?.[1];
  const { data, loading } = useQuery(TaskByNumberDocument, short === undefined ? skipToken : { variables: { coalitionId, number: Number(short) } });
  if (area !== undefined) return neighbourhoodAt(area, boards) ?? "unknown";
  if (short === undefined) return "unknown";
  const areaCode = (data?.open.nodes[0] ?? data?.archived.nodes[0])?.areaCode;
  if (areaCode === undefined) return loading ? undefined : "unknown";
  return boards.find((board) => board.areaCode === areaCode) ?? "unknown";
}
