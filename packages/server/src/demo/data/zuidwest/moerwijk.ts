import { TaskState, WorkingStyle } from "@wijkbord/schema";
import { defaultColumns } from "../builders.ts";
import type { DemoBoard } from "../types.ts";
import { moerwijkLearning } from "./moerwijk.learning.ts";
import { moerwijkLiving } from "./moerwijk.living.ts";
import { moerwijkWorks } from "./moerwijk.works.ts";

const columns = defaultColumns();
columns.splice(3, 0, { title: "Controle", state: TaskState.IN_REVIEW, wipLimit: 3 });

export const moerwijkBoard: DemoBoard = {
  areaCode: "WK051836",
  title: "Wijkbord Moerwijk",
  style: WorkingStyle.LIGHT,
  columns,
  tasks: [...moerwijkLearning, ...moerwijkWorks, ...moerwijkLiving],
};
