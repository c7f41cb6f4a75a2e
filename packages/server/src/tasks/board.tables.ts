import { defineEntity } from "@mikro-orm/core";
import { Swimlane, TaskState, WorkingStyle } from "@wijkbord/schema";
import { ActionLine, Board, BoardColumn, TaskPlacement, Theme } from "@wijkbord/schema/types";
import { bind } from "../database/bind.ts";

export const BoardTable = defineEntity({
  name: "Board",
  tableName: "board",
  indexes: [{ properties: ["coalitionId", "areaCode"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    areaCode: p.string(),
    slug: p.string(),
    title: p.string(),
    style: p.enum(() => WorkingStyle),
    swimlane: p.enum(() => Swimlane),
    archivedAt: p.datetime().strictNullable(),
    createdAt: p.datetime(),
    version: p.integer(),
  }),
});
bind(BoardTable, Board);

export const BoardColumnTable = defineEntity({
  name: "BoardColumn",
  tableName: "board_column",
  indexes: [{ properties: ["coalitionId", "boardId"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    boardId: p.uuid(),
    title: p.string(),
    state: p.enum(() => TaskState),
    position: p.integer(),
    wipLimit: p.integer().strictNullable(),
    version: p.integer(),
  }),
});
bind(BoardColumnTable, BoardColumn);

export const TaskPlacementTable = defineEntity({
  name: "TaskPlacement",
  tableName: "task_placement",
  uniques: [{ properties: ["taskId", "boardId"] }, { properties: ["columnId", "position"] }],
  indexes: [{ properties: ["coalitionId", "boardId", "columnId", "position"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    taskId: p.uuid(),
    boardId: p.uuid(),
    columnId: p.uuid(),
    position: p.string().columnType('text collate "C"'),
    isHome: p.boolean(),
  }),
});
bind(TaskPlacementTable, TaskPlacement);

export const ThemeTable = defineEntity({
  name: "Theme",
  tableName: "theme",
  uniques: [{ properties: ["coalitionId", "key"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    key: p.string(),
    nameNl: p.string(),
    nameEn: p.string(),
    position: p.integer(),
    version: p.integer(),
  }),
});
bind(ThemeTable, Theme);

export const ActionLineTable = defineEntity({
  name: "ActionLine",
  tableName: "action_line",
  indexes: [{ properties: ["coalitionId"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    title: p.string(),
    whatWeDo: p.text(),
    soThat: p.text(),
    expectedImpact: p.text(),
    themeId: p.uuid(),
    connectedThemeIds: p.json<string[]>(),
    leadOrganisationId: p.uuid(),
    draft: p.boolean().nullable(),
    createdByMembershipId: p.uuid().nullable(),
    version: p.integer(),
  }),
});
bind(ActionLineTable, ActionLine);
