import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { readMe, type Session, SessionContext } from "./session.ts";

/** Knows who is signed in, for everything below. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [session, setSession] = useState<Session>({ state: "loading" });
  const refresh = useCallback(async () => {
    try {
      const me = await readMe();
      setSession(me ? { state: "in", me, refresh } : { state: "out", refresh });
    } catch {
      setSession({ state: "failed", retry: () => void refresh() });
    }
  }, []);
  useEffect(() => void refresh(), [refresh]);
  return <SessionContext value={useMemo(() => session, [session])}>{children}</SessionContext>;
}
