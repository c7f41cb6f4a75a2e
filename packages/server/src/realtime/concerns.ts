import type { HubEvent } from "@wijkbord/schema/types";
import { subjectCards } from "./events.ts";

/** Whether an event concerns an organisation: it made the change, the change is about its letter, or it has a letter on the task. */
export function concerns({ actor, changes, subject }: HubEvent, organisationId: string): boolean {
  if (actor.organisation?.id === organisationId) return true;
  if (changes.some(({ field, after }) => field === "organisationId" && after === organisationId)) return true;
  const letters = (subject && subjectCards.get(subject)?.assignments) ?? [];
  return letters.some((letter) => letter.organisationId === organisationId);
}
