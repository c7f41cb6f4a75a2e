import type { Hub } from "@wijkbord/server/src/hub.ts";
import { Client } from "./client.ts";
import { startTestHub } from "./hub.ts";

const day = 86_400_000;

/** The answer of a mutation, in one shape. */
export interface Answer {
  readonly __typename: string;
  readonly asOfSequence?: number;
  readonly rule?: string;
  readonly missing?: { code: string; objectId: string | null }[];
  readonly reason?: string;
  readonly field?: string;
  readonly code?: string;
  readonly groups?: string[];
  readonly object?: { id: string };
}

const problems =
  "... on RuleBroken { rule missing { code objectId } } ... on NotAllowed { reason } ... on NotFound { field } ... on ValidationProblem { field code } ... on VersionConflict { groups }";

/** A hub with the demo and a clock that tests move. */
export class CoalitionWorld implements AsyncDisposable {
  private readonly clients = new Map<string, Client>();
  private readonly members = new Map<string, { id: string; organisationId: string }>();
  coalitionId = "";

  private constructor(
    readonly hub: Hub,
    private readonly clock: { time: number },
  ) {}

  static async start(at = "2026-11-24T10:00:00Z", env: Record<string, string> = {}): Promise<CoalitionWorld> {
    const clock = { time: Date.parse(at) };
    const hub = await startTestHub(env, { clock: { now: () => new Date(clock.time) } });
    const world = new CoalitionWorld(hub, clock);
    const { coalitions } = await (await world.as("fenna")).run<{ coalitions: { id: string; slug: string }[] }>(`{ coalitions { id slug } }`);
    world.coalitionId = coalitions.find(({ slug }) => slug === "zuidwest")?.id ?? "";
    return world;
  }

  async as(key: string): Promise<Client> {
    const known = this.clients.get(key) ?? (await Client.as(this.hub.url, key));
    this.clients.set(key, known);
    return known;
  }

  async member(key: string): Promise<{ id: string; organisationId: string }> {
    const known = this.members.get(key);
    if (known) return known;
    const { me } = await (
      await this.as(key)
    ).run<{ me: { memberships: { id: string; organisationId: string; coalitionId: string }[] } }>(`{ me { memberships { id organisationId coalitionId } } }`);
    const found = me.memberships.find(({ coalitionId }) => coalitionId === this.coalitionId);
    if (!found) throw new Error(`${key} is no member.`);
    this.members.set(key, found);
    return found;
  }

  /** The organisation of a person. */
  async organisation(key: string): Promise<string> {
    return (await this.member(key)).organisationId;
  }

  now(): Date {
    return new Date(this.clock.time);
  }

  /** Time passes without the work of the calendar; people sign in again. */
  wait(milliseconds: number): void {
    this.clock.time += milliseconds;
    if (milliseconds >= day / 4) this.clients.clear();
  }

  /** Days pass; then the work of the calendar is done. */
  async pass(days: number): Promise<void> {
    this.wait(days * day);
    await this.runJobs();
  }

  async runJobs(): Promise<void> {
    for (const job of this.hub.services.jobs) await job.run();
  }

  /** Runs a mutation; `input` names its input type when that is not its own. */
  async act(key: string, name: string, input: Record<string, unknown>, type = "", selection = ""): Promise<Answer> {
    const title = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const query = `mutation Act($input: ${type || `${title}Input`}!) { answer: ${name}(input: $input) { __typename ... on ${title}Payload { ${selection} asOfSequence } ${problems} } }`;
    return (await (await this.as(key)).run<{ answer: Answer }>(query, { input })).answer;
  }

  /** As `act`, for what must succeed. */
  async done(key: string, name: string, input: Record<string, unknown>, type = "", selection = ""): Promise<Answer> {
    const answer = await this.act(key, name, input, type, selection);
    if (!answer.__typename.endsWith("Payload")) throw new Error(`${name} is refused: ${JSON.stringify(answer)}`);
    return answer;
  }

  async read<Data>(key: string, query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    return (await this.as(key)).run<Data>(query, variables);
  }

  /** Events after a number, from the log itself. */
  async eventsAfter(sequence: number): Promise<{ id: string; type: string; sequence: number; targetId: string; actor: string | null }[]> {
    const sql = `select id, type, sequence, target_id, actor_membership_id from event where coalition_id = ? and sequence > ? order by sequence`;
    const rows = await this.hub.services.database
      .read()
      .execute<{ id: string; type: string; sequence: string; target_id: string; actor_membership_id: string | null }[]>(sql, [this.coalitionId, sequence]);
    return rows.map((row) => ({ id: row.id, type: row.type, sequence: Number(row.sequence), targetId: row.target_id, actor: row.actor_membership_id }));
  }

  /** Latest number of the log. */
  async head(): Promise<number> {
    const [row] = await this.hub.services.database.read().execute<{ sequence: string }[]>(`select sequence from coalition where id = ?`, [this.coalitionId]);
    return Number(row?.sequence ?? 0);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.hub[Symbol.asyncDispose]();
  }
}
