import type { OwnIds } from "@wijkbord/schema/examples";
import { createContext, useContext } from "react";

/** The own ids, for the panels that GraphiQL renders itself. */
export const IdsContext = createContext<OwnIds | null>(null);

/** Ids of the person who asks. */
export function useIds(): OwnIds {
  const ids = useContext(IdsContext);
  if (!ids) throw new Error("This part belongs inside the GraphiQL page.");
  return ids;
}
