import { defineEntity, type InferEntity } from "@mikro-orm/core";
import type { JsonObject } from "./json/tree.ts";
import type { ImportPlan } from "./plan.ts";

/** An import that is being prepared; its rows go when it lands, is cancelled or fails. */
export const ImportRunTable = defineEntity({
  name: "ImportRun",
  tableName: "import_run",
  indexes: [{ properties: ["coalitionId"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    source: p.string(),
    /** Null while the file is read. */
    plan: p.json<ImportPlan>().strictNullable(),
    createdAt: p.datetime(),
    touchedAt: p.datetime(),
  }),
});
export type ImportRun = InferEntity<typeof ImportRunTable>;

/** What the rows of an import become. */
export enum ImportKind {
  /** As read from the file, not checked against the rest yet. */
  RAW_CARD = "RAW_CARD",
  RAW_CHECKLIST = "RAW_CHECKLIST",
  RAW_COMMENT = "RAW_COMMENT",
  COLUMN = "COLUMN",
  LABEL = "LABEL",
  TASK = "TASK",
  STEP = "STEP",
  LINK = "LINK",
  TASK_LABEL = "TASK_LABEL",
  LETTER = "LETTER",
  COMMENT = "COMMENT",
}

/** A staged row: read and checked, on nobody's board yet. */
export const ImportRowTable = defineEntity({
  name: "ImportRow",
  tableName: "import_row",
  uniques: [{ properties: ["runId", "kind", "externalId"] }],
  indexes: [{ properties: ["runId", "kind", "parentId"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    runId: p.uuid(),
    kind: p.enum(() => ImportKind),
    externalId: p.string(),
    /** Id in the file of the card that it belongs to. */
    parentId: p.string().strictNullable(),
    /** Order in the file. */
    ordinal: p.integer(),
    data: p.json<JsonObject>(),
  }),
});

/** What was imported once: the same thing never comes in twice, also when it was removed here. */
export const ImportedTable = defineEntity({
  name: "Imported",
  tableName: "imported",
  uniques: [{ properties: ["coalitionId", "source", "kind", "externalId"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    source: p.string(),
    kind: p.enum(() => ImportKind),
    externalId: p.string(),
    objectId: p.uuid(),
  }),
});
