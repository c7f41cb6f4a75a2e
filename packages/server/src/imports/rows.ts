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

const batchRows = 400;
const batchCharacters = 500_000;

const insert = `
  insert into import_row (id, run_id, kind, external_id, parent_id, ordinal, data)
  select x.id, ?::uuid, x.kind, x.external_id, x.parent_id, x.ordinal, x.data
  from jsonb_to_recordset(?::jsonb) as x(id uuid, kind text, external_id text, parent_id text, ordinal int, data jsonb)
  on conflict (run_id, kind, external_id) do nothing`;

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
  async add({ kind, externalId, parentId, ordinal, data }: NewRow): Promise<void> {
    const row = JSON.stringify({ id: uuidv7(), kind, external_id: externalId, parent_id: parentId, ordinal, data });
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
