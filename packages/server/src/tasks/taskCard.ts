import type { Task } from "@wijkbord/schema/types";
import { type HubContext, notFoundError } from "../graphql/context.ts";
import { subjectCards } from "../realtime/events.ts";
import { type Card, readCards } from "./cards.ts";

/** The card of a task: as read with its list, or read now. */
export async function cardOf(task: Task, context: HubContext): Promise<Card> {
  const ready = subjectCards.get(task);
  if (ready) return ready;
  const [card] = await readCards(context.services.database.read(), context.reader(task.coalitionId), [task.id]);
  if (!card) throw notFoundError();
  subjectCards.set(task, card);
  return card;
}

/** Tasks whose cards were read already. */
export function tasksOf(cards: readonly Card[]): Task[] {
  for (const card of cards) subjectCards.set(card.task, card);
  return cards.map(({ task }) => task);
}
