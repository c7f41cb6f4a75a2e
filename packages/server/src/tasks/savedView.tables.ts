import { defineEntity } from "@mikro-orm/core";
import { BoardLayout, type SavedViewGroup, Swimlane, TaskOrder } from "@wijkbord/schema";
import { SavedView, type ViewFilter } from "@wijkbord/schema/types";
import { bind } from "../database/bind.ts";

export const SavedViewTable = defineEntity({
  name: "SavedView",
  tableName: "saved_view",
  indexes: [{ properties: ["coalitionId", "boardId"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    boardId: p.uuid(),
    name: p.string(),
    shared: p.boolean(),
    isDefault: p.boolean(),
    ownerMembershipId: p.uuid(),
    organisationId: p.uuid(),
    layout: p.enum(() => BoardLayout),
    rows: p.enum(() => Swimlane).strictNullable(),
    filter: p.json<ViewFilter>(),
    orderBy: p.enum(() => TaskOrder),
    descending: p.boolean(),
    version: p.integer(),
    groupVersions: p.json<Partial<Record<SavedViewGroup, number>>>(),
  }),
});
bind(SavedViewTable, SavedView);
