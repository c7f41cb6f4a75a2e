export * from "./activity/eventType.ts";
export * from "./areas/area.ts";
export * from "./coalitions/coalition.ts";
export * from "./tasks/letters.ts";
export * from "./tasks/moves.ts";
export * from "./tasks/openPoints.ts";
export * from "./tasks/rights.ts";
export * from "./tasks/task.ts";
