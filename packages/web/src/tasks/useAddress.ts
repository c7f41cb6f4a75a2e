import { useCallback, useMemo, useState } from "react";
import { useSearchParams } from "../shared/router.tsx";
import type { OpenBoard } from "./boardContext.ts";

type Address = Pick<OpenBoard, "address" | "changeAddress" | "savedId" | "openSaved" | "showSaved"> & {
  /** The saved view of the address is not read yet. */
  readonly waits: boolean;
};
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const beside: readonly string[] = ["nieuw"];

/** What is in the address besides the view. */
const besides = (params: URLSearchParams): URLSearchParams => new URLSearchParams([...params].filter(([name]) => beside.includes(name)));

/** The view in the address of a board, with what a saved view stands for written out. */
export function useAddress(): Address {
  const [params, setParams] = useSearchParams();
  const [shown, setShown] = useState<{ readonly id: string; readonly address: URLSearchParams } | null>(null);
  const named = params.get("weergave") ?? "";
  const savedId = uuid.test(named) ? named : null;
  const waits = savedId !== null && shown?.id !== savedId;
  const address = useMemo(() => {
    if (savedId === null) return new URLSearchParams([...params].filter(([name]) => !beside.includes(name)));
    return shown?.id === savedId ? shown.address : new URLSearchParams();
  }, [params, savedId, shown]);
  const changeAddress = useCallback<OpenBoard["changeAddress"]>(
    (update, replace) => setParams((before) => new URLSearchParams([...update(address), ...besides(before)]), { replace }),
    [setParams, address],
  );
  const openSaved = useCallback<OpenBoard["openSaved"]>(
    (id, replace = false) => setParams((before) => new URLSearchParams([...(id === null ? [] : [["weergave", id]]), ...besides(before)]), { replace }),
    [setParams],
  );
  const showSaved = useCallback((id: string, wanted: URLSearchParams) => setShown({ id, address: wanted }), []);
  return useMemo(() => ({ address, changeAddress, savedId, openSaved, showSaved, waits }), [address, changeAddress, savedId, openSaved, showSaved, waits]);
}
