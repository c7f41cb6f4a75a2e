import { Letter, Priority, TaskState, Visibility } from "@wijkbord/schema";
import type { DemoAssignment, DemoColumn, DemoComment, DemoStep, DemoTask } from "./types.ts";

type TaskDraft = Pick<DemoTask, "key" | "title" | "state" | "theme"> & Partial<DemoTask>;

/** A task with everything that is not given left empty. */
export function task(draft: TaskDraft): DemoTask {
  return {
    description: "",
    actionLine: null,
    dueInDays: null,
    priority: Priority.NORMAL,
    blockedReason: null,
    blockedBy: null,
    allInformed: false,
    labels: [],
    checklist: [],
    links: [],
    assignments: [],
    comments: [],
    ...draft,
  };
}

function carries(letter: Letter) {
  return (organisation: string, person: string | null = null): DemoAssignment => ({
    organisation,
    letter,
    person,
    accepted: true,
  });
}

export const leads = carries(Letter.ACCOUNTABLE);
export const does = carries(Letter.RESPONSIBLE);
export const helps = carries(Letter.SUPPORT);
export const advises = carries(Letter.CONSULTED);
export const knows = carries(Letter.INFORMED);

/** One organisation that both leads and does the work. */
export function leadsAndDoes(organisation: string, person: string | null = null): DemoAssignment[] {
  return [leads(organisation, person), does(organisation, person)];
}

/** The letter is proposed; the organisation has not answered yet. */
export function asked(assignment: DemoAssignment): DemoAssignment {
  return { ...assignment, accepted: false };
}

/** Steps in order, of which the first `doneCount` are done. */
export function steps(doneCount: number, ...texts: string[]): DemoStep[] {
  return texts.map((text, index) => ({ text, done: index < doneCount }));
}

/** A remark that every partner reads. */
export function says(person: string, text: string): DemoComment {
  return { person, text, visibility: Visibility.COALITION };
}

/** An internal note, read only by the organisation of its writer. */
export function notes(person: string, text: string): DemoComment {
  return { person, text, visibility: Visibility.ORGANISATION };
}

/** The five columns every new board starts with. */
export function defaultColumns(): DemoColumn[] {
  return [
    { title: "Te verdelen", state: TaskState.PROPOSED, wipLimit: null },
    { title: "Afgesproken", state: TaskState.AGREED, wipLimit: null },
    { title: "Bezig", state: TaskState.IN_PROGRESS, wipLimit: null },
    { title: "Wacht op partner", state: TaskState.BLOCKED, wipLimit: null },
    { title: "Klaar", state: TaskState.DONE, wipLimit: null },
  ];
}
