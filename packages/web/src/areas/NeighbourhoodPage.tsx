import { useOpenArea } from "../coalitions/useOpenArea.ts";

/** The figures of a neighbourhood. */
export function NeighbourhoodPage() {
  return <h1>{useOpenArea()?.areaName}</h1>;
}
