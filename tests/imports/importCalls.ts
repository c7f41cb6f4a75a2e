import type { ActionListReport } from "@wijkbord/schema";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import { Client } from "../harness/client.ts";
import { tokenOf } from "../harness/live.ts";

interface Board {
  readonly id: string;
  readonly columns: readonly { readonly id: string; readonly title: string }[];
}
export interface ListAnswer {
  readonly answer?: ActionListReport;
  readonly refused?: { readonly nl: string; readonly en: string };
}

/** Imports over HTTP as Fenna, who coordinates, on the board of Morgenstond. */
export class ImportCalls {
  private constructor(
    private readonly url: string,
    readonly token: string,
    readonly coalitionId: string,
    readonly organisations: ReadonlyMap<string, string>,
    readonly board: Board,
  ) {}

  static async of({ url }: Hub): Promise<ImportCalls> {
    const token = await tokenOf(url, "fenna");
    const document = `{ coalition(slug: "zuidwest") { id organisations { id shortName } boards { id slug columns { id title } } } }`;
    type Found = { coalition: { id: string; organisations: { id: string; shortName: string }[]; boards: (Board & { slug: string })[] } };
    const { coalition } = await new Client(url, token).run<Found>(document);
    const board = coalition.boards.find(({ slug }) => slug === "morgenstond") ?? { id: "", columns: [] };
    return new ImportCalls(url, token, coalition.id, new Map(coalition.organisations.map(({ id, shortName }) => [shortName, id])), board);
  }

  async call(path: string, { token = this.token, headers, ...rest }: RequestInit & { token?: string | null } = {}): Promise<Response> {
    const address = `${this.url}/imports${path}?coalition=${this.coalitionId}`;
    return fetch(address, { ...rest, headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) } });
  }

  async list(tasks: unknown, more: object = {}, token: string = this.token): Promise<ListAnswer> {
    const body = JSON.stringify({ boardId: this.board.id, dryRun: false, tasks, ...more });
    const response = await this.call("/list", { method: "POST", body, headers: { "content-type": "application/json" }, token });
    return (await response.json()) as ListAnswer;
  }

  /** A line of a list. */
  task(title: string, more: object = {}): object {
    return { place: 2, title, description: "", lines: [], holders: [], names: [], dueOn: null, when: "", columnId: this.board.columns[0]?.id, ...more };
  }
}
