import { hubSchema } from "@wijkbord/server/src/graphql/schema.ts";
import { isPersonal } from "@wijkbord/server/src/realtime/personal.ts";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import {
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { boardCalled, change } from "../harness/board.ts";
import { Client } from "../harness/client.ts";
import { startTestHub } from "../harness/hub.ts";
import { tokenOf } from "../harness/live.ts";
import { TestSocket } from "../harness/socket.ts";

let hub: Hub;
let schema: GraphQLSchema;
beforeAll(async () => {
  hub = await startTestHub();
  schema = await hubSchema();
});
afterAll(() => hub[Symbol.asyncDispose]());

const fieldsOf = (type: GraphQLNamedType | undefined): GraphQLField<unknown, unknown>[] =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];

/** Types that a subscription or a whole board reaches. */
function reached(): Map<string, GraphQLNamedType> {
  const found = new Map<string, GraphQLNamedType>();
  const visit = (type: GraphQLNamedType) => {
    if (found.has(type.name) || isLeafType(type)) return;
    found.set(type.name, type);
    if (isUnionType(type)) type.getTypes().forEach(visit);
    for (const field of fieldsOf(type)) if (!isPersonal(type.name, field.name)) visit(getNamedType(field.type));
  };
  for (const name of ["EventBatch", "PresenceUpdate", "Task"]) {
    const type = schema.getType(name);
    if (type) visit(type);
  }
  return found;
}

/** Words by which a description speaks to the person that asks. */
const speaksOfPerson = /\b(whether you|your own|you (follow|wrote|made|may (change|archive|cancel|write)))\b/i;

test("T7-01 what a subscription reaches speaks of nobody in particular, or is refused there by its name", () => {
  const types = reached();
  expect([...types.keys()]).toEqual(expect.arrayContaining(["EventBatch", "HubEvent", "Task", "Board", "Coalition", "PresentPerson"]));
  const wrong = [...types].flatMap(([name, type]) =>
    fieldsOf(type)
      .filter((field) => !isPersonal(name, field.name) && speaksOfPerson.test(field.description ?? ""))
      .map((field) => `${name}.${field.name}`),
  );
  expect(wrong).toEqual([]);
  expect([...types.keys()]).not.toContain("Me");
  for (const name of ["viewerCanEdit", "viewerWatches", "unreadCount", "ownVote", "myAnswer"]) expect(isPersonal("Task", name)).toBe(true);
});

const needsArgument = ({ args }: GraphQLField<unknown, unknown>) => args.some(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);

/** A field with what is below it, to a depth; null when it cannot be asked so. */
function selectionOf(field: GraphQLField<unknown, unknown>, depth = 0): string | null {
  const type = getNamedType(field.type);
  if (needsArgument(field)) return null;
  if (isLeafType(type)) return field.name;
  return isObjectType(type) && depth >= 0 ? `${field.name} { ${everything(type.name, depth)} }` : null;
}

/** Every field of a type that groups share. */
function everything(name: string, depth: number): string {
  const fields = fieldsOf(schema.getType(name)).flatMap((field) => (isPersonal(name, field.name) ? [] : (selectionOf(field, depth - 1) ?? [])));
  return ["__typename", ...fields].join(" ");
}

test("T7-02 every field that groups share is answered without a person", async () => {
  const fenna = await Client.as(hub.url, "fenna");
  const board = await boardCalled(fenna, "Moerwijk");
  await change(fenna, "createTask", "CreateTaskInput", { boardId: board.id, title: "Voor iedereen" });
  const answer = await fenna.run<{ updateBoard: { asOfSequence?: number } }>(
    "mutation U($input: UpdateBoardInput!) { updateBoard(input: $input) { ... on UpdateBoardPayload { asOfSequence } } }",
    {
      input: { id: board.id, expectedVersion: 1, title: "Moerwijk samen" },
    },
  );
  const last = answer.updateBoard.asOfSequence ?? 0;
  expect(last).toBeGreaterThan(board.asOfSequence);
  const token = await tokenOf(hub.url, "demi");

  const selections = ["Task", "Board"].flatMap((type) =>
    fieldsOf(schema.getType(type)).flatMap((field) => {
      const selection = isPersonal(type, field.name) ? null : selectionOf(field);
      return selection ? [{ id: `${type}.${field.name}`, type, text: `events { subject { __typename ... on ${type} { ${selection} } } }` }] : [];
    }),
  );
  const events = { id: "HubEvent", type: "Task", text: `events { subject { __typename } ${everything("HubEvent", 1)} }` };
  for (const { id, type, text } of [...selections, events]) {
    await using socket = await TestSocket.as(hub.url, token);
    socket.subscribe(id, `subscription S($boardId: ID!, $after: Sequence) { boardEvents(boardId: $boardId, after: $after) { toSequence ${text} } }`, {
      boardId: board.id,
      after: board.asOfSequence,
    });
    // Results throw when they hold an error.
    const batches = () => socket.results<{ toSequence: number; events: { subject: { __typename: string } | null }[] }>(id, "boardEvents");
    await socket.until(() => socket.ended(id) || batches().some(({ toSequence }) => toSequence >= last));
    expect(socket.ended(id), `${id}: ${JSON.stringify(socket.messages.at(-1))}`).toBe(false);
    expect(
      batches().flatMap((batch) => batch.events.map(({ subject }) => subject?.__typename)),
      id,
    ).toContain(type);
  }
  expect(selections.length).toBeGreaterThan(40);
});
