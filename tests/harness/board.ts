import type { Client } from "./client.ts";

export interface TestTask {
  id: string;
  number: string;
  title: string;
  state: string;
  version: number;
  assignments: { id: string; organisationId: string; letter: string; state: string; version: number }[];
}
export interface TestBoard {
  id: string;
  title: string;
  asOfSequence: number;
  coalition: { id: string; organisations: { id: string; shortName: string }[] };
  columns: { id: string; state: string }[];
  tasks: TestTask[];
}

export const taskFields = `id number title state version assignments { id organisationId letter state version }`;

/** The board with this word in its title, as the person sees it. */
export async function boardCalled(client: Client, word: string): Promise<TestBoard> {
  const { boards } = await client.run<{ boards: { id: string; title: string }[] }>(`{ boards { id title } }`);
  const id = boards.find(({ title }) => title.includes(word))?.id;
  const query = `query B($id: ID!) { board(id: $id) { id title asOfSequence coalition { id organisations { id shortName } } columns { id state } tasks { ${taskFields} } } }`;
  return (await client.run<{ board: TestBoard }>(query, { id })).board;
}

export interface TaskAnswer {
  __typename: string;
  task?: TestTask;
  asOfSequence?: number;
  missing?: { code: string; objectId: string | null }[];
  rule?: string;
  reason?: string;
  code?: string;
  groups?: string[];
}

/** Runs a mutation that answers with a task. */
export async function change(client: Client, name: string, type: string, input: Record<string, unknown>): Promise<TaskAnswer> {
  const payload = `${name.charAt(0).toUpperCase()}${name.slice(1)}Payload`;
  const query = `mutation C($input: ${type}!) { answer: ${name}(input: $input) { __typename ... on ${payload} { task { ${taskFields} } asOfSequence }
    ... on RuleBroken { rule missing { code objectId } } ... on NotAllowed { reason } ... on ValidationProblem { code } ... on VersionConflict { groups } } }`;
  return (await client.run<{ answer: TaskAnswer }>(query, { input })).answer;
}
