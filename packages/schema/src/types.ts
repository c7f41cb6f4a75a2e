import "reflect-metadata";

export * from "./shared/scalars.ts";
export * from "./shared/problems.type.ts";
export * from "./shared/change.inputs.ts";
export * from "./accounts/user.type.ts";
export * from "./coalitions/coalition.type.ts";
export * from "./areas/area.type.ts";
export * from "./tasks/board.type.ts";
export * from "./tasks/task.type.ts";
export * from "./tasks/openPoint.type.ts";
export * from "./tasks/task.inputs.ts";
export * from "./tasks/task.results.ts";
export * from "./activity/event.type.ts";
