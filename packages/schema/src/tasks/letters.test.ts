import fc from "fast-check";
import { expect, test } from "vitest";
import { AccessRole, type Viewer } from "../coalitions/coalition.ts";
import { missingForPublication } from "./board.ts";
import { applyLetter, cellOf, type LetterFacts } from "./letters.ts";
import { openPoints } from "./openPoints.ts";
import { mayAnswerLetter, mayProposeLetter, mayReleaseLetter } from "./rights.ts";
import { AssignmentState, Letter, TaskState } from "./task.ts";
import { mayUndo, mayUndoBoard } from "./undo.ts";

const { ACCOUNTABLE, RESPONSIBLE, SUPPORT, CONSULTED, INFORMED } = Letter;
const held = (letter: Letter, state = AssignmentState.ACCEPTED, membershipId: string | null = null): LetterFacts => ({
  id: letter,
  organisationId: "o",
  letter,
  state,
  membershipId,
});
const person = (accessRole: AccessRole, membershipId = "m", organisationId = "o"): Viewer => ({
  membershipId,
  organisationId,
  coalitionId: "c",
  accessRole,
  capabilities: [],
});

test("T8 A and R combine in either order, C, S and I replace", () => {
  expect(applyLetter([held(RESPONSIBLE)], ACCOUNTABLE)).toEqual({ add: [ACCOUNTABLE], release: [] });
  expect(applyLetter([held(ACCOUNTABLE)], RESPONSIBLE)).toEqual({ add: [RESPONSIBLE], release: [] });
  expect(applyLetter([held(ACCOUNTABLE), held(RESPONSIBLE)], SUPPORT).release).toHaveLength(2);
  expect(applyLetter([held(CONSULTED)], ACCOUNTABLE).release).toHaveLength(1);
  expect(applyLetter([held(INFORMED)], INFORMED)).toEqual({ add: [], release: [] });
});

test("INV-04 whatever is given, an organisation has one letter or A and R", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...Object.values(Letter)), { maxLength: 20 }), (given) => {
      let own: LetterFacts[] = [];
      for (const letter of given) {
        const { add, release } = applyLetter(own, letter);
        own = [...own.filter((entry) => !release.includes(entry)), ...add.map((kind) => held(kind))];
        const letters = own.map((entry) => entry.letter).toSorted();
        expect(letters.length <= 1 || letters.join() === "ACCOUNTABLE,RESPONSIBLE").toBe(true);
        expect(cellOf(own)).not.toBeNull();
      }
    }),
  );
});

test("INV-03 only the organisation answers; for a named person that is the person or a coordinator", () => {
  const named = held(RESPONSIBLE, AssignmentState.PROPOSED, "someone");
  expect(mayAnswerLetter(person(AccessRole.MEMBER), held(RESPONSIBLE))).toBe(true);
  expect(mayAnswerLetter(person(AccessRole.MEMBER), named)).toBe(false);
  expect(mayAnswerLetter(person(AccessRole.MEMBER, "someone"), named)).toBe(true);
  expect(mayAnswerLetter(person(AccessRole.PARTNER_COORDINATOR), named)).toBe(true);
  expect(mayAnswerLetter(person(AccessRole.COALITION_COORDINATOR, "m", "elsewhere"), held(RESPONSIBLE))).toBe(false);
});

test("T8 observers answer C and I only, and ask nobody", () => {
  const observer = person(AccessRole.OBSERVER);
  expect(Object.values(Letter).filter((letter) => mayAnswerLetter(observer, held(letter)))).toEqual([CONSULTED, INFORMED]);
  expect(mayProposeLetter(observer)).toBe(false);
  const own = { ...held(SUPPORT, AssignmentState.PROPOSED), organisationId: "elsewhere", proposedByOrganisationId: "o" };
  expect(mayReleaseLetter(person(AccessRole.MEMBER), own)).toBe(true);
  expect(mayReleaseLetter(observer, own)).toBe(false);
});

test("D1 what a guard would ask stands on the card", () => {
  const facts = {
    state: TaskState.BLOCKED,
    assignments: [held(ACCOUNTABLE, AssignmentState.PROPOSED)],
    blockedReason: null,
    consultedCommented: [],
    consultationOver: false,
  };
  expect(openPoints(facts).map(({ code }) => code)).toEqual(["UNCONFIRMED", "NO_ACCOUNTABLE", "NO_RESPONSIBLE", "REASON_MISSING"]);
  expect(openPoints(facts, TaskState.CANCELLED)).toEqual([]);
  expect(openPoints({ ...facts, assignments: [held(ACCOUNTABLE)] }, TaskState.DONE)).toEqual([]);
});

test("INV-14 an action line lacks what it lacks", () => {
  const line = { soThat: "", expectedImpact: "", leadOrganisationId: null, themeId: "t", connectedThemeIds: ["t"] };
  expect(missingForPublication(line)).toEqual(["NO_SO_THAT", "NO_EXPECTED_IMPACT", "NO_LEAD", "NO_CONNECTED_THEME"]);
  expect(missingForPublication({ ...line, soThat: "x", expectedImpact: "y", leadOrganisationId: "o", connectedThemeIds: ["u"] })).toEqual([]);
});

test("T9 the same person for ten minutes, the organisation concerned, later who may make the change", () => {
  const facts = { actorMembershipId: "m", minutesAgo: 10, assignments: [], mayChange: false };
  const member = person(AccessRole.MEMBER);
  expect(mayUndo(member, facts)).toBe(true);
  expect(mayUndo(member, { ...facts, minutesAgo: 10.1 })).toBe(false);
  expect(mayUndo(member, { ...facts, minutesAgo: 999, assignments: [held(CONSULTED, AssignmentState.PROPOSED)] })).toBe(true);
  expect(mayUndo(member, { ...facts, minutesAgo: 999, assignments: [held(INFORMED)] })).toBe(false);
  expect(mayUndo(member, { ...facts, minutesAgo: 999, mayChange: true })).toBe(true);
  expect(mayUndo(person(AccessRole.OBSERVER), facts)).toBe(false);
});

test("D10 any partner coordinator turns a change of the board around within five working days", () => {
  expect(mayUndoBoard(person(AccessRole.PARTNER_COORDINATOR), 5)).toBe(true);
  expect(mayUndoBoard(person(AccessRole.PARTNER_COORDINATOR), 6)).toBe(false);
  expect(mayUndoBoard(person(AccessRole.COALITION_COORDINATOR), 60)).toBe(true);
  expect(mayUndoBoard(person(AccessRole.MEMBER), 0)).toBe(false);
});
