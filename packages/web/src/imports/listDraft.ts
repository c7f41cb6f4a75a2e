import { findPersonalData, holdersOf, type ListContext, type ListDoubt, type ListTask, type ListTaskInput, readWhen } from "@wijkbord/schema";

/** A line while a person looks it over: texts as they can be mended. */
export interface ListDraft {
  readonly task: ListTask;
  readonly include: boolean;
  readonly title: string;
  readonly who: string;
  readonly when: string;
  readonly columnId: string;
  /** Cells that were mended: what stands there now is meant. */
  readonly mended: readonly ListDoubt[];
}

/** A line as it was recognised. */
export const draftOf = (task: ListTask): ListDraft => ({
  task,
  include: true,
  title: task.title,
  who: [...task.holders.map(({ text }) => text), ...task.names].join(", "),
  when: task.dueOn ?? task.when,
  columnId: task.columnId,
  mended: [],
});

/** What of a line still asks for a look. */
export const doubtsOf = ({ task, mended, title }: ListDraft): ListDoubt[] =>
  [...new Set<ListDoubt>([...task.doubts, ...(title.trim() === "" ? (["TITLE"] as const) : [])])].filter(
    (doubt) => !mended.includes(doubt) || (doubt === "TITLE" && title.trim() === ""),
  );

/** A line as it goes to the hub. */
export function inputOf({ task, title, who, when, columnId, mended }: ListDraft, { partners, today }: ListContext): ListTaskInput {
  const { holders, names } = mended.includes("WHO") ? holdersOf("", who, partners) : task;
  const read = mended.includes("WHEN") ? readWhen(when, today) : task;
  return {
    place: task.place,
    title: title.trim(),
    description: task.description,
    lines: task.lines,
    holders: holders.map(({ organisationId, membershipId, lead, does }) => ({ organisationId, membershipId, lead, does })),
    names,
    dueOn: read.dueOn,
    when: read.when,
    columnId,
  };
}

/** Whether a line seems to hold personal data of a resident. */
export const isPersonal = ({ task, title }: ListDraft): boolean => findPersonalData(`${title}\n${task.description}\n${task.lines.join("\n")}`).length > 0;
