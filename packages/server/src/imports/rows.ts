import { v7 as uuidv7 } from "uuid";
import type { Database, EntityManager } from "../database/database.ts";
import type { ImportKind } from "./import.tables.ts";

/** A row on its way to the staging table. */
export interface NewRow {
  readonly kind: ImportKind;
  readonly externalId: string;
  readonly parentId: string | null;
  readonly ordinal: number;
  readonly data: object;
}

/** Orders rows within what is there: it goes behind the last order key of the column. */
export const positionOf = (ordinal: number): string => `${ordinal.toString(36).padStart(4, "0")}V`;

const batchRows = 400;
const batchCharacters = 500_000;

const insert = `
  insert into import_row (id, run_id, kind, external_id, parent_id, ordinal, data)
  select x.id, ?::uuid, x.kind, x.external_id, x.parent_id, x.ordinal, x.data
  from jsonb_to_recordset(?::jsonb) as x(id uuid, kind text, external_id text, parent_id text, ordinal int, data jsonb)
  on conflict (run_id, kind, external_id) do nothing`;

const written = ({ kind, externalId, parentId, ordinal, data }: NewRow): string =>
  JSON.stringify({ id: uuidv7(), kind, external_id: externalId, parent_id: parentId, ordinal, data });

/** Writes the few rows of a list inside the transaction that lands them. */
export async function writeRows(em: EntityManager, runId: string, rows: readonly NewRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += batchRows) {
    await em.execute(insert, [
      runId,
      `[${rows
        .slice(at, at + batchRows)
        .map(written)
        .join(",")}]`,
    ]);
  }
}

/** Writes staging rows in short transactions. */
export class RowWriter {
  /** Rows that were there already: the file names them twice. */
  repeated = 0;
  private batch: string[] = [];
  private characters = 0;

  constructor(
    private readonly database: Database,
    private readonly runId: string,
    private readonly touch: (em: EntityManager) => Promise<void>,
  ) {}

  /** Adds a row; writes when enough of them wait. */
  async add(fresh: NewRow): Promise<void> {
    const row = written(fresh);
    this.batch.push(row);
    this.characters += row.length;
    if (this.batch.length >= batchRows || this.characters >= batchCharacters) await this.flush();
  }

  /** Writes what waits. */
  async flush(): Promise<void> {
    const rows = this.batch;
    if (rows.length === 0) return;
    this.batch = [];
    this.characters = 0;
    await this.database.transaction(async (em) => {
      const { affectedRows } = await em.execute<{ affectedRows: number }>(insert, [this.runId, `[${rows.join(",")}]`], "run");
      this.repeated += rows.length - affectedRows;
      await this.touch(em);
    });
  }
}
