import { createClient } from "graphql-ws";

/** What this program keeps of a task; ask more fields as you need them. */
export interface FollowedTask {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly version: number;
  readonly archivedAt: string | null;
}
type Subject = ({ readonly __typename: "Task" } & FollowedTask) | { readonly __typename: "Board" };

export interface Batch {
  readonly fromSequence: number;
  readonly toSequence: number;
  readonly reset: boolean;
  readonly events: readonly { readonly sequence: number; readonly type: string; readonly taskId: string | null; readonly subject: Subject | null }[];
}
interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly FollowedTask[];
}

const fields = "id number title state version archivedAt";
const start = `query Start($boardId: ID!) { board(id: $boardId) { asOfSequence coalition { id } } }`;
const page = `query Page($coalitionId: ID!, $boardId: ID!, $after: String) {
  tasks(coalitionId: $coalitionId, filter: { boardId: $boardId }, first: 100, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes { ${fields} }
  }
}`;
const follow = `subscription Follow($boardId: ID!, $after: Sequence) {
  boardEvents(boardId: $boardId, after: $after) {
    fromSequence
    toSequence
    reset
    events { sequence type taskId subject { __typename ... on Task { ${fields} } } }
  }
}`;

/** What a batch asks of a follower whose last number is `last`. */
export function judge(last: number, { fromSequence, reset }: Pick<Batch, "fromSequence" | "reset">): "APPLY" | "GAP" | "RESET" {
  if (reset) return "RESET";
  return fromSequence > last + 1 ? "GAP" : "APPLY";
}

/** Keeps a copy of one board that always ends equal to the hub. */
export class BoardFollower {
  readonly tasks = new Map<string, FollowedTask>();
  /** Number of the last change in this copy. Keep it with the copy and you can go on after a restart. */
  last = 0;

  /** `hub` is the address, `token` a session token, `changed` is called after each batch. */
  constructor(
    private readonly hub: string,
    private readonly token: string,
    private readonly boardId: string,
    private readonly changed: (follower: BoardFollower) => void = () => {},
  ) {}

  /** Follows until the signal stops it; comes back by itself after a break. */
  async run(signal: AbortSignal): Promise<void> {
    for (let pause = 250; !signal.aborted; pause = Math.min(pause * 2, 30_000)) {
      try {
        if (this.last === 0) await this.fetchAll();
        await this.listen(signal, () => (pause = 250));
      } catch (error) {
        if (!signal.aborted) console.error("Connection lost, trying again:", error instanceof Error ? error.message : "closed");
      }
      if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())));
    }
  }

  /** Reads the number first and then the tasks: what changes in between comes again as an event. */
  private async fetchAll(): Promise<void> {
    const { board } = await this.ask<{ board: { asOfSequence: number; coalition: { id: string } } }>(start, { boardId: this.boardId });
    const found: FollowedTask[] = [];
    for (let after: string | null = null, more = true; more;) {
      const variables: Record<string, unknown> = { coalitionId: board.coalition.id, boardId: this.boardId, after };
      const { tasks }: { tasks: Page } = await this.ask<{ tasks: Page }>(page, variables);
      found.push(...tasks.nodes);
      after = tasks.pageInfo.endCursor;
      more = tasks.pageInfo.hasNextPage;
    }
    this.tasks.clear();
    for (const task of found) this.take(task);
    this.last = board.asOfSequence;
    this.changed(this);
  }

  /** One subscription; returns when the copy must be read again or the stream ends. */
  private async listen(signal: AbortSignal, alive: () => void): Promise<void> {
    const url = `${this.hub.replace(/^http/, "ws")}/graphql`;
    const socket = createClient({ url, retryAttempts: 0, connectionParams: { authorization: `Bearer ${this.token}` } });
    const stop = () => void socket.dispose();
    signal.addEventListener("abort", stop, { once: true });
    try {
      const request = { query: follow, variables: { boardId: this.boardId, after: this.last } };
      for await (const { data, errors } of socket.iterate<{ boardEvents: Batch }>(request)) {
        if (!data) throw new Error(errors?.[0]?.message ?? "no data");
        alive();
        const verdict = judge(this.last, data.boardEvents);
        if (verdict === "RESET") this.last = 0;
        if (verdict !== "APPLY") return;
        if (this.apply(data.boardEvents)) return;
      }
    } finally {
      signal.removeEventListener("abort", stop);
      await socket.dispose();
    }
  }

  /** Takes a batch; true when everything must be read again. */
  private apply({ events, toSequence }: Batch): boolean {
    for (const { sequence, type, taskId, subject } of events) {
      if (sequence <= this.last) continue;
      if (type === "BOARD_IMPORTED") {
        this.last = 0;
        return true;
      }
      if (subject?.__typename === "Task") this.take(subject);
      else if (subject === null && taskId) this.tasks.delete(taskId);
    }
    this.last = Math.max(this.last, toSequence);
    this.changed(this);
    return false;
  }

  private take(task: FollowedTask): void {
    const known = this.tasks.get(task.id);
    if (known && known.version > task.version) return;
    if (task.archivedAt === null && task.state !== "CANCELLED") this.tasks.set(task.id, task);
    else this.tasks.delete(task.id);
  }

  private async ask<Data>(query: string, variables: object): Promise<Data> {
    const headers = { "content-type": "application/json", authorization: `Bearer ${this.token}` };
    const response = await fetch(`${this.hub}/graphql`, { method: "POST", headers, body: JSON.stringify({ query, variables }) });
    const { data, errors } = (await response.json()) as { data?: Data; errors?: { message: string }[] };
    if (!data) throw new Error(errors?.[0]?.message ?? `status ${response.status}`);
    return data;
  }
}
