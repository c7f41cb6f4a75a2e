import { mayManageBoards, mayWrite } from "./rights.ts";

export enum TemplateKind {
  TASK = "TASK",
  BOARD = "BOARD",
}
/** Limits in characters, or in items where the name is a plural. */
export const templateLimits = { name: 60, templates: 100 } as const;
/** T9: the coordinator makes and changes templates; whoever writes uses them. */
export const mayManageTemplates = mayManageBoards;
export const mayUseTemplates = mayWrite;
