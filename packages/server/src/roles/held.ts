import {
  AgreementState,
  agreementNumber,
  AssignmentState,
  dayIn,
  HandoverKind,
  isHeldOn,
  Letter,
  mayAnswerLetter,
  mayAnswerSeat,
  mayDecideRound,
  RoleState,
  TaskState,
  type Viewer,
  Visibility,
} from "@wijkbord/schema";
import { HandoverItem, type RoleAssignment } from "@wijkbord/schema/types";
import { registerOf } from "../agreements/agreementList.ts";
import type { EntityManager } from "../database/database.ts";
import type { Card } from "../tasks/cards.ts";
import { readTaskPage } from "../tasks/taskList.ts";
import { RoleAssignmentTable, RoleTable } from "./role.tables.ts";

/** What is held, with whether the viewer may hand it over. */
export interface Held extends Omit<HandoverItem, "request"> {
  readonly mayHandOver: boolean;
}
/** Whose things: an organisation, or one member of it. */
export interface Holder {
  readonly organisationId: string;
  readonly membershipId: string | null;
}

const pageSize = 100;
const over: readonly TaskState[] = [TaskState.DONE, TaskState.CANCELLED];

/** Every task that carries a live letter of the organisation, as the viewer may see it. */
export async function cardsOf(em: EntityManager, viewer: Viewer, organisationId: string): Promise<Card[]> {
  const cards: Card[] = [];
  for (let after = 0; ;) {
    const { cards: found, hasNextPage } = await readTaskPage(em, viewer, { organisationId }, after, pageSize);
    cards.push(...found);
    const last = found.at(-1);
    if (!hasNextPage || !last) return cards;
    after = last.task.number;
  }
}

function lettersOf(cards: readonly Card[], viewer: Viewer, { organisationId, membershipId }: Holder): Held[] {
  const open = cards.filter(({ task }) => !over.includes(task.state) && task.visibility !== Visibility.ORGANISATION);
  return open.flatMap(({ task, assignments, prefix }) =>
    assignments
      .filter(
        (held) =>
          held.organisationId === organisationId &&
          held.state === AssignmentState.ACCEPTED &&
          held.letter !== Letter.INFORMED &&
          (membershipId === null || held.membershipId === membershipId),
      )
      .map((held) => ({
        kind: HandoverKind.TASK_LETTER,
        objectId: held.id,
        aboutId: task.id,
        title: task.title,
        number: `${prefix}-${task.number}`,
        letter: held.letter,
        membershipId: held.membershipId,
        mayHandOver: mayAnswerLetter(viewer, held),
      })),
  );
}

async function seatsOf(em: EntityManager, viewer: Viewer, { organisationId, membershipId }: Holder, today: string): Promise<Held[]> {
  const seats = (await em.find(RoleAssignmentTable, { coalitionId: viewer.coalitionId, organisationId }, { orderBy: { createdAt: "asc", id: "asc" } })).filter(
    (seat: RoleAssignment) => isHeldOn(seat, today) && (membershipId === null || seat.membershipId === membershipId),
  );
  const roles = new Map(
    (await em.find(RoleTable, { id: { $in: seats.map(({ roleId }) => roleId) }, state: { $ne: RoleState.RETIRED } })).map((role) => [role.id, role]),
  );
  return seats.flatMap((seat) => {
    const role = roles.get(seat.roleId);
    return role
      ? [
          {
            kind: HandoverKind.ROLE_SEAT,
            objectId: seat.id,
            aboutId: role.id,
            title: role.name,
            number: null,
            letter: null,
            membershipId: seat.membershipId,
            mayHandOver: mayAnswerSeat(viewer, seat),
          },
        ]
      : [];
  });
}

/** What an organisation or one member of it holds: letters on open tasks, roles, and agreements that go on. */
export async function heldBy(em: EntityManager, viewer: Viewer, holder: Holder, now: Date, timeZone: string): Promise<Held[]> {
  const today = dayIn(now, timeZone);
  const letters = lettersOf(await cardsOf(em, viewer, holder.organisationId), viewer, holder);
  const seats = await seatsOf(em, viewer, holder, today);
  if (holder.membershipId !== null) return [...letters, ...seats];
  const owned = await registerOf(em, viewer, { ownerOrganisationId: holder.organisationId }, today);
  const agreements = owned
    .filter(({ state }) => state !== AgreementState.ENDED)
    .map((agreement) => ({
      kind: HandoverKind.AGREEMENT,
      objectId: agreement.id,
      aboutId: agreement.id,
      title: agreement.title,
      number: agreementNumber(agreement.number),
      letter: null,
      membershipId: null,
      mayHandOver: mayDecideRound(viewer, agreement),
    }));
  return [...letters, ...seats, ...agreements];
}
