import { CoalitionStatus, WorkingStyle } from "@wijkbord/schema";
import { seedAgreements } from "../agreements/seed.ts";
import { CoalitionTable } from "../coalitions/coalition.tables.ts";
import type { EntityManager } from "../database/database.ts";
import { seedMeetings } from "../meetings/seed.ts";
import { seedRoles } from "../roles/seed.ts";
import type { Services } from "../services.ts";
import { LabelTable } from "../tasks/task.tables.ts";
import type { DemoCoalition } from "./data/types.ts";
import { venlo } from "./data/venlo.ts";
import { zuidwest } from "./data/zuidwest.ts";
import { DemoIds } from "./ids.ts";
import { type MoreHistory, writeBoard } from "./write/board.ts";
import type { LogEntry } from "./write/history.ts";
import { writeLog } from "./write/log.ts";
import { writeAreas, writePeople, writePlan } from "./write/people.ts";
import type { Seeding } from "./write/seeding.ts";

const firstTaskNumber = 101;

/** How a demo coalition is written. */
export interface SeedOptions {
  readonly ids: DemoIds;
  readonly more: MoreHistory;
  /** The log keeps its first so many entries. */
  readonly maxEvents: number;
  readonly progress: (done: number, total: number) => void;
}

const plainly = (): SeedOptions => ({ ids: new DemoIds(), more: () => {}, maxEvents: Number.POSITIVE_INFINITY, progress: () => {} });

/** Writes one demo coalition with a log that tells how its tasks came to be; returns the number of entries. */
export async function seedCoalition(em: EntityManager, demo: DemoCoalition, now: Date, options: SeedOptions = plainly()): Promise<number> {
  const { ids, more, maxEvents, progress } = options;
  const coalitionId = ids.of("coalition", demo.slug);
  const seeding: Seeding = { em, demo, coalitionId, ids, now };
  const { name, slug, taskPrefix, municipalityCode } = demo;
  await writeAreas(seeding);
  await writePeople(seeding);
  writePlan(seeding);
  const labels = new Set(demo.boards.flatMap((board) => board.tasks.flatMap((task) => task.labels)));
  for (const label of labels) em.create(LabelTable, { id: ids.of("label", label), coalitionId, name: label, version: 1 });
  const entries: LogEntry[] = [];
  let number = firstTaskNumber;
  for (const board of demo.boards) {
    const written = writeBoard(seeding, board, number, more);
    entries.push(...written.entries);
    number += written.tasks.length;
  }
  const log = entries.toSorted((one, other) => one.at.getTime() - other.at.getTime()).slice(0, maxEvents);
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
    agreementPresence: false,
    isDemo: true,
    sequence: log.length,
    lastTaskNumber: number - 1,
    createdAt: now,
    version: 1,
  });
  await em.flush();
  await writeLog(em, coalitionId, ids, log, progress);
  return log.length;
}

/** The coalitions of the demo. */
export const demoCoalitions: readonly DemoCoalition[] = [zuidwest, venlo];

/** Writes one coalition of the demo with everything that its people did. */
export async function fillCoalition(em: EntityManager, demo: DemoCoalition, now: Date): Promise<void> {
  await seedCoalition(em, demo, now);
  await seedAgreements(em, demo.slug, now);
  await seedRoles(em, demo.slug, now);
  await seedMeetings(em, demo.slug, now);
}

/** Fills an empty demo hub; what stands there already stays. */
export async function seedDemo({ database, clock }: Pick<Services, "database" | "clock">): Promise<void> {
  await database.transaction(async (em) => {
    for (const demo of demoCoalitions) {
      if (await em.count(CoalitionTable, { slug: demo.slug })) continue;
      await fillCoalition(em, demo, clock.now());
    }
  });
}
