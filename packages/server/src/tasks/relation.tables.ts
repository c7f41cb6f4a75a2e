import { defineEntity } from "@mikro-orm/core";
import { RelationKind } from "@wijkbord/schema";
import { TaskRelation, TaskReminder, TaskWatcher } from "@wijkbord/schema/types";
import { bind } from "../database/bind.ts";

export const TaskRelationTable = defineEntity({
  name: "TaskRelation",
  tableName: "task_relation",
  uniques: [{ properties: ["fromTaskId", "toTaskId", "kind"] }],
  indexes: [{ properties: ["coalitionId", "fromTaskId"] }, { properties: ["coalitionId", "toTaskId"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    fromTaskId: p.uuid(),
    toTaskId: p.uuid(),
    kind: p.enum(() => RelationKind),
    organisationId: p.uuid(),
    createdAt: p.datetime(),
  }),
});
bind(TaskRelationTable, TaskRelation);

export const TaskWatcherTable = defineEntity({
  name: "TaskWatcher",
  tableName: "task_watcher",
  uniques: [{ properties: ["taskId", "membershipId"] }],
  indexes: [{ properties: ["coalitionId", "taskId"] }],
  properties: (p) => ({ id: p.uuid().primary(), coalitionId: p.uuid(), taskId: p.uuid(), membershipId: p.uuid() }),
});
bind(TaskWatcherTable, TaskWatcher);

export const TaskReminderTable = defineEntity({
  name: "TaskReminder",
  tableName: "task_reminder",
  uniques: [{ properties: ["taskId", "kind", "dueOn"] }],
  properties: (p) => ({ id: p.uuid().primary(), coalitionId: p.uuid(), taskId: p.uuid(), kind: p.string(), dueOn: p.date() }),
});
bind(TaskReminderTable, TaskReminder);
