import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLOutputType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from "graphql";

/** Kinds of things that ids name. */
export const kinds = [
  "coalition",
  "organisation",
  "membership",
  "board",
  "column",
  "task",
  "assignment",
  "checklistItem",
  "comment",
  "link",
  "label",
  "theme",
  "actionLine",
  "event",
  "relation",
  "session",
  "agreement",
  "version",
  "objection",
  "mandate",
  "remark",
  "role",
  "seat",
  "handover",
  "meeting",
  "agendaItem",
  "promise",
  "decision",
  "invitation",
  "savedView",
  "template",
] as const;
export type Kind = (typeof kinds)[number];
export type Ids = Readonly<Record<Kind, string>>;

const byName: Readonly<Record<string, Kind>> = {
  coalitionId: "coalition",
  organisationId: "organisation",
  leadOrganisationId: "organisation",
  sameAsMembershipId: "membership",
  membershipId: "membership",
  boardId: "board",
  columnId: "column",
  moveTasksToColumnId: "column",
  taskId: "task",
  otherTaskId: "task",
  toTaskId: "task",
  targetId: "task",
  labelId: "label",
  themeId: "theme",
  connectedThemeIds: "theme",
  eventId: "event",
  agreementId: "agreement",
  versionId: "version",
  documentId: "version",
  objectionId: "objection",
  linkId: "link",
  signatoryIds: "organisation",
  roleId: "role",
  parentRoleId: "role",
  seatId: "seat",
  handoverId: "handover",
  meetingId: "meeting",
  agendaItemId: "agendaItem",
  promiseId: "promise",
  promiseIds: "promise",
  decisionId: "decision",
  objectId: "assignment",
  toOrganisationId: "organisation",
  signedOnPaperIds: "organisation",
};
/** What `id` names, by the end of the name of the field. */
const byField: readonly [RegExp, Kind][] = [
  [/AgreementRemark$/, "remark"],
  [/Invitation$/, "invitation"],
  [/SavedView$/, "savedView"],
  [/Template$/, "template"],
  [/Mandate$/, "mandate"],
  [/[rR]ole$/, "role"],
  [/^meeting$/, "meeting"],
  [/[aA]greement(Export)?$/, "agreement"],
  [/Assignment|nameAssignee/, "assignment"],
  [/ChecklistItem$/, "checklistItem"],
  [/Comment$/, "comment"],
  [/TaskLink$/, "link"],
  [/Label$/, "label"],
  [/Theme$/, "theme"],
  [/ActionLine$/, "actionLine"],
  [/^(un)?relateTasks$/, "relation"],
  [/Membership$/, "membership"],
  [/Organisation$/, "organisation"],
  [/Coalition$/, "coalition"],
  [/Column$/, "column"],
  [/[bB]oard$/, "board"],
  [/Session$/, "session"],
  [/[eE]vent$/, "event"],
  [/[tT]ask$|^setVisibility$/, "task"],
];
/** Values of arguments that are no ids. */
const values: Readonly<Record<string, unknown>> = {
  areaCode: "WK051836",
  parentCode: "GM0518",
  code: "WK051836",
  slug: "zuidwest",
  key: "nobody",
  token: "geen-link",
  email: "iemand@elders.example",
  displayName: "Iemand Elders",
  url: "https://example.nl/",
  targetType: "Task",
  field: "title",
  visibility: "COALITION",
  startsAt: "2026-03-02T10:00:00.000Z",
  endsAt: "2026-03-02T11:00:00.000Z",
};

type Input = Pick<GraphQLArgument | GraphQLInputField, "name" | "type" | "defaultValue">;

function kindOf(field: string, name: string): Kind {
  const kind = name === "id" ? byField.find(([pattern]) => pattern.test(field))?.[1] : byName[name];
  if (!kind) throw new Error(`Say in calls.ts what \`${name}\` of ${field} names.`);
  return kind;
}

function valueOf(field: string, { name, type }: Input, ids: Ids): unknown {
  const bare: GraphQLInputType = isNonNullType(type) ? type.ofType : type;
  if (isListType(bare)) return [valueOf(field, { name, type: bare.ofType, defaultValue: undefined }, ids)];
  if (isInputObjectType(bare)) return inputOf(field, Object.values(bare.getFields()), ids);
  if (isEnumType(bare)) return values[name] ?? bare.getValues()[0]?.name;
  if (bare.name === "ID") return ids[kindOf(field, name)];
  if (name in values) return values[name];
  if (bare.name === "Date") return "2026-03-02";
  if (bare.name === "DateTimeISO") return "2026-03-02T10:00:00.000Z";
  if (bare.name === "Int" || bare.name === "Sequence") return 1;
  return bare.name === "Boolean" ? true : "Tekst";
}

const isGiven = (field: string, { name, type, defaultValue }: Input) =>
  (isNonNullType(type) && defaultValue === undefined) || alsoGiven.has(name) || alsoGiven.has(`${field}.${name}`);

/** Optional arguments of which one is needed. */
const alsoGiven = new Set(["email", "displayName", "presence.boardId"]);

/** Required inputs, and those optional ones. */
const inputOf = (field: string, inputs: readonly Input[], ids: Ids): Record<string, unknown> =>
  Object.fromEntries(
    inputs.filter(({ name, type, defaultValue }) => isGiven(field, { name, type, defaultValue })).map((input) => [input.name, valueOf(field, input, ids)]),
  );

/** Selects every plain field down to a depth. */
function selection(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isUnionType(named))
    return `{ __typename ${named
      .getTypes()
      .map((member) => `... on ${member.name} ${selection(member, depth)}`)
      .join(" ")} }`;
  if (!isObjectType(named) && !isInterfaceType(named)) return "";
  const parts = Object.values(named.getFields()).flatMap((field) => {
    const below = getNamedType(field.type);
    const isPlain = !isObjectType(below) && !isUnionType(below) && !isInterfaceType(below);
    if (field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)) return [];
    if (isPlain) return [field.name];
    return depth > 1 ? [`${field.name} ${selection(field.type, depth - 1)}`] : [];
  });
  return `{ ${["__typename", ...parts].join(" ")} }`;
}

/** One call of a root field, with everything it can answer. */
export function callOf(
  root: "query" | "mutation" | "subscription",
  field: GraphQLField<unknown, unknown>,
  ids: Ids,
): { query: string; variables: Record<string, unknown> } {
  const args = field.args.filter((arg) => isGiven(field.name, arg));
  const variables = Object.fromEntries(args.map((arg) => [arg.name, valueOf(field.name, arg, ids)]));
  const declared = args.map(({ name, type }) => `$${name}: ${String(type)}`).join(", ");
  const passed = args.map(({ name }) => `${name}: $${name}`).join(", ");
  return { query: `${root} Sweep${declared && `(${declared})`} { answer: ${field.name}${passed && `(${passed})`} ${selection(field.type, 2)} }`, variables };
}
