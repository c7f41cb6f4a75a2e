import type { Client } from "./client.ts";

/** A task as tests look at it. */
export interface WorkTask {
  id: string;
  number: string;
  title: string;
  state: string;
  version: number;
  commentCount: number;
  checklistTotal: number;
  blockedReason: string | null;
  visibility: string;
  unconfirmedImport: boolean;
  archivedAt: string | null;
  placements: { boardId: string; columnId: string; position: string }[];
  assignments: { id: string; organisationId: string; letter: string; state: string; version: number }[];
  openPoints: { code: string; objectId: string | null }[];
  labels: { id: string; name: string }[];
}

export const workFields = `id number title state version commentCount checklistTotal blockedReason visibility unconfirmedImport archivedAt
  placements { boardId columnId position } assignments { id organisationId letter state version } openPoints { code objectId } labels { id name }`;

/** The answer of a mutation: its payload or its problem, in one shape. */
export interface WorkAnswer {
  __typename: string;
  task?: WorkTask;
  board?: { id: string; version: number; title: string; style: string; columns: WorkColumn[] };
  label?: { id: string; name: string; version: number };
  template?: { id: string; name: string; version: number; task: { title: string; description: string; steps: string[] } | null };
  savedView?: { id: string; name: string; shared: boolean; isDefault: boolean; version: number };
  theme?: { id: string; version: number };
  actionLine?: { id: string; version: number; state: string; soThat: string };
  asOfSequence?: number;
  rule?: string;
  missing?: { code: string; objectId: string | null }[];
  reason?: string;
  field?: string;
  code?: string;
  groups?: string[];
}
export interface WorkColumn {
  id: string;
  title: string;
  state: string;
  position: number;
  wipLimit: number | null;
  version: number;
}

const boardFields = "id version title style columns { id title state position wipLimit version }";
const objects: Record<string, string> = {
  task: `task { ${workFields} }`,
  board: `board { ${boardFields} }`,
  label: "label { id name version }",
  template: "template { id name version task { title description steps } }",
  savedView: "savedView { id name shared isDefault version }",
  theme: "theme { id version }",
  actionLine: "actionLine { id version state soThat }",
};
const named: Record<string, [input: string, object: keyof typeof objects]> = {
  createBoard: ["CreateBoardInput", "board"],
  updateBoard: ["UpdateBoardInput", "board"],
  archiveBoard: ["ActInput", "board"],
  restoreBoard: ["ActInput", "board"],
  addColumn: ["AddColumnInput", "board"],
  updateColumn: ["UpdateColumnInput", "board"],
  removeColumn: ["RemoveColumnInput", "board"],
  confirmImported: ["ConfirmImportedInput", "board"],
  createLabel: ["CreateLabelInput", "label"],
  renameLabel: ["RenameLabelInput", "label"],
  removeLabel: ["RemoveLabelInput", "label"],
  createTaskTemplate: ["CreateTaskTemplateInput", "template"],
  createBoardTemplate: ["CreateBoardTemplateInput", "template"],
  updateTemplate: ["UpdateTemplateInput", "template"],
  removeTemplate: ["RemoveTemplateInput", "template"],
  createSavedView: ["CreateSavedViewInput", "savedView"],
  updateSavedView: ["UpdateSavedViewInput", "savedView"],
  removeSavedView: ["RemoveSavedViewInput", "savedView"],
  createTheme: ["CreateThemeInput", "theme"],
  updateTheme: ["UpdateThemeInput", "theme"],
  createActionLine: ["CreateActionLineInput", "actionLine"],
  updateActionLine: ["UpdateActionLineInput", "actionLine"],
  publishActionLine: ["ActInput", "actionLine"],
  redactActionLineText: ["RedactTextInput", "actionLine"],
  addTaskLabel: ["TaskLabelInput", "task"],
  removeTaskLabel: ["TaskLabelInput", "task"],
  watchTask: ["TaskActInput", "task"],
  unwatchTask: ["TaskActInput", "task"],
  unrelateTasks: ["RemoveInput", "task"],
  removeComment: ["RemoveInput", "task"],
  removeChecklistItem: ["RemoveInput", "task"],
  removeTaskLink: ["RemoveInput", "task"],
};
const acts = ["pickUpTask", "cancelTask", "reopenTask", "archiveTask", "restoreTask", "acceptAssignment", "declineAssignment", "releaseAssignment"];
for (const act of acts) named[act] = ["ActInput", "task"];

/** Runs any mutation of boards and tasks. */
export async function act(client: Client, name: string, input: Record<string, unknown>): Promise<WorkAnswer> {
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  const [type, object] = named[name] ?? [`${title}Input`, "task"];
  const query = `mutation M($input: ${type}!) { answer: ${name}(input: $input) { __typename ... on ${title}Payload { ${objects[object]} asOfSequence }
    ... on RuleBroken { rule missing { code objectId } } ... on NotAllowed { reason } ... on NotFound { field } ... on ValidationProblem { field code } ... on VersionConflict { groups } } }`;
  return (await client.run<{ answer: WorkAnswer }>(query, { input })).answer;
}

/** The task of an answer that must have succeeded. */
export function taskIn(answer: WorkAnswer): WorkTask {
  if (!answer.task) throw new Error(`Refused: ${JSON.stringify(answer)}`);
  return answer.task;
}

/** The board of an answer that must have succeeded. */
export function boardIn(answer: WorkAnswer): NonNullable<WorkAnswer["board"]> {
  if (!answer.board) throw new Error(`Refused: ${JSON.stringify(answer)}`);
  return answer.board;
}

/** One task now. */
export async function taskNow(client: Client, id: string): Promise<WorkTask> {
  return (await client.run<{ task: WorkTask }>(`query T($id: ID!) { task(id: $id) { ${workFields} } }`, { id })).task;
}

export interface Past {
  id: string;
  sequence: number;
  type: string;
  undoes: string | null;
  actor: { displayName: string | null };
  target: { type: string; id: string };
  changes: { field: string; before: unknown; after: unknown; beforeText: string | null; afterText: string | null }[];
}

/** History of a task, newest first. */
export async function historyOf(client: Client, id: string): Promise<Past[]> {
  const query = `query H($id: ID!) { task(id: $id) { history(first: 100) { id sequence type undoes actor { displayName } target { type id } changes { field before after beforeText afterText } } } }`;
  return (await client.run<{ task: { history: Past[] } }>(query, { id })).task.history;
}

/** Own membership, organisation and coalition of a person with one coalition. */
export async function selfOf(client: Client): Promise<{ id: string; organisationId: string; coalitionId: string }> {
  const { me } = await client.run<{ me: { memberships: { id: string; organisationId: string; coalitionId: string }[] } }>(
    `{ me { memberships { id organisationId coalitionId } } }`,
  );
  const [own] = me.memberships;
  if (!own) throw new Error("The person is a member of nothing.");
  return own;
}

/** A fresh board with its columns by state. */
export async function newBoard(coordinator: Client, areaCode: string, style = "LIGHT") {
  const { coalitionId } = await selfOf(coordinator);
  const board = boardIn(await act(coordinator, "createBoard", { coalitionId, areaCode, title: `Proefbord ${areaCode}`, style }));
  const columnOf = (state: string) => board.columns.find((column) => column.state === state)?.id ?? "";
  return { ...board, coalitionId, columnOf };
}
