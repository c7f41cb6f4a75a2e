import { useEffect, useState, useSyncExternalStore } from "react";
import { useScope } from "../activity/scope.ts";
import { DraftSession, type DraftView } from "./draftSession.ts";

/** The text of a version that is written together, for as long as the page is open. */
export function useDraft(versionId: string): { readonly session: DraftSession; readonly view: DraftView } {
  const scope = useScope();
  const [session] = useState(() => new DraftSession(scope, versionId));
  const view = useSyncExternalStore(session.subscribe, session.read);
  useEffect(() => {
    session.open();
    return () => session.close();
  }, [session]);
  return { session, view };
}
