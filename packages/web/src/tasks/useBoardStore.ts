import { useCallback, useEffect, useState } from "react";
import { useScope } from "../activity/scope.ts";
import { BoardStore } from "./boardStore.ts";

interface Opened {
  readonly store: BoardStore | null;
  readonly failed: boolean;
  readonly retry: () => void;
}

/** Opens the board of a neighbourhood and follows it until another one opens. */
export function useBoardStore(areaCode: string | null): Opened {
  const scope = useScope();
  const [opened, setOpened] = useState<{ areaCode: string; store: BoardStore } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [failedAttempt, setFailedAttempt] = useState<string | null>(null);
  const asked = `${areaCode} ${attempt}`;
  useEffect(() => {
    if (areaCode === null) return undefined;
    let store: BoardStore | null = null;
    let left = false;
    BoardStore.open(scope, areaCode).then(
      (board) => {
        store = board;
        if (left) board.close();
        else setOpened({ areaCode, store: board });
      },
      () => {
        if (!left) setFailedAttempt(asked);
      },
    );
    return () => {
      left = true;
      store?.close();
    };
  }, [scope, areaCode, asked]);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  return { store: opened && opened.areaCode === areaCode ? opened.store : null, failed: failedAttempt === asked, retry };
}
