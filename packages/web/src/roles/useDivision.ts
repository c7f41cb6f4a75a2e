import { useEffect, useState, useSyncExternalStore } from "react";
import { useScope } from "../activity/scope.ts";
import type { Card } from "../tasks/taskFeed.ts";
import { DivisionStore } from "./divisionStore.ts";
import type { LetterChange } from "./letterChanges.ts";

const nothing: readonly Card[] = [];
const noChanges: readonly LetterChange[] = [];
const never = () => () => undefined;

interface Division {
  readonly cards: readonly Card[] | null;
  /** The last changes of letters, newest first. */
  readonly letterChanges: readonly LetterChange[];
  readonly failed: boolean;
  readonly retry: () => void;
}

/** The tasks of these boards, live; null while they are read. */
export function useDivision(boardIds: readonly string[]): Division {
  const scope = useScope();
  const [attempt, setAttempt] = useState(0);
  const wanted = boardIds.join(" ");
  const asked = `${wanted} ${attempt}`;
  const [opened, setOpened] = useState<{ readonly wanted: string; readonly store: DivisionStore } | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => {
    const store = new DivisionStore(scope, wanted.split(" ").filter(Boolean));
    let left = false;
    store.open().then(
      () => (left ? store.close() : setOpened({ wanted, store })),
      () => left || setFailed(asked),
    );
    return () => {
      left = true;
      store.close();
    };
  }, [scope, wanted, asked]);
  const store = opened?.wanted === wanted ? opened.store : null;
  const cards = useSyncExternalStore(store?.subscribe ?? never, store?.cards ?? (() => nothing));
  const letterChanges = useSyncExternalStore(store?.subscribe ?? never, store?.letterChanges ?? (() => noChanges));
  return { cards: store && cards, letterChanges, failed: failed === asked, retry: () => setAttempt((count) => count + 1) };
}
