import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AccessRole, type Viewer } from "../coalitions/coalition.ts";
import type { LetterFacts } from "./letters.ts";
import { type MoveFacts, type MoveWords, planMove } from "./moves.ts";
import { AssignmentState, Letter, TaskState, WorkingStyle } from "./task.ts";

const { PROPOSED, AGREED, IN_PROGRESS, IN_REVIEW, BLOCKED, DONE, CANCELLED } = TaskState;
const person = (organisationId: string, accessRole = AccessRole.MEMBER, membershipId = `${organisationId}-member`): Viewer => ({
  membershipId,
  organisationId,
  coalitionId: "c",
  accessRole,
  capabilities: [],
});
const a = person("a");
const r = person("r");
const c = person("c");
const other = person("other");
const creator = person("other", AccessRole.MEMBER, "creator");
const coordinator = person("other", AccessRole.COALITION_COORDINATOR);
const observer = person("a", AccessRole.OBSERVER);

const letter = (organisationId: string, kind: Letter, state = AssignmentState.ACCEPTED): LetterFacts => ({
  id: `${organisationId}-${kind}`,
  organisationId,
  letter: kind,
  state,
});
const divided = [letter("a", Letter.ACCOUNTABLE), letter("r", Letter.RESPONSIBLE)];

function task(state: TaskState, more: Partial<MoveFacts> = {}): MoveFacts {
  return {
    state,
    style: WorkingStyle.STRICT,
    hasReviewColumn: true,
    assignments: divided,
    blockedReason: null,
    consultedCommented: [],
    consultationOver: false,
    stateBeforeBlocked: null,
    checklistOpen: 0,
    unconfirmedImport: false,
    doneLongerThan30Days: false,
    createdByMembershipId: "creator",
    ...more,
  };
}

const words: MoveWords = { reason: "Omdat het zo is", waiveNote: null };
const silent: MoveWords = { reason: null, waiveNote: null };
const codes = (facts: MoveFacts, viewer: Viewer, to: TaskState, said = words): string[] | string => {
  const plan = planMove(facts, viewer, to, said);
  if (plan.allowed) return plan.steps;
  return plan.problem === "NOT_ALLOWED" ? plan.rule : plan.missing.map(({ code }) => code);
};

describe("C7.1 who may take a step of a STRICT board", () => {
  const everyone = { a, r, c, other, creator, coordinator };
  type Name = keyof typeof everyone;
  const table: [from: TaskState, to: TaskState, may: Name[]][] = [
    [PROPOSED, AGREED, ["a", "coordinator"]],
    [AGREED, IN_PROGRESS, ["a", "r"]],
    [IN_PROGRESS, BLOCKED, ["a", "r"]],
    [AGREED, BLOCKED, ["a", "r"]],
    [BLOCKED, IN_PROGRESS, ["a", "r"]],
    [IN_PROGRESS, IN_REVIEW, ["r"]],
    [IN_REVIEW, DONE, ["a"]],
    [IN_REVIEW, IN_PROGRESS, ["a"]],
    [DONE, IN_PROGRESS, ["a"]],
    [AGREED, PROPOSED, ["a", "coordinator"]],
    [IN_PROGRESS, AGREED, ["a", "r"]],
    [PROPOSED, CANCELLED, ["a", "creator", "coordinator"]],
    [IN_PROGRESS, CANCELLED, ["a", "coordinator"]],
    [CANCELLED, PROPOSED, ["a", "creator", "coordinator"]],
  ];
  test.each(table)("C7.1 %s to %s", (from, to, may) => {
    const allowed = Object.entries(everyone).filter(
      ([, viewer]) => planMove(task(from, { stateBeforeBlocked: from === BLOCKED ? to : null }), viewer, to, words).allowed,
    );
    expect(allowed.map(([name]) => name)).toEqual(may);
  });
});

test("C7.1 arrows that do not exist are refused", () => {
  for (const [from, to] of [
    [DONE, CANCELLED],
    [DONE, AGREED],
    [IN_REVIEW, AGREED],
    [PROPOSED, BLOCKED],
    [CANCELLED, AGREED],
    [DONE, BLOCKED],
  ] as const) {
    expect(codes(task(from), a, to)).toEqual(["NO_SUCH_STEP"]);
  }
});

test("C7.1 steps that need a reason say so, on LIGHT boards only waiting does", () => {
  for (const [from, to] of [
    [IN_PROGRESS, BLOCKED],
    [AGREED, PROPOSED],
    [IN_REVIEW, IN_PROGRESS],
    [DONE, IN_PROGRESS],
    [IN_PROGRESS, CANCELLED],
  ] as const) {
    expect(codes(task(from), a, to, silent)).toEqual(["REASON_MISSING"]);
    expect(planMove(task(from, { style: WorkingStyle.LIGHT }), other, to, silent).allowed).toBe(to !== BLOCKED);
  }
});

test("INV-02 one refusal lists all that is missing on the way", () => {
  const facts = task(PROPOSED, { assignments: [letter("c", Letter.CONSULTED)], checklistOpen: 2, hasReviewColumn: false });
  expect(codes(facts, coordinator, DONE)).toEqual(["NO_ACCOUNTABLE", "NO_RESPONSIBLE", "CONSULT_MISSING", "CHECKLIST_OPEN"]);
  expect(codes(task(PROPOSED, { assignments: [letter("a", Letter.ACCOUNTABLE)] }), a, DONE)).toEqual([AGREED, IN_PROGRESS, IN_REVIEW, DONE]);
  expect(
    codes(task(PROPOSED, { assignments: [letter("a", Letter.ACCOUNTABLE), letter("r", Letter.RESPONSIBLE, AssignmentState.PROPOSED)] }), a, AGREED),
  ).toEqual(["NO_RESPONSIBLE"]);
});

test("C7.1 those with C are asked from the latest entry into review, or into the work without that column", () => {
  const assignments = [...divided, letter("c", Letter.CONSULTED)];
  expect(codes(task(IN_REVIEW, { assignments }), a, DONE)).toEqual(["CONSULT_MISSING"]);
  expect(codes(task(IN_REVIEW, { assignments, consultedCommented: ["c"] }), a, DONE)).toEqual([DONE]);
  expect(codes(task(IN_REVIEW, { assignments, consultationOver: true }), a, DONE)).toEqual([DONE]);
  const both = [letter("a", Letter.ACCOUNTABLE), letter("a", Letter.RESPONSIBLE), letter("c", Letter.CONSULTED)];
  expect(codes(task(IN_PROGRESS, { assignments: both, consultedCommented: ["c"] }), a, DONE)).toEqual(["CONSULT_MISSING"]);
  expect(codes(task(IN_PROGRESS, { assignments: both, consultedCommented: ["c"], hasReviewColumn: false }), a, DONE)).toEqual([DONE]);
  expect(codes(task(AGREED, { assignments: both, consultedCommented: ["c"], hasReviewColumn: false }), a, DONE)).toEqual(["CONSULT_MISSING"]);
});

test("D2 leaving BLOCKED returns to the state before and walks on from there", () => {
  expect(codes(task(BLOCKED, { stateBeforeBlocked: AGREED }), r, AGREED)).toEqual([AGREED]);
  expect(codes(task(BLOCKED, { stateBeforeBlocked: AGREED }), r, IN_PROGRESS)).toEqual([AGREED, IN_PROGRESS]);
});

test("C7.1 DONE opens again for 30 days; an open checklist asks a note", () => {
  expect(codes(task(DONE, { doneLongerThan30Days: true }), a, IN_PROGRESS)).toEqual(["DONE_TOO_LONG_AGO"]);
  expect(codes(task(IN_PROGRESS, { checklistOpen: 1 }), r, IN_REVIEW)).toEqual(["CHECKLIST_OPEN"]);
  expect(codes(task(IN_PROGRESS, { checklistOpen: 1 }), r, IN_REVIEW, { reason: null, waiveNote: "Dat hoeft niet meer" })).toEqual([IN_REVIEW]);
});

test("T2 without a trekker a task can wait, and goes no further", () => {
  const assignments = [letter("r", Letter.RESPONSIBLE)];
  expect(codes(task(IN_PROGRESS, { assignments }), r, BLOCKED)).toEqual([BLOCKED]);
  expect(codes(task(IN_PROGRESS, { assignments }), r, IN_REVIEW)).toEqual(["NO_ACCOUNTABLE"]);
});

test("D1 D7 any member moves any card of a LIGHT board or an unconfirmed import, observers none", () => {
  const state = fc.constantFrom(...Object.values(TaskState));
  fc.assert(
    fc.property(state, state, fc.boolean(), fc.constantFrom(a, other, coordinator), (from, to, light, viewer) => {
      const facts = task(from, { assignments: [], style: light ? WorkingStyle.LIGHT : WorkingStyle.STRICT, unconfirmedImport: !light });
      expect(planMove(facts, viewer, to, words).allowed).toBe(true);
      expect(codes(facts, observer, to)).toBe("OBSERVER");
    }),
  );
});

test("INV-02 no way into AGREED or later on a STRICT board without an accepted A and R", () => {
  const later = [AGREED, IN_PROGRESS, IN_REVIEW, DONE];
  const state = fc.constantFrom(...Object.values(TaskState));
  const letters = fc.array(
    fc.record({
      id: fc.uuid(),
      organisationId: fc.constantFrom("a", "r", "c"),
      letter: fc.constantFrom(...Object.values(Letter)),
      state: fc.constantFrom(...Object.values(AssignmentState)),
    }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(state, state, letters, fc.constantFrom(a, r, coordinator), fc.boolean(), (from, to, assignments, viewer, hasReviewColumn) => {
      const plan = planMove(task(from, { assignments, hasReviewColumn, consultationOver: true }), viewer, to, words);
      if (!plan.allowed || plan.steps.length === 0 || !later.includes(to)) return;
      const accepted = assignments.filter((held) => held.state === AssignmentState.ACCEPTED).map((held) => held.letter);
      expect(accepted).toContain(Letter.ACCOUNTABLE);
      const noR = assignments.every(
        (held) => held.letter !== Letter.RESPONSIBLE || held.state === AssignmentState.DECLINED || held.state === AssignmentState.RELEASED,
      );
      expect(accepted.includes(Letter.RESPONSIBLE) || noR).toBe(true);
    }),
    { numRuns: process.env["WIJKBORD_LONG"] ? 20_000 : 500 },
  );
});
