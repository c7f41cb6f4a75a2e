import { defineEntity } from "@mikro-orm/core";
import { AssignmentState, Letter, Priority, RepeatUnit, type TaskFieldGroup, TaskState, Visibility } from "@wijkbord/schema";
import { ChecklistItem, Comment, Label, Task, TaskAssignment, TaskLabel, TaskLink } from "@wijkbord/schema/types";
import { bind } from "../database/bind.ts";

export const TaskTable = defineEntity({
  name: "Task",
  tableName: "task",
  uniques: [{ properties: ["coalitionId", "number"] }, { properties: ["coalitionId", "externalId"] }, { properties: ["coalitionId", "repeatOfTaskId"] }],
  indexes: [{ properties: ["coalitionId", "dueOn"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    number: p.integer(),
    title: p.string(),
    description: p.text(),
    state: p.enum(() => TaskState),
    stateBeforeBlocked: p.enum(() => TaskState).strictNullable(),
    stateReason: p.text().nullable(),
    waiveNote: p.text().nullable(),
    redactedFields: p.json<string[]>().nullable(),
    themeId: p.uuid().strictNullable(),
    actionLineId: p.uuid().strictNullable(),
    areaCode: p.string(),
    dueOn: p.date().strictNullable(),
    repeatUnit: p.enum(() => RepeatUnit).nullable(),
    repeatEvery: p.integer().nullable(),
    repeatDay: p.integer().nullable(),
    repeatOfTaskId: p.uuid().nullable(),
    priority: p.enum(() => Priority),
    blockedReason: p.text().strictNullable(),
    blockedByTaskId: p.uuid().strictNullable(),
    allInformed: p.boolean(),
    visibility: p.enum(() => Visibility),
    organisationId: p.uuid(),
    createdByMembershipId: p.uuid().strictNullable(),
    importedNames: p.json<string[]>(),
    unconfirmedImport: p.boolean(),
    externalId: p.string().strictNullable(),
    enteredReviewAt: p.datetime().strictNullable(),
    doneAt: p.datetime().strictNullable(),
    archivedAt: p.datetime().strictNullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    version: p.integer(),
    groupVersions: p.json<Partial<Record<TaskFieldGroup, number>>>(),
  }),
});
bind(TaskTable, Task);

export const TaskAssignmentTable = defineEntity({
  name: "TaskAssignment",
  tableName: "task_assignment",
  indexes: [{ properties: ["coalitionId", "taskId"] }, { properties: ["coalitionId", "organisationId", "state"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    taskId: p.uuid(),
    organisationId: p.uuid(),
    membershipId: p.uuid().strictNullable(),
    letter: p.enum(() => Letter),
    state: p.enum(() => AssignmentState),
    proposedByOrganisationId: p.uuid().strictNullable(),
    note: p.text().strictNullable(),
    reason: p.text().strictNullable(),
    createdAt: p.datetime(),
    version: p.integer(),
    redactedFields: p.json<string[]>().nullable(),
  }),
});
bind(TaskAssignmentTable, TaskAssignment);

export const ChecklistItemTable = defineEntity({
  name: "ChecklistItem",
  tableName: "checklist_item",
  indexes: [{ properties: ["coalitionId", "taskId"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    taskId: p.uuid(),
    text: p.text(),
    done: p.boolean(),
    assigneeMembershipId: p.uuid().strictNullable(),
    position: p.integer(),
    visibility: p.enum(() => Visibility),
    organisationId: p.uuid(),
    externalId: p.string().strictNullable(),
    redactedFields: p.json<string[]>().nullable(),
  }),
});
bind(ChecklistItemTable, ChecklistItem);

export const TaskLinkTable = defineEntity({
  name: "TaskLink",
  tableName: "task_link",
  indexes: [{ properties: ["coalitionId", "taskId"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    taskId: p.uuid(),
    title: p.string(),
    url: p.text(),
    audience: p.string().strictNullable(),
    visibility: p.enum(() => Visibility),
    organisationId: p.uuid(),
    externalId: p.string().strictNullable(),
    redactedFields: p.json<string[]>().nullable(),
  }),
});
bind(TaskLinkTable, TaskLink);

export const CommentTable = defineEntity({
  name: "Comment",
  tableName: "comment",
  indexes: [{ properties: ["coalitionId", "taskId"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    taskId: p.uuid(),
    membershipId: p.uuid().strictNullable(),
    organisationId: p.uuid(),
    visibility: p.enum(() => Visibility),
    text: p.text(),
    importedAuthor: p.string().strictNullable(),
    createdAt: p.datetime(),
    editedAt: p.datetime().strictNullable(),
    removedAt: p.datetime().strictNullable(),
    externalId: p.string().strictNullable(),
    redactedFields: p.json<string[]>().nullable(),
  }),
});
bind(CommentTable, Comment);

export const LabelTable = defineEntity({
  name: "Label",
  tableName: "label",
  uniques: [{ properties: ["coalitionId", "name"] }],
  properties: (p) => ({ id: p.uuid().primary(), coalitionId: p.uuid(), name: p.string(), version: p.integer() }),
});
bind(LabelTable, Label);

export const TaskLabelTable = defineEntity({
  name: "TaskLabel",
  tableName: "task_label",
  uniques: [{ properties: ["taskId", "labelId"] }],
  indexes: [{ properties: ["coalitionId", "taskId"] }],
  properties: (p) => ({ id: p.uuid().primary(), coalitionId: p.uuid(), taskId: p.uuid(), labelId: p.uuid() }),
});
bind(TaskLabelTable, TaskLabel);
