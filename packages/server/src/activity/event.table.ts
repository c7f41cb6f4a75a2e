import { defineEntity, type InferEntity } from "@mikro-orm/core";
import { type EventType, Visibility } from "@wijkbord/schema";
import { type FieldChange, LoggedEvent } from "@wijkbord/schema/types";
import { bind } from "../database/bind.ts";

export const EventTable = defineEntity({
  name: "LoggedEvent",
  tableName: "event",
  uniques: [{ properties: ["coalitionId", "sequence"] }],
  indexes: [{ properties: ["coalitionId", "taskId", "sequence"] }, { properties: ["coalitionId", "targetId"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    sequence: p.bigint("number"),
    type: p.text().$type<EventType>(),
    occurredAt: p.datetime(),
    actorMembershipId: p.uuid().strictNullable(),
    targetType: p.string(),
    targetId: p.uuid(),
    taskId: p.uuid().strictNullable(),
    boardIds: p.json<string[]>(),
    visibility: p.enum(() => Visibility),
    organisationId: p.uuid().strictNullable(),
    version: p.integer().strictNullable(),
    changes: p.json<FieldChange[]>(),
    clientMutationId: p.string().strictNullable(),
    undoes: p.uuid().strictNullable(),
    byDemo: p.boolean().default(false),
  }),
});
bind(EventTable, LoggedEvent);

/** Remembers the outcome of a change for 30 days, so that a repeat answers the same. */
export const ReceiptTable = defineEntity({
  name: "Receipt",
  tableName: "change_receipt",
  uniques: [{ properties: ["actorKey", "clientMutationId"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    actorKey: p.string(),
    clientMutationId: p.string(),
    objectId: p.uuid(),
    asOfSequence: p.bigint("number"),
    createdAt: p.datetime().index(),
  }),
});
export type Receipt = InferEntity<typeof ReceiptTable>;
