import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { change } from "../harness/board.ts";
import { Client } from "../harness/client.ts";
import { startTestHub } from "../harness/hub.ts";

const folder = join(import.meta.dirname, "../../../shared/data/trello");
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];

interface Export {
  lists: { closed: boolean }[];
  cards: { closed: boolean }[];
  checklists?: { checkItems: unknown[] }[];
  actions?: { type: string }[];
  members: { username: string }[];
}

test("A7-00 real exports are tried whenever they stand beside the checkout", () => {
  expect(existsSync(folder)).toBe(files.length > 0);
});

describe.for(files)("real export %s", (file) => {
  let hub: Hub;
  const path = join(folder, file);
  const board = JSON.parse(readFileSync(path, "utf8")) as Export;
  const partners = ["De Portiek", "UWV"];
  const members = board.members.map(({ username }, index) => ({ member: username, organisation: partners[index % 2] ?? "", person: null, place: "map" }));
  const prepare = () =>
    hub.services.imports.prepare(createReadStream(path), { coalition: "zuidwest", board: "WK051832", actor: null, members, states: {}, owner: null });
  const bringIn = async () => {
    const { id, report } = await prepare();
    await hub.services.imports.land(id, null);
    return report;
  };
  const count = async (sql: string) => (await hub.services.database.read().execute<{ count: number }[]>(`select count(*)::int as count from ${sql}`))[0]?.count;
  const onBoard = `task t join task_placement p on p.task_id = t.id join board b on b.id = p.board_id where b.area_code = 'WK051832'`;
  const under = (table: string) => `${table} x join task_placement p on p.task_id = x.task_id join board b on b.id = p.board_id where b.area_code = 'WK051832'`;
  const inFile = {
    lists: board.lists.filter(({ closed }) => !closed).length,
    cards: board.cards.length,
    archived: board.cards.filter(({ closed }) => closed).length,
    steps: (board.checklists ?? []).reduce((sum, { checkItems }) => sum + checkItems.length, 0),
    comments: (board.actions ?? []).filter(({ type }) => type === "commentCard" || type === "copyCommentCard").length,
  };
  const here = async () => ({
    lists: await count(`board_column k join board b on b.id = k.board_id where b.area_code = 'WK051832'`),
    cards: await count(onBoard),
    archived: await count(`${onBoard} and t.archived_at is not null`),
    steps: await count(under("checklist_item")),
    comments: await count(under("comment")),
  });

  beforeAll(async () => {
    hub = await startTestHub();
  });
  afterAll(() => hub[Symbol.asyncDispose]());

  test("A7-01 comes in with the counts of the file, twice gives nothing twice", async () => {
    const report = await bringIn();
    expect(report.file).toMatchObject({
      lists: board.lists.length,
      cards: inFile.cards,
      archivedCards: inFile.archived,
      checklists: board.checklists?.length ?? 0,
      checklistItems: inFile.steps,
      comments: inFile.comments,
    });
    expect(await here()).toEqual(inFile);
    const again = await bringIn();
    expect(again.fresh).toMatchObject({ lists: 0, cards: 0, checklistItems: 0, comments: 0, letters: 0 });
    expect(await here()).toEqual(inFile);
  });

  test("A7-02 every card can be moved, and two organisations confirm their letters in one act each", async () => {
    const fenna = await Client.as(hub.url, "fenna");
    const em = hub.services.database.read();
    const columns = await em.execute<{ id: string; board_id: string }[]>(
      `select k.id, k.board_id from board_column k join board b on b.id = k.board_id where b.area_code = 'WK051832' order by k.position`,
    );
    const tasks = await em.execute<{ id: string; version: number; column_id: string }[]>(
      `select t.id, t.version, p.column_id from ${onBoard} and t.archived_at is null`,
    );
    expect(tasks).toHaveLength(inFile.cards - inFile.archived);
    for (const { id, column_id, version } of tasks) {
      const column = columns.find((one) => one.id !== column_id);
      const moved = await change(fenna, "moveTask", "MoveTaskInput", { id, columnId: column?.id, expectedVersion: version, reason: "verplaatst" });
      expect(moved.__typename).toBe("MoveTaskPayload");
    }
    for (const key of ["demi", "imani"]) {
      const person = await Client.as(hub.url, key);
      const answer = `mutation C($input: ConfirmImportedInput!) { confirmImported(input: $input) { __typename } }`;
      const { confirmImported } = await person.run<{ confirmImported: { __typename: string } }>(answer, { input: { boardId: columns[0]?.board_id } });
      expect(confirmImported.__typename).toBe("ConfirmImportedPayload");
    }
    expect(await count(`${under("task_assignment")} and x.state = 'PROPOSED' and x.letter <> 'ACCOUNTABLE'`)).toBe(0);
  });
});
