import type { Sentence } from "../shared/errors.ts";
import { RoleState } from "../roles/role.ts";
import { hasResponsible } from "../tasks/letters.ts";
import { AssignmentState, Letter, TaskState } from "../tasks/task.ts";
import type { AttentionPlace, AttentionRole, AttentionTask } from "./attention.ts";
import { isBlockedLong } from "./taskAttention.ts";

export enum TileKey {
  M01 = "M01",
  M02 = "M02",
  M03 = "M03",
  M04 = "M04",
}

/** A figure with what it is a part of; null when there is nothing to count. */
export interface TileValue {
  readonly key: TileKey;
  readonly value: number;
  readonly of: number;
}

export const tileNames: Readonly<Record<TileKey, Sentence>> = {
  M01: { nl: "Rollen ingevuld", en: "Roles filled" },
  M02: { nl: "Duidelijke taken", en: "Clear tasks" },
  M03: { nl: "Langer dan vijf dagen vast", en: "Stuck for more than five days" },
  M04: { nl: "Afspraken die gelden", en: "Agreements in force" },
};
/** How each figure is counted. */
export const tileDefinitions: Readonly<Record<TileKey, Sentence>> = {
  M01: {
    nl: "Rollen die vandaag een houder hebben, van alle rollen die niet opgeheven zijn.",
    en: "Roles that have a holder today, of all roles that are not retired.",
  },
  M02: {
    nl: "Taken met één trekker die ja zei en minstens één organisatie die het doet, van alle taken die verdeeld zijn en niet geschrapt.",
    en: "Tasks with one organisation that agreed to lead and at least one that does it, of all tasks that were divided and not cancelled.",
  },
  M03: {
    nl: "Taken die langer dan vijf werkdagen op iets wachten, van alle taken die wachten.",
    en: "Tasks that wait for more than five working days, of all tasks that wait.",
  },
  M04: {
    nl: "Afspraken die gelden en niet voorbij hun dag om terug te kijken zijn, van alle afspraken die gelden.",
    en: "Agreements in force that are not past their day to look back, of all agreements in force.",
  },
};

/** M-01. */
export const rolesFilled = (roles: readonly AttentionRole[]): TileValue => {
  const counted = roles.filter(({ state, isProposed }) => state !== RoleState.RETIRED && !isProposed);
  return { key: TileKey.M01, value: counted.filter(({ state }) => state === RoleState.FILLED).length, of: counted.length };
};

/** M-02. */
export const clearTasks = (tasks: readonly AttentionTask[]): TileValue => {
  const counted = tasks.filter(({ state }) => state !== TaskState.PROPOSED && state !== TaskState.CANCELLED);
  const isClear = ({ assignments }: AttentionTask) =>
    assignments.filter(({ letter, state }) => letter === Letter.ACCOUNTABLE && state === AssignmentState.ACCEPTED).length === 1 && hasResponsible(assignments);
  return { key: TileKey.M02, value: counted.filter(isClear).length, of: counted.length };
};

/** M-03. */
export const stuckTasks = (tasks: readonly AttentionTask[], place: Pick<AttentionPlace, "workingDaysSince">): TileValue => {
  const waiting = tasks.filter(({ state }) => state === TaskState.BLOCKED);
  return { key: TileKey.M03, value: waiting.filter((task) => isBlockedLong(task, place)).length, of: waiting.length };
};

/** M-04. */
export const healthyAgreements = (inForce: readonly { readonly reviewOn: string | null }[], today: string): TileValue => ({
  key: TileKey.M04,
  value: inForce.filter(({ reviewOn }) => reviewOn === null || reviewOn >= today).length,
  of: inForce.length,
});
