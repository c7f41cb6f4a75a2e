import { useEffect, useEffectEvent } from "react";
import { useScope } from "../activity/scope.ts";
import type { HubEvent } from "../activity/eventStore.ts";
import { useLanguage } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { announce } from "../ui/announcer.ts";
import { announcementWords } from "./announcementWords.ts";
import type { BoardStore } from "./boardStore.ts";

const minute = 60_000;

/** Changes of others that are not read out yet. */
class Gathered {
  private count = 0;
  private readonly names = new Set<string>();

  add({ actor }: HubEvent): void {
    this.count += 1;
    const name = actor.displayName ?? actor.organisation?.shortName;
    if (name) this.names.add(name.split(" ")[0] ?? name);
  }
  get(): { count: number; names: readonly string[] } {
    return { count: this.count, names: [...this.names] };
  }
  readonly clear = (): void => {
    this.count = 0;
    this.names.clear();
  };
}

/** Reads out what others do, by the policy: about the open task at most once in ten seconds, about the board once a minute for who asks for it. */
export function useAnnouncements(store: BoardStore, number: string | undefined): void {
  const t = useWords(announcementWords);
  const language = useLanguage();
  const { membershipId } = useScope();
  const say = useEffectEvent((kind: "open-item" | "board", gathered: Gathered) => {
    const { count, names } = gathered.get();
    if (count === 0) return;
    const who = new Intl.ListFormat(language).format(names);
    announce(kind, t(kind === "board" ? "onBoard" : "onTask", { count, names: who || t("somebody"), number: number ?? "" }), gathered.clear);
  });
  useEffect(() => {
    const [onTask, onBoard] = [new Gathered(), new Gathered()];
    const stop = store.feed.watch((events) => {
      const open = store.all().find((card) => card.number.toLowerCase() === number?.toLowerCase());
      let concerned = false;
      for (const event of events) {
        if (event.actor.membershipId === membershipId || !event.boardIds.includes(store.boardId)) continue;
        onBoard.add(event);
        if (!open || event.taskId !== open.id) continue;
        onTask.add(event);
        concerned = true;
      }
      if (concerned) say("open-item", onTask);
    });
    const timer = setInterval(() => {
      say("board", onBoard);
      onBoard.clear();
    }, minute);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [store, number, membershipId]);
}
