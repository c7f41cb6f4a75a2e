import { defineEntity } from "@mikro-orm/core";
import { TemplateKind } from "@wijkbord/schema";
import { type BoardTemplate, type TaskTemplate, Template } from "@wijkbord/schema/types";
import { bind } from "../database/bind.ts";

export const TemplateTable = defineEntity({
  name: "Template",
  tableName: "template",
  indexes: [{ properties: ["coalitionId", "kind"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    kind: p.enum(() => TemplateKind),
    name: p.string(),
    task: p.json<TaskTemplate>().strictNullable(),
    board: p.json<BoardTemplate>().strictNullable(),
    fromTaskId: p.uuid().strictNullable(),
    version: p.integer(),
  }),
});
bind(TemplateTable, Template);
