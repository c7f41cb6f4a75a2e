import { type Example, examples, type OwnIds, variablesOf } from "@wijkbord/schema/examples";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { boardCalled, change } from "../harness/board.ts";
import { Client } from "../harness/client.ts";
import { startTestHub } from "../harness/hub.ts";
import { collect, tokenOf } from "../harness/live.ts";

let hub: Hub;
let demi: Client;
let fenna: Client;
let ids: OwnIds;

const ownIds = `query Own { me { memberships { organisationId coalition { id boards { id title areaCode } } } } }`;
interface Own {
  me: { memberships: { organisationId: string; coalition: { id: string; boards: { id: string; title: string; areaCode: string }[] } }[] };
}

beforeAll(async () => {
  hub = await startTestHub();
  [demi, fenna] = await Promise.all([Client.as(hub.url, "demi"), Client.as(hub.url, "fenna")]);
  const { me } = await demi.run<Own>(ownIds);
  const [hat] = me.memberships;
  const board = hat?.coalition.boards.find(({ title }) => title.includes("Moerwijk"));
  const { tasks } = await boardCalled(demi, "Moerwijk");
  ids = {
    coalitionId: hat?.coalition.id ?? "",
    organisationId: hat?.organisationId ?? "",
    boardId: board?.id ?? "",
    areaCode: board?.areaCode ?? "",
    taskId: tasks[0]?.id ?? null,
  };
});
afterAll(() => hub[Symbol.asyncDispose]());

const called = (key: string): Example => {
  const found = examples.find((example) => example.key === key);
  if (!found) throw new Error(`No example ${key}.`);
  return found;
};
const ask = <Data>(key: string) => demi.run<Data>(called(key).document, variablesOf(called(key), ids));

interface Listed {
  tasks: {
    totalCount: number;
    nodes: { number: string; theme?: { nameNl: string } | null; areaCode?: string; assignments?: { organisation: { shortName: string } }[] }[];
  };
}

test("EX-01 every example that is answered once gives data within the limits", async () => {
  for (const example of examples.filter(({ live }) => !live)) {
    const answer = await demi.send(example.document, variablesOf(example, ids));
    expect(answer.errors, example.key).toBeUndefined();
    for (const value of Object.values(answer.data ?? {})) expect(value, example.key).toBeTruthy();
  }
});

test("EX-02 the examples of tasks name organisations, themes and areas", async () => {
  const letters = (await ask<Listed>("letters-per-area")).tasks;
  expect(letters.totalCount).toBeGreaterThanOrEqual(24);
  expect(letters.nodes.flatMap(({ assignments }) => assignments ?? []).map(({ organisation }) => organisation.shortName)).toContain("De Portiek");
  const open = (await ask<Listed>("no-accountable-per-theme")).tasks;
  expect(open.nodes.some(({ theme }) => theme?.nameNl)).toBe(true);
});

test("EX-02 what waits on an organisation is what others asked of it", async () => {
  const before = (await ask<Listed>("waits-on-us")).tasks.totalCount;
  const input = { boardId: ids.boardId, title: "Vraag aan De Portiek", accountableOrganisationId: ids.organisationId };
  const { task } = await change(fenna, "createTask", "CreateTaskInput", input);
  const after = (await ask<Listed>("waits-on-us")).tasks;
  expect(after.totalCount).toBe(before + 1);
  expect(after.nodes.map(({ number }) => number)).toContain(task?.number);
});

test("EX-02 the history of a task and the figures of a wijk stand in their examples", async () => {
  const { task } = await change(fenna, "createTask", "CreateTaskInput", { boardId: ids.boardId, title: "Met geschiedenis" });
  const history = called("task-with-history");
  const answer = await demi.run<{ task: { history: { type: string }[] } }>(history.document, variablesOf(history, { ...ids, taskId: task?.id ?? null }));
  expect(answer.task.history.map(({ type }) => type)).toContain("TASK_CREATED");
  const figures = await ask<{ neighbourhood: { name: string; figures: unknown[] } } & Listed>("figures-beside-tasks");
  expect(figures.neighbourhood.name).toBe("Moerwijk");
  expect(figures.tasks.nodes.length).toBeGreaterThan(0);
});

type LiveAnswer = Record<string, { events: { subject: { title?: string } | null }[] }>;
const titlesIn = (answers: LiveAnswer[]) =>
  answers.flatMap((answer) => Object.values(answer)).flatMap(({ events }) => events.map(({ subject }) => subject?.title));

/** Follows a live example from a number until a title came. */
async function liveUntil(key: string, after: number, title: string): Promise<(string | undefined)[]> {
  const request = { query: called(key).document, variables: { ...variablesOf(called(key), ids), after } };
  return titlesIn(await collect<LiveAnswer>(hub.url, await tokenOf(hub.url, "demi"), request, (answers) => titlesIn(answers).includes(title)));
}

test("EX-03 the live example of a board receives a change made over HTTP", async () => {
  const { asOfSequence } = await boardCalled(fenna, "Moerwijk");
  const received = liveUntil("live-board", asOfSequence, "Live op het bord");
  await change(fenna, "createTask", "CreateTaskInput", { boardId: ids.boardId, title: "Live op het bord" });
  expect(await received).toEqual(["Live op het bord"]);
});

test("EX-03 the live example of an organisation receives what concerns it, and nothing else", async () => {
  const { asOfSequence, coalition } = await boardCalled(fenna, "Moerwijk");
  const other = coalition.organisations.find(({ shortName }) => shortName === "UWV");
  const received = liveUntil("live-organisation", asOfSequence, "Aan De Portiek, toch niet");
  const ask = (title: string, accountableOrganisationId?: string) =>
    change(fenna, "createTask", "CreateTaskInput", { boardId: ids.boardId, title, accountableOrganisationId });
  await ask("Aan niemand");
  await ask("Aan UWV", other?.id);
  const { task } = await ask("Aan De Portiek, toch niet", ids.organisationId);
  const titles = new Set(await received);
  expect([...titles]).toEqual(["Aan De Portiek, toch niet"]);
  const before = (await boardCalled(fenna, "Moerwijk")).asOfSequence;
  const withdrawn = liveUntil("live-organisation", before, "Aan De Portiek, toch niet");
  const [letter] = task?.assignments ?? [];
  await change(fenna, "releaseAssignment", "ActInput", { id: letter?.id, expectedVersion: letter?.version });
  expect(await withdrawn).toContain("Aan De Portiek, toch niet");
});
