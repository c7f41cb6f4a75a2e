import { useSyncExternalStore } from "react";
import { useScope } from "../activity/scope.ts";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { feedOf } from "../tasks/taskFeed.ts";
import { Menu } from "../ui/Menu.tsx";
import { Circle } from "../ui/Square.tsx";
import "./Presence.css";
import { type Present, presenceOf } from "./presenceStore.ts";
import { presenceWords } from "./words.ts";

const shown = 4;

/** Others who have the same page open. */
export function usePresent(): readonly Present[] {
  const store = presenceOf(useScope());
  return useSyncExternalStore(store.subscribe, store.others);
}

/** Who is changing a task right now, other than oneself. */
export function useEditor(taskId: string): Present | null {
  const store = presenceOf(useScope());
  return useSyncExternalStore(store.subscribe, () => store.others().find((person) => person.taskId === taskId && person.mode === "EDITING") ?? null);
}

/** Circles of who else is here; a list says on which task. Silent for screen readers until asked. */
export function Presence() {
  const t = useWords(presenceWords);
  const { cards } = feedOf(useScope());
  const { organisations } = useCoalition();
  const present = usePresent();
  if (present.length === 0) return null;
  const colourOf = ({ organisation }: Present) => organisations.get(organisation.id)?.colourIndex ?? 7;
  const doing = ({ taskId, mode }: Present) => {
    const number = cards.get(taskId ?? "")?.number;
    if (!number) return t("viewing");
    return t(mode === "EDITING" ? "editing" : "onTask", { number });
  };
  const items = present.map((person) => ({
    key: person.membershipId,
    label: person.displayName,
    hint: `${person.organisation.shortName}, ${doing(person)}`,
    mark: <Circle name={person.displayName} colour={colourOf(person)} decorative />,
    onSelect: () => undefined,
  }));
  return (
    <Menu className="presence" label={t("people")} hint={t("here", { count: present.length })} groups={[{ title: t("people"), items }]}>
      <span className="presence-circles" aria-hidden>
        {present.slice(0, shown).map((person) => (
          <Circle key={person.membershipId} name={person.displayName} colour={colourOf(person)} decorative />
        ))}
        {present.length > shown && <span className="circle">+{present.length - shown}</span>}
      </span>
    </Menu>
  );
}
