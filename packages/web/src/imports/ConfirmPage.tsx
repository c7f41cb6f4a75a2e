import { useOpenArea } from "../coalitions/useOpenArea.ts";

/** What stands on the name of the own organisation after an import. */
export function ConfirmPage() {
  return <h1>{useOpenArea()?.areaName}</h1>;
}
