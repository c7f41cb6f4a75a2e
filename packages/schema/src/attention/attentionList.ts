import {
  type AttentionAgreement,
  type AttentionEntry,
  type AttentionHandover,
  type AttentionKind,
  type AttentionPlace,
  type AttentionPromise,
  AttentionReach,
  type AttentionRole,
  type AttentionTask,
} from "./attention.ts";
import {
  agreementsWaiting,
  handoversAsked,
  promisesToConfirm,
  rolesEnding,
  rolesToChoose,
  rolesToConfirm,
  rolesVacant,
  seatsAsked,
  seatsEmpty,
} from "./roleAttention.ts";
import {
  importedLetters,
  lettersAsked,
  proposalsUnanswered,
  severalWantTask,
  tasksBlockedLong,
  tasksGoingOn,
  tasksOverdue,
  tasksWithoutAccountable,
} from "./taskAttention.ts";

/** Everything that Attention is judged on, as the viewer may see it. */
export interface AttentionFacts {
  readonly tasks: readonly AttentionTask[];
  readonly roles: readonly AttentionRole[];
  readonly handovers: readonly AttentionHandover[];
  readonly agreements: readonly AttentionAgreement[];
  readonly promises: readonly AttentionPromise[];
}

const order = [AttentionReach.ME, AttentionReach.ORGANISATION, AttentionReach.COALITION];

/** What waits, first on the person, then on its organisation, then on the coalition; oldest first. */
export function attentionOf({ tasks, roles, handovers, agreements, promises }: AttentionFacts, place: AttentionPlace): AttentionEntry[] {
  const found = [
    ...[promisesToConfirm(promises, place), agreementsWaiting(agreements, place), handoversAsked(handovers, place)].flat(),
    ...[lettersAsked, importedLetters, severalWantTask, tasksGoingOn, tasksBlockedLong, tasksOverdue, proposalsUnanswered, tasksWithoutAccountable].flatMap(
      (kind) => kind(tasks, place),
    ),
    ...[seatsAsked, rolesToChoose, rolesToConfirm, seatsEmpty, rolesVacant, rolesEnding].flatMap((kind) => kind(roles, place)),
  ];
  return found.toSorted((one, other) => order.indexOf(one.reach) - order.indexOf(other.reach) || (one.since?.getTime() ?? 0) - (other.since?.getTime() ?? 0));
}

export interface AttentionCountEntry {
  readonly kind: AttentionKind;
  readonly reach: AttentionReach;
  readonly count: number;
}

/** How many lines of each kind wait on whom. */
export function countAttention(entries: readonly AttentionEntry[]): AttentionCountEntry[] {
  return [...Map.groupBy(entries, ({ kind, reach }) => `${kind}/${reach}`).values()].flatMap((same) =>
    same[0] ? [{ kind: same[0].kind, reach: same[0].reach, count: same.length }] : [],
  );
}
