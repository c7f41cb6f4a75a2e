import { createContext, use } from "react";
import { useParams } from "../shared/router.tsx";
import { neighbourhoodAt } from "./addresses.ts";
import { type BoardEntry, useCoalition } from "./coalition.ts";

const place = "wijkbord.area";
/** Code of the neighbourhood that was open on this device at last. */
export const lastArea = (): string | null => localStorage.getItem(place);
export function keepArea(code: string): string {
  localStorage.setItem(place, code);
  return code;
}

interface OpenAreaHolder {
  /** Code of the neighbourhood that is shown, when the address does not name it. */
  readonly areaCode: string | null;
  readonly show: (areaCode: string) => void;
}

export const OpenAreaContext = createContext<OpenAreaHolder>({ areaCode: null, show: () => undefined });

/** The neighbourhood of the page: of the address, else the last one that was open, else the first. */
export function useOpenArea(): BoardEntry | undefined {
  const { area = "" } = useParams();
  const { boards } = useCoalition();
  const { areaCode } = use(OpenAreaContext);
  return neighbourhoodAt(area, boards) ?? boards.find((board) => board.areaCode === areaCode) ?? boards[0];
}
