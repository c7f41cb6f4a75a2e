import { AccessRole, type Viewer } from "../coalitions/coalition.ts";
import { openPoints, type TaskFacts } from "./openPoints.ts";
import { actsAsResponsible, holds, mayWrite } from "./rights.ts";
import { Letter, OpenPoint, TaskState, WorkingStyle } from "./task.ts";

/** What a move is judged on. */
export interface MoveFacts extends TaskFacts {
  readonly style: WorkingStyle;
  readonly hasReviewColumn: boolean;
  readonly stateBeforeBlocked: TaskState | null;
  readonly checklistOpen: number;
  readonly unconfirmedImport: boolean;
  readonly doneLongerThan30Days: boolean;
  readonly createdByMembershipId: string | null;
}

export interface MoveWords {
  readonly reason: string | null;
  readonly waiveNote: string | null;
}

export interface Missing {
  readonly code: string;
  readonly objectId: string | null;
}

export type MovePlan = { allowed: true; steps: TaskState[] } | { allowed: false; problem: "NOT_ALLOWED" | "RULE_BROKEN"; rule: string; missing: Missing[] };

const { PROPOSED, AGREED, IN_PROGRESS, IN_REVIEW, BLOCKED, DONE, CANCELLED } = TaskState;
const refuse = (missing: Missing[], rule = "C7.1"): MovePlan => ({ allowed: false, problem: "RULE_BROKEN", rule, missing });
const forbid = (rule: string): MovePlan => ({ allowed: false, problem: "NOT_ALLOWED", rule, missing: [] });

const backwards: readonly (readonly [TaskState, TaskState])[] = [
  [AGREED, PROPOSED],
  [IN_PROGRESS, AGREED],
  [IN_REVIEW, IN_PROGRESS],
  [DONE, IN_PROGRESS],
];

/** The state from whose entry on those with C are asked: review, or the work itself on a board without review. */
export const consultState = (hasReviewColumn: boolean): TaskState => (hasReviewColumn ? IN_REVIEW : IN_PROGRESS);

/** The legal steps between two states on a strict board, or null when there is no way. */
function stepsBetween(from: TaskState, to: TaskState, task: MoveFacts): TaskState[] | null {
  const line = task.hasReviewColumn ? [PROPOSED, AGREED, IN_PROGRESS, IN_REVIEW, DONE] : [PROPOSED, AGREED, IN_PROGRESS, DONE];
  if (to === CANCELLED) return from === DONE ? null : [CANCELLED];
  if (from === CANCELLED) return to === PROPOSED ? [PROPOSED] : null;
  if (to === BLOCKED) return from === AGREED || from === IN_PROGRESS ? [BLOCKED] : null;
  if (from === BLOCKED) {
    const before = task.stateBeforeBlocked ?? IN_PROGRESS;
    if (to === before) return [before];
    const rest = stepsBetween(before, to, { ...task, stateBeforeBlocked: null });
    return rest && [before, ...rest];
  }
  const start = line.indexOf(from);
  const end = line.indexOf(to);
  if (end > start && start >= 0) return line.slice(start + 1, end + 1);
  return backwards.some(([above, below]) => above === from && below === to) ? [to] : null;
}

/** Who may take one step of a strict board. */
function mayStep(viewer: Viewer, from: TaskState, to: TaskState, task: MoveFacts): boolean {
  const coordinator = viewer.accessRole === AccessRole.COALITION_COORDINATOR;
  const creator = task.createdByMembershipId === viewer.membershipId;
  const a = holds(viewer, task.assignments, Letter.ACCOUNTABLE);
  const r = actsAsResponsible(viewer, task.assignments);
  if (to === CANCELLED) return a || coordinator || (from === PROPOSED && creator);
  if (from === CANCELLED) return a || coordinator || creator;
  if (from === BLOCKED) return a || r;
  if (to === PROPOSED || from === PROPOSED) return a || coordinator;
  if (to === IN_REVIEW) return r;
  if (to === DONE || (to === IN_PROGRESS && from !== AGREED)) return a;
  return a || r;
}

const needsReason = (from: TaskState, to: TaskState): boolean =>
  to === BLOCKED || to === CANCELLED || (to === PROPOSED && from === AGREED) || (to === IN_PROGRESS && (from === IN_REVIEW || from === DONE));

function missingFor(from: TaskState, to: TaskState, task: MoveFacts, words: MoveWords): Missing[] {
  const letters: string[] = to === BLOCKED ? [] : [OpenPoint.NO_ACCOUNTABLE, OpenPoint.NO_RESPONSIBLE];
  const wanted = to === DONE ? [...letters, OpenPoint.CONSULT_MISSING] : letters;
  const missing: Missing[] = openPoints(task, to).filter(({ code }) => wanted.includes(code));
  if (needsReason(from, to) && !words.reason) missing.push({ code: OpenPoint.REASON_MISSING, objectId: null });
  const checks = from === IN_PROGRESS && (to === IN_REVIEW || to === DONE);
  if (checks && task.checklistOpen > 0 && !words.waiveNote) missing.push({ code: "CHECKLIST_OPEN", objectId: null });
  if (from === DONE && task.doneLongerThan30Days) missing.push({ code: "DONE_TOO_LONG_AGO", objectId: null });
  return missing;
}

/** Whether and how a task goes to the state of another column; a refusal lists all that is missing. */
export function planMove(task: MoveFacts, viewer: Viewer, to: TaskState, words: MoveWords): MovePlan {
  if (!mayWrite(viewer)) return forbid("OBSERVER");
  const from = task.state;
  if (from === to) return { allowed: true, steps: [] };
  if (task.style === WorkingStyle.LIGHT || task.unconfirmedImport) {
    if (to === BLOCKED && !words.reason) return refuse([{ code: OpenPoint.REASON_MISSING, objectId: null }], "T1");
    return { allowed: true, steps: [to] };
  }
  const steps = stepsBetween(from, to, task);
  if (!steps) return refuse([{ code: "NO_SUCH_STEP", objectId: null }]);
  const missing = new Map<string, Missing>();
  let at = from;
  let forbidden = false;
  let facts = task;
  for (const step of steps) {
    for (const point of missingFor(at, step, facts, words)) missing.set(`${point.code}:${point.objectId}`, point);
    forbidden ||= !mayStep(viewer, at, step, facts);
    if (step === consultState(task.hasReviewColumn)) facts = { ...facts, consultedCommented: [], consultationOver: false };
    at = step;
  }
  if (missing.size > 0) return refuse([...missing.values()]);
  return forbidden ? forbid("NOT_YOUR_LETTER") : { allowed: true, steps };
}
