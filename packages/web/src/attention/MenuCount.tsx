import { useSyncExternalStore } from "react";
import { useScope } from "../activity/scope.ts";
import { useWords } from "../language/words.ts";
import { countsOf } from "./countStore.ts";
import "./MenuCount.css";
import { menuCountWords } from "./menuCountWords.ts";

/** What is counted: what waits on the person and its organisation, the agreements among that, roles that nobody holds. */
export type Counted = "today" | "agreements" | "roles";

const shownUpTo = 99;

/** Beside an entry of the menu: how much waits there, as Attention counts it. Nothing while there is nothing. */
export function MenuCount({ of }: { readonly of: Counted }) {
  const t = useWords(menuCountWords);
  const store = countsOf(useScope());
  const counts = useSyncExternalStore(store.subscribe, store.all);
  const count = counts
    .filter(({ kind, reach }) => (of === "roles" ? kind === "ROLE_VACANT" : reach !== "COALITION" && (of === "today" || kind === "AGREEMENT_WAITS")))
    .reduce((sum, each) => sum + each.count, 0);
  if (count === 0) return null;
  const shown = count > shownUpTo ? `${shownUpTo}+` : String(count);
  return (
    <span className="menu-count" data-of={of}>
      <span aria-hidden>{of === "roles" ? t("open", { count: shown }) : shown}</span>
      <span className="hidden-text">{t(of, { count })}</span>
    </span>
  );
}
