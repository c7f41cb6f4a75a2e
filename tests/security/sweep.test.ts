import { anonymous } from "@wijkbord/server/src/accounts/principal.ts";
import { requestContext } from "@wijkbord/server/src/graphql/context.ts";
import { hubSchema } from "@wijkbord/server/src/graphql/schema.ts";
import { Audience, openMutations, rootAudience } from "@wijkbord/server/src/graphql/visibility.ts";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import { execute, type GraphQLField, type GraphQLSchema, parse } from "graphql";
import { createClient } from "graphql-ws";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { startTestHub } from "../harness/hub.ts";
import { bearer, raw, tokenOf } from "../harness/raw.ts";
import { callOf, type Ids, type Kind, kinds } from "./calls.ts";

let hub: Hub;
const schema: GraphQLSchema = await hubSchema();
const tokens: Record<string, string> = {};
/** Things of Zuidwest that all its members see; and those that only De Portiek sees. */
let shared: Ids;
let internal: Ids;
let secrets: string[];
const marks = ["Geheim van De Portiek", "Stap van De Portiek", "Notitie van De Portiek", "Map van De Portiek"] as const;

const same = (id: () => string): Ids => Object.fromEntries(kinds.map((kind) => [kind, id()])) as Record<Kind, string>;
const unknown = same(uuidv7);
const nonsense = same(() => "geen-kenmerk");

const as = (key: string, query: string, variables: Record<string, unknown> = {}) =>
  raw(`${hub.url}/graphql`, { body: { query, variables }, headers: bearer(tokens[key] ?? "") });

async function one(statement: string, values: string[]): Promise<string> {
  const [row] = await hub.services.database.read().execute<{ id: string }[]>(`${statement} limit 1`, values);
  if (!row) throw new Error(`Nothing for: ${statement}`);
  return row.id;
}

/** As `one`, or an id of nothing where the demo has no such thing. */
const orElse = (statement: string, value: string) => one(statement, [value]).catch(() => uuidv7());

/** One id of each kind, for one task and what belongs to it. */
async function idsOf(coalition: string, task: string): Promise<Ids> {
  const inCoalition = (table: string) => one(`select id from ${table} where coalition_id = ? order by id`, [coalition]);
  const underTask = (table: string) => one(`select id from ${table} where task_id = ? order by id`, [task]);
  return {
    coalition,
    task,
    organisation: await one(
      "select organisation_id as id from membership m join user_account u on u.id = m.user_id where m.coalition_id = ? and u.demo_key = 'demi'",
      [coalition],
    ),
    membership: await one("select m.id from membership m join user_account u on u.id = m.user_id where m.coalition_id = ? and u.demo_key = 'demi'", [
      coalition,
    ]),
    board: await one("select board_id as id from task_placement where task_id = ?", [task]),
    column: await one("select column_id as id from task_placement where task_id = ?", [task]),
    assignment: await underTask("task_assignment"),
    checklistItem: await underTask("checklist_item"),
    comment: await underTask("comment"),
    link: await underTask("task_link"),
    label: await inCoalition("label"),
    theme: await inCoalition("theme"),
    actionLine: await inCoalition("action_line"),
    event: await one("select id from event where task_id = ? order by sequence", [task]),
    relation: await one("select id from task_relation where coalition_id = ?", [coalition]),
    agreement: await orElse("select id from process_agreement where coalition_id = ?", coalition),
    version: await orElse("select id from agreement_version where coalition_id = ?", coalition),
    objection: await orElse("select id from objection where coalition_id = ?", coalition),
    mandate: await orElse("select id from mandate where coalition_id = ?", coalition),
    remark: await orElse("select id from agreement_remark where coalition_id = ?", coalition),
    role: await orElse("select id from coalition_role where coalition_id = ?", coalition),
    seat: await orElse("select id from role_assignment where coalition_id = ?", coalition),
    handover: await orElse("select id from handover_request where coalition_id = ?", coalition),
    meeting: await orElse("select id from meeting where coalition_id = ?", coalition),
    agendaItem: await orElse("select id from agenda_item where coalition_id = ?", coalition),
    promise: await orElse("select id from meeting_promise where coalition_id = ?", coalition),
    decision: await orElse("select id from decision where coalition_id = ?", coalition),
    savedView: await orElse("select id from saved_view where coalition_id = ?", coalition),
    template: await orElse("select id from template where coalition_id = ?", coalition),
    invitation: await orElse("select id from invitation where coalition_id = ?", coalition),
    session: await one("select s.id from session s join user_account u on u.id = s.user_id where u.demo_key = ?", ["demi"]),
  };
}

/** Makes a task with everything under it, as Demi; returns its id. */
async function makeTask(visibility: "COALITION" | "ORGANISATION"): Promise<string> {
  const [title, step, note, link] = visibility === "ORGANISATION" ? marks : ["Open taak", "Open stap", "Open reactie", "Open map"];
  const board = await one("select b.id from board b join coalition c on c.id = b.coalition_id where c.slug = ?", ["zuidwest"]);
  const organisationId = await one("select organisation_id as id from membership m join user_account u on u.id = m.user_id where u.demo_key = ?", ["demi"]);
  const input = { boardId: board, title, visibility, accountableOrganisationId: organisationId };
  const made = await as("demi", "mutation C($input: CreateTaskInput!) { createTask(input: $input) { ... on CreateTaskPayload { task { id } } } }", { input });
  const { id: taskId } = (made.data as { createTask: { task: { id: string } } }).createTask.task;
  const under: [string, string, Record<string, unknown>][] = [
    ["addChecklistItem", "AddChecklistItemInput", { taskId, text: step }],
    ["addComment", "AddCommentInput", { taskId, text: note }],
    ["addTaskLink", "AddTaskLinkInput", { taskId, title: link, url: "https://deportiek.example/map" }],
  ];
  for (const [name, type, sent] of under) {
    const answer = await as(
      "demi",
      `mutation U($input: ${type}!) { answer: ${name}(input: $input) { __typename ... on ValidationProblem { field code } ... on NotAllowed { reason } } }`,
      { input: sent },
    );
    if (!answer.text.includes("Payload")) throw new Error(answer.text);
  }
  return taskId;
}

beforeAll(async () => {
  hub = await startTestHub();
  for (const key of ["demi", "thijs", "sem", "marlon"]) tokens[key] = await tokenOf(hub.url, key);
  const [open, hidden] = [await makeTask("COALITION"), await makeTask("ORGANISATION")];
  const other = await makeTask("COALITION");
  const related = await as("demi", "mutation R($input: RelateTasksInput!) { relateTasks(input: $input) { __typename } }", {
    input: { taskId: open, otherTaskId: other, kind: "RELATES" },
  });
  if (!related.text.includes("Payload")) throw new Error(related.text);
  const coalition = await one("select id from coalition where slug = ?", ["zuidwest"]);
  [shared, internal] = [await idsOf(coalition, open), await idsOf(coalition, hidden)];
  const titles = await hub.services.database.read().execute<{ title: string }[]>("select title from task where coalition_id = ?", [coalition]);
  const names = await hub.services.database.read().execute<{ name: string }[]>("select name from organisation where coalition_id = ?", [coalition]);
  secrets = [...marks, ...titles.map(({ title }) => title), ...names.map(({ name }) => name)].filter((text) => text.length > 8);
});
afterAll(() => hub[Symbol.asyncDispose]());

const fieldsOf = (type: { getFields(): Record<string, GraphQLField<unknown, unknown>> } | null | undefined) => Object.values(type?.getFields() ?? {});
const queries = fieldsOf(schema.getQueryType());
const mutations = fieldsOf(schema.getMutationType());
const subscriptions = fieldsOf(schema.getSubscriptionType());
const withIds = (field: GraphQLField<unknown, unknown>) =>
  JSON.stringify(callOf("query", field, unknown).variables) !== JSON.stringify(callOf("query", field, nonsense).variables);

/** The answer without the ids that were asked for. */
function blank(text: string, ids: Ids): string {
  return Object.values(ids).reduce((left, id) => left.replaceAll(id, "ID"), text);
}
const leaks = (text: string) => secrets.filter((secret) => text.includes(secret));

/** First answer or errors of a subscription. */
async function overSocket(key: string, call: { query: string; variables: Record<string, unknown> }): Promise<string> {
  const socket = createClient({
    url: `${hub.url.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: key ? { authorization: `Bearer ${tokens[key]}` } : {},
    retryAttempts: 0,
  });
  const { promise, resolve } = Promise.withResolvers<string>();
  socket.subscribe(call, {
    next: (answer) => resolve(JSON.stringify(answer)),
    error: (errors) => resolve(JSON.stringify(errors)),
    complete: () => resolve("complete"),
  });
  return promise.finally(() => socket.dispose());
}

describe("M-3 without a session", () => {
  const inside = async (root: "query" | "mutation", field: GraphQLField<unknown, unknown>) => {
    const { query, variables } = callOf(root, field, shared);
    return execute({ schema, document: parse(query), variableValues: variables, contextValue: requestContext(hub.services, anonymous, { trusted: true }) });
  };
  test.each(queries.filter(({ name }) => rootAudience.Query[name] !== Audience.ANYONE).map((field) => [field.name, field] as const))(
    "M-3 the query %s gives nothing, also as a trusted document",
    async (_name, field) => {
      const { data, errors } = await inside("query", field);
      if (field.name === "me") expect(data).toMatchObject({ answer: null });
      else expect(errors?.map(({ extensions }) => extensions["code"])).toEqual(["UNAUTHENTICATED"]);
      const free = await raw(`${hub.url}/graphql`, { body: callOf("query", field, shared) });
      expect(free.codes).toEqual(["UNAUTHENTICATED"]);
    },
  );
  test.each(mutations.filter(({ name }) => openMutations[name] !== Audience.ANYONE).map((field) => [field.name, field] as const))(
    "M-3 the change %s does nothing, also as a trusted document",
    async (_name, field) => {
      const { errors } = await inside("mutation", field);
      expect(errors?.map(({ extensions }) => extensions["code"])).toEqual(["UNAUTHENTICATED"]);
    },
  );
  test.each(subscriptions.map((field) => [field.name, field] as const))("M-3 the subscription %s gives nothing", async (_name, field) => {
    const answer = await overSocket("", callOf("subscription", field, shared)).catch((error: unknown) => String(error));
    expect(answer).not.toContain("toSequence");
  });
});

describe("M-3 for a member of another coalition", () => {
  test.each(queries.map((field) => [field.name, field] as const))("M-3 the query %s answers alike for foreign and unknown ids", async (_name, field) => {
    const [foreign, missing, wrong] = await Promise.all(
      [shared, unknown, nonsense].map((ids) => {
        const { query, variables } = callOf("query", field, ids);
        return as("thijs", query, variables);
      }),
    );
    if (rootAudience.Query[field.name] !== Audience.ANYONE) expect(leaks(foreign?.text ?? "")).toEqual([]);
    expect(blank(foreign?.text ?? "", shared)).toBe(blank(missing?.text ?? "", unknown));
    expect(blank(wrong?.text ?? "", nonsense)).toBe(blank(missing?.text ?? "", unknown));
    if (withIds(field)) expect(foreign?.codes).toEqual(["NOT_FOUND"]);
  });
  test.each(mutations.map((field) => [field.name, field] as const))(
    "M-3 the change %s answers alike for foreign, internal and unknown ids",
    async (_name, field) => {
      const answers: string[] = [];
      for (const ids of [shared, internal, unknown, nonsense]) {
        const { query, variables } = callOf("mutation", field, ids);
        const { text } = await as(field.name === "signOut" ? "marlon" : "thijs", query, variables);
        expect(text).not.toContain("INTERNAL");
        expect(leaks(text)).toEqual([]);
        answers.push(blank(text, ids));
      }
      if (field.name === "signOut") return;
      expect(new Set(answers).size).toBe(1);
      if (openMutations[field.name] === undefined) expect(answers[0]).toMatch(/"NotFound"|"NOT_FOUND"/);
    },
  );
  test.each(subscriptions.map((field) => [field.name, field] as const))(
    "M-3 the subscription %s answers alike for foreign and unknown ids",
    async (_name, field) => {
      const answers = await Promise.all([shared, unknown, nonsense].map((ids) => overSocket("thijs", callOf("subscription", field, ids))));
      expect(answers[0]).toContain("NOT_FOUND");
      expect(new Set(answers).size).toBe(1);
    },
  );
});

describe("M-3 for an observer", () => {
  /** What observers may do (C9, D10); and what answers with what holds already. */
  const may = new Set([
    "addAgendaItems",
    "createCalendarFeed",
    "markNotificationsRead",
    "confirmImported",
    "setVisibility",
    "setPresence",
    "addComment",
    "editComment",
    "removeComment",
    "signOut",
    "endSession",
    "acceptAssignment",
    "declineAssignment",
    "releaseAssignment",
    "watchTask",
    "unwatchTask",
  ]);
  test.each(mutations.map((field) => [field.name, field] as const))(
    "M-3 the change %s on what only one organisation sees is like one on nothing",
    async (_name, field) => {
      if (openMutations[field.name] !== undefined) return;
      const call = callOf("mutation", field, internal);
      if (JSON.stringify(call.variables) === JSON.stringify(callOf("mutation", field, shared).variables)) return;
      const { text } = await as("sem", call.query, call.variables);
      expect(leaks(text).filter((secret) => (marks as readonly string[]).includes(secret))).toEqual([]);
      expect(text).not.toContain(`${field.name.charAt(0).toUpperCase()}${field.name.slice(1)}Payload`);
    },
  );
  test.each(mutations.filter(({ name }) => !may.has(name) && openMutations[name] === undefined).map((field) => [field.name, field] as const))(
    "M-3 the change %s is not for observers",
    async (_name, field) => {
      const call = callOf("mutation", field, shared);
      const { text } = await as("sem", call.query, call.variables);
      expect(text).toMatch(/"(NotAllowed|NotFound|ValidationProblem|RuleBroken)"/);
    },
  );
});
