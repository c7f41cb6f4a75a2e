import type { HubEvent } from "../activity/eventStore.ts";
import type { Card } from "../tasks/taskFeed.ts";

type Assignment = Card["assignments"][number];
type Known = Pick<Assignment, "organisationId" | "letter" | "state">;

const deeds = { ASSIGNMENT_PROPOSED: "PROPOSED", ASSIGNMENT_ACCEPTED: "ACCEPTED", ASSIGNMENT_DECLINED: "DECLINED", ASSIGNMENT_RELEASED: "RELEASED" } as const;
const isLetterEvent = (type: string): type is keyof typeof deeds => type in deeds;

/** One letter that got another state: whose, on which task, by whom and when. */
export interface LetterChange extends Pick<Assignment, "organisationId" | "letter"> {
  readonly id: string;
  readonly taskId: string;
  readonly state: (typeof deeds)[keyof typeof deeds];
  readonly actor: HubEvent["actor"];
  readonly occurredAt: string;
  readonly byDemo: boolean;
}

const kept = 30;

/** The last changes of letters, newest first, as the log brings them. */
export class LetterChanges {
  private readonly letters = new Map<string, Known>();
  private sequence = -1;
  private list: readonly LetterChange[] = [];

  /** Learns which letters tasks have, so that one that goes away can be named. */
  learn(cards: Iterable<Card>): void {
    for (const { assignments } of cards) for (const letter of assignments) this.letters.set(letter.id, letter);
  }

  /** Takes events in their order; those that came before are left out. Returns whether a letter changed. */
  take(events: readonly HubEvent[]): boolean {
    const before = this.list;
    for (const event of events) {
      if (event.sequence <= this.sequence) continue;
      this.sequence = event.sequence;
      const task = event.subject?.__typename === "Task" ? event.subject : null;
      const change = this.changeOf(event, task);
      if (change) this.list = [change, ...this.list].slice(0, kept);
    }
    // A task comes as it is after the whole batch, so it is learnt last.
    this.learn(events.flatMap(({ subject }) => (subject?.__typename === "Task" ? [subject] : [])));
    return this.list !== before;
  }

  readonly all = (): readonly LetterChange[] => this.list;

  /** Another name with the same letter is no change of the division. */
  private changeOf({ id, type, target, actor, occurredAt, byDemo }: HubEvent, task: Card | null): LetterChange | null {
    if (!task || !isLetterEvent(type)) return null;
    const state = deeds[type];
    const before = this.letters.get(target.id);
    const letter = before ?? task.assignments.find((each) => each.id === target.id);
    if (!letter || before?.state === state) return null;
    this.letters.set(target.id, { ...letter, state });
    return { id, taskId: task.id, organisationId: letter.organisationId, letter: letter.letter, state, actor, occurredAt, byDemo };
  }
}
