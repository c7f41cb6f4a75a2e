import { AssignmentState, CoalitionStatus, EventType, Swimlane, TaskState, Visibility, WorkingStyle } from "@wijkbord/schema";
import { generateKeyBetween } from "fractional-indexing";
import { v7 as uuidv7 } from "uuid";
import { UserTable } from "../accounts/account.tables.ts";
import { EventTable } from "../activity/event.table.ts";
import { AreaEditionTable, AreaTable } from "../areas/area.tables.ts";
import { CoalitionTable, MembershipTable, OrganisationTable } from "../coalitions/coalition.tables.ts";
import type { EntityManager } from "../database/database.ts";
import type { Services } from "../services.ts";
import { ActionLineTable, BoardColumnTable, BoardTable, TaskPlacementTable, ThemeTable } from "../tasks/board.tables.ts";
import { ChecklistItemTable, CommentTable, LabelTable, TaskAssignmentTable, TaskLabelTable, TaskLinkTable, TaskTable } from "../tasks/task.tables.ts";
import type { DemoBoard, DemoCoalition, DemoTask } from "./data/types.ts";
import { venlo } from "./data/venlo.ts";
import { zuidwest } from "./data/zuidwest.ts";

const dayMs = 86_400_000;

/** Ids that were given to the keys of one demo coalition. */
class Ids {
  private readonly known = new Map<string, string>();
  of(kind: string, key: string): string {
    const name = `${kind}:${key}`;
    const id = this.known.get(name) ?? uuidv7();
    this.known.set(name, id);
    return id;
  }
}

interface Seeding {
  readonly em: EntityManager;
  readonly demo: DemoCoalition;
  readonly coalitionId: string;
  readonly ids: Ids;
  readonly now: Date;
}

async function seedAreas({ em, demo }: Seeding): Promise<void> {
  for (const { code, level, name, year, parentCode, memberCodes } of demo.areas) {
    if (await em.count(AreaTable, { code })) continue;
    em.create(AreaTable, { id: uuidv7(), code, level, parentCode, memberCodes });
    em.create(AreaEditionTable, { id: uuidv7(), code, year, name, outline: null });
  }
}

async function seedPeople({ em, demo, coalitionId, ids, now }: Seeding): Promise<void> {
  for (const { key, name, shortName, letters, kind, parent, colourIndex } of demo.organisations) {
    em.create(OrganisationTable, {
      id: ids.of("organisation", key),
      coalitionId,
      name,
      shortName,
      letters,
      kind,
      parentId: parent ? ids.of("organisation", parent) : null,
      colourIndex,
      leftOn: null,
      createdAt: now,
      version: 1,
    });
  }
  for (const { key, displayName, email, memberships } of demo.people) {
    const existing = await em.findOne(UserTable, { demoKey: key });
    const userId = existing?.id ?? uuidv7();
    if (!existing) em.create(UserTable, { id: userId, displayName, email, demoKey: key, locale: "nl", createdAt: now });
    memberships.forEach(({ organisation, accessRole, capabilities }, index) => {
      const id = index === 0 ? ids.of("member", key) : uuidv7();
      const organisationId = ids.of("organisation", organisation);
      em.create(MembershipTable, { id, coalitionId, organisationId, userId, accessRole, capabilities, validFrom: now, validUntil: null, version: 1 });
    });
  }
}

function seedPlan({ em, demo, coalitionId, ids }: Seeding): void {
  demo.themes.forEach(({ key, nameNl, nameEn }, position) => {
    em.create(ThemeTable, { id: ids.of("theme", key), coalitionId, key, nameNl, nameEn, position });
  });
  for (const { key, title, whatWeDo, soThat, expectedImpact, theme, connectedThemes, lead } of demo.actionLines) {
    em.create(ActionLineTable, {
      id: ids.of("actionLine", key),
      coalitionId,
      title,
      whatWeDo,
      soThat,
      expectedImpact,
      themeId: ids.of("theme", theme),
      connectedThemeIds: connectedThemes.map((name) => ids.of("theme", name)),
      leadOrganisationId: ids.of("organisation", lead),
      version: 1,
    });
  }
}

function seedUnderTask({ em, coalitionId, ids, demo, now }: Seeding, task: DemoTask, taskId: string): void {
  const organisationOf = (person: string) => demo.people.find(({ key }) => key === person)?.memberships[0]?.organisation ?? "";
  const owner = ids.of("organisation", task.assignments[0]?.organisation ?? demo.organisations[0]?.key ?? "");
  const shared = { coalitionId, taskId, visibility: Visibility.COALITION, organisationId: owner, externalId: null };
  task.checklist.forEach(({ text, done }, position) => {
    em.create(ChecklistItemTable, { id: uuidv7(), ...shared, text, done, position, assigneeMembershipId: null });
  });
  for (const { title, url, audience } of task.links) em.create(TaskLinkTable, { id: uuidv7(), ...shared, title, url, audience });
  for (const { person, text, visibility } of task.comments) {
    em.create(CommentTable, {
      id: uuidv7(),
      coalitionId,
      taskId,
      membershipId: ids.of("member", person),
      organisationId: ids.of("organisation", organisationOf(person)),
      visibility,
      text,
      importedAuthor: null,
      createdAt: now,
      editedAt: null,
      removedAt: null,
      externalId: null,
    });
  }
  for (const { organisation, letter, person, accepted } of task.assignments) {
    em.create(TaskAssignmentTable, {
      id: uuidv7(),
      coalitionId,
      taskId,
      organisationId: ids.of("organisation", organisation),
      membershipId: person ? ids.of("member", person) : null,
      letter,
      state: accepted ? AssignmentState.ACCEPTED : AssignmentState.PROPOSED,
      proposedByOrganisationId: owner,
      note: null,
      reason: null,
      createdAt: now,
      version: 1,
    });
  }
}

function seedBoard(seeding: Seeding, board: DemoBoard, firstNumber: number): string[] {
  const { em, coalitionId, ids, now } = seeding;
  const boardId = ids.of("board", board.areaCode);
  const { areaCode, title, style } = board;
  em.create(BoardTable, { id: boardId, coalitionId, areaCode, title, style, swimlane: Swimlane.NONE, archivedAt: null, createdAt: now, version: 1 });
  board.columns.forEach((column, position) => {
    em.create(BoardColumnTable, { id: ids.of("column", `${areaCode}/${column.state}`), coalitionId, boardId, ...column, position, version: 1 });
  });
  const last = new Map<TaskState, string>();
  return board.tasks.map((task, index) => {
    const taskId = ids.of("task", `${areaCode}/${task.key}`);
    const position = generateKeyBetween(last.get(task.state) ?? null, null);
    last.set(task.state, position);
    em.create(TaskTable, {
      id: taskId,
      coalitionId,
      number: firstNumber + index,
      title: task.title,
      description: task.description,
      state: task.state,
      stateBeforeBlocked: task.state === TaskState.BLOCKED ? TaskState.IN_PROGRESS : null,
      themeId: ids.of("theme", task.theme),
      actionLineId: task.actionLine ? ids.of("actionLine", task.actionLine) : null,
      areaCode,
      dueOn: task.dueInDays === null ? null : new Date(now.getTime() + task.dueInDays * dayMs).toISOString().slice(0, 10),
      priority: task.priority,
      blockedReason: task.blockedReason,
      blockedByTaskId: task.blockedBy ? ids.of("task", `${areaCode}/${task.blockedBy}`) : null,
      allInformed: task.allInformed,
      visibility: Visibility.COALITION,
      organisationId: ids.of("organisation", task.assignments[0]?.organisation ?? seeding.demo.organisations[0]?.key ?? ""),
      createdByMembershipId: null,
      importedNames: [],
      unconfirmedImport: false,
      externalId: null,
      enteredReviewAt: task.state === TaskState.IN_REVIEW ? now : null,
      doneAt: task.state === TaskState.DONE ? now : null,
      archivedAt: null,
      createdAt: now,
      updatedAt: now,
      version: 1,
      groupVersions: {},
    });
    const columnId = ids.of("column", `${areaCode}/${task.state}`);
    em.create(TaskPlacementTable, { id: uuidv7(), coalitionId, taskId, boardId, columnId, position, isHome: true });
    for (const name of task.labels) em.create(TaskLabelTable, { id: uuidv7(), coalitionId, taskId, labelId: ids.of("label", name) });
    seedUnderTask(seeding, task, taskId);
    return boardId;
  });
}

/** Writes one demo coalition; the log begins with one event per board. */
export async function seedCoalition(em: EntityManager, demo: DemoCoalition, now: Date): Promise<void> {
  const coalitionId = uuidv7();
  const seeding: Seeding = { em, demo, coalitionId, ids: new Ids(), now };
  const { name, slug, taskPrefix, municipalityCode } = demo;
  const tasks = demo.boards.reduce((sum, board) => sum + board.tasks.length, 0);
  em.create(CoalitionTable, {
    id: coalitionId,
    name,
    slug,
    taskPrefix,
    municipalityCode,
    status: CoalitionStatus.ACTIVE,
    timeZone: "Europe/Amsterdam",
    defaultStyle: WorkingStyle.LIGHT,
    ownDeviceDays: null,
    isDemo: true,
    sequence: demo.boards.length,
    lastTaskNumber: 100 + tasks,
    createdAt: now,
    version: 1,
  });
  await seedAreas(seeding);
  await seedPeople(seeding);
  seedPlan(seeding);
  const labels = new Set(demo.boards.flatMap((board) => board.tasks.flatMap((task) => task.labels)));
  for (const label of labels) em.create(LabelTable, { id: seeding.ids.of("label", label), coalitionId, name: label });
  let number = 101;
  demo.boards.forEach((board, index) => {
    number += seedBoard(seeding, board, number).length;
    const boardId = seeding.ids.of("board", board.areaCode);
    em.create(EventTable, {
      id: uuidv7(),
      coalitionId,
      sequence: index + 1,
      type: EventType.BOARD_CREATED,
      occurredAt: now,
      actorMembershipId: null,
      targetType: "Board",
      targetId: boardId,
      taskId: null,
      boardIds: [boardId],
      visibility: Visibility.COALITION,
      organisationId: null,
      version: 1,
      changes: [],
      clientMutationId: null,
      undoes: null,
    });
  });
  await em.flush();
}

/** Fills an empty demo hub; what stands there already stays. */
export async function seedDemo({ database, clock }: Services): Promise<void> {
  await database.transaction(async (em) => {
    for (const demo of [zuidwest, venlo]) {
      if (await em.count(CoalitionTable, { slug: demo.slug })) continue;
      await seedCoalition(em, demo, clock.now());
    }
  });
}
