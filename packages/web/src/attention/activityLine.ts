import { EventType } from "@wijkbord/schema";
import { agreementPath } from "../agreements/addresses.ts";
import { type OpenCoalition, taskPath } from "../coalitions/coalition.ts";
import type { Translate } from "../language/words.ts";
import { meetingPath } from "../meetings/addresses.ts";
import { rolePath } from "../roles/addresses.ts";
import { activityWords } from "./activityWords.ts";
import type { ActivityEvent } from "./useToday.ts";

type Key = keyof (typeof activityWords)["nl"];
const isKey = (key: string): key is Key => key in activityWords.nl;

/** The thing that an event is about: its name, number and address. */
export interface About {
  readonly title: string;
  readonly number: string | null;
  readonly address: string | null;
}

/** What an event is about; null when it is gone or not for the reader. */
export function aboutOf(coalition: OpenCoalition, { subject }: ActivityEvent): About | null {
  switch (subject?.__typename) {
    case "Task":
      return { title: subject.title, number: subject.number, address: taskPath(coalition, subject.number) };
    case "ProcessAgreement":
      return { title: subject.title, number: subject.number, address: agreementPath(coalition, subject.number) };
    case "CoalitionRole":
      return { title: subject.name, number: null, address: rolePath(coalition, subject.id) };
    case "Meeting":
      return { title: subject.title, number: null, address: meetingPath(coalition, subject) };
    case "Board": {
      const board = coalition.boards.find(({ id }) => id === subject.id);
      return { title: subject.title, number: null, address: board ? `/${coalition.slug}/bord/${board.slug}` : null };
    }
    default:
      return null;
  }
}

/** What was done, as a verb before the name of the thing. */
export function deedOf({ type, undoes, subject }: ActivityEvent, t: Translate<Key>): string {
  const key = `on_${type}`;
  if (!subject || !isKey(key)) return t("changed");
  return undoes ? t("undid") : t(key);
}

/** A date that comes or went by: nobody did anything, and whom it concerns has it under what waits. */
export const isReminder = ({ type }: ActivityEvent): boolean => type === EventType.TASK_DUE_SOON || type === EventType.TASK_OVERDUE;

/** Events without those that repeat the one before: the same person, the same deed, the same thing. */
export const withoutRepeats = (events: readonly ActivityEvent[]): ActivityEvent[] =>
  events.filter(({ type, subject, actor }, index) => {
    const newer = events[index - 1];
    return newer?.type !== type || newer.subject?.id !== subject?.id || newer.actor.membershipId !== actor.membershipId;
  });
