import trusted from "@wijkbord/schema/trusted" with { type: "json" };
import { audienceOf, listedTypes, openMutations, rootAudience } from "@wijkbord/server/src/graphql/visibility.ts";
import { hubSchema } from "@wijkbord/server/src/graphql/schema.ts";
import { getNamedType, type GraphQLSchema, isInputObjectType, isObjectType, isUnionType, Kind, parse, visit } from "graphql";
import { beforeAll, expect, test } from "vitest";

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await hubSchema();
});

const roots = new Set(["Query", "Mutation", "Subscription"]);
const objects = () => Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith("__"));

test("M-3 every type and every root field says who may read it, and nothing else stands in the list", () => {
  const silent = objects().filter(({ name }) => !roots.has(name) && audienceOf(name) === undefined);
  expect(silent.map(({ name }) => name)).toEqual([]);
  const names = new Set(Object.keys(schema.getTypeMap()));
  expect(listedTypes.filter((name) => !names.has(name))).toEqual([]);
  for (const root of ["Query", "Subscription"] as const) {
    const fields = Object.keys((root === "Query" ? schema.getQueryType() : schema.getSubscriptionType())?.getFields() ?? {});
    expect(
      fields.filter((name) => rootAudience[root][name] === undefined),
      root,
    ).toEqual([]);
    expect(
      Object.keys(rootAudience[root]).filter((name) => !fields.includes(name)),
      root,
    ).toEqual([]);
  }
  const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
  expect(Object.keys(openMutations).filter((name) => !mutations.includes(name))).toEqual([]);
});

test("M-3 no field carries a secret by its name", () => {
  const secret = /token|password|secret|email/i;
  const found = objects().flatMap((type) =>
    isObjectType(type)
      ? Object.keys(type.getFields())
          .filter((field) => secret.test(field))
          .map((field) => `${type.name}.${field}`)
      : [],
  );
  expect(found).toEqual(["DemoSession.token"]);
});

test("M-3 every type, field, argument and value has a description", () => {
  const silent: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__") || ["ID", "String", "Int", "Boolean", "Float"].includes(type.name)) continue;
    if (!type.description && !roots.has(type.name)) silent.push(type.name);
    if (isObjectType(type) || isInputObjectType(type)) {
      const fields: { name: string; description?: string | null }[] = Object.values(type.getFields());
      for (const field of fields) if (!field.description) silent.push(`${type.name}.${field.name}`);
    }
  }
  expect(silent).toEqual([]);
});

test("T5-15 every mutation but the demo sign-in takes one input with clientMutationId and gives a result union with all problems", () => {
  const wrong: string[] = [];
  for (const { name, args, type } of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    // Presence and cursors are no change: they are never logged, and a repeat is the same.
    if (name === "signInAsDemoPerson" || name === "setPresence" || name === "setDraftCursor") continue;
    const input = args.length === 1 && args[0]?.name === "input" ? getNamedType(args[0].type) : undefined;
    if (!isInputObjectType(input) || !input.getFields()["clientMutationId"]) wrong.push(`${name}: input`);
    const result = getNamedType(type);
    const expected = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const members = isUnionType(result) ? result.getTypes().map((member) => member.name) : [];
    const whole =
      result.name === `${expected}Result` &&
      [`${expected}Payload`, "ValidationProblem", "NotAllowed", "NotFound", "VersionConflict", "RuleBroken"].every((member) => members.includes(member));
    if (!whole) wrong.push(`${name}: result`);
  }
  expect(wrong).toEqual([]);
});

test("T7-01 the subscriptions of the web app ask nothing that depends on one person", () => {
  const personal = /^viewer|^unread|^my[A-Z]|^isMine|^isWatching/;
  const found: string[] = [];
  let subscriptions = 0;
  for (const text of Object.values(trusted)) {
    const document = parse(text);
    if (!document.definitions.some((node) => node.kind === Kind.OPERATION_DEFINITION && node.operation === "subscription")) continue;
    subscriptions += 1;
    visit(document, {
      Field({ name }) {
        if (personal.test(name.value)) found.push(name.value);
      },
    });
  }
  expect(subscriptions).toBeGreaterThan(0);
  expect(found).toEqual([]);
});
