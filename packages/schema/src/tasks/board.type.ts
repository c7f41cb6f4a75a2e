import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Swimlane, TaskState, WorkingStyle } from "./task.ts";

registerEnumType(TaskState, { name: "TaskState", description: "Lifecycle state of a task (stand van een taak)." });
registerEnumType(WorkingStyle, { name: "WorkingStyle", description: "LIGHT: anybody moves, open points show. STRICT: rules refuse." });
registerEnumType(Swimlane, { name: "Swimlane", description: "How rows of the board are grouped." });

@ObjectType({ description: "Board of a neighbourhood (wijkbord)." })
export class Board {
  @Field(() => ID, { description: "Identity." })
  id: string;
  coalitionId: string;
  @Field(() => String, { description: "Code of the neighbourhood." })
  areaCode: string;
  @Field(() => String, { description: "Name in addresses, one per neighbourhood of the coalition; stays when the neighbourhood gets another name." })
  slug: string;
  @Field(() => String, { description: "Title, 1–80 characters." })
  title: string;
  @Field(() => WorkingStyle, { description: "Working style (werkwijze)." })
  style: WorkingStyle;
  @Field(() => Swimlane, { description: "Grouping of rows." })
  swimlane: Swimlane;
  @Field(() => Date, { nullable: true, description: "When it was archived." })
  archivedAt: Date | null;
  createdAt: Date;
  @Field(() => Int, { description: "Version of this object." })
  version: number;
}

@ObjectType({ description: "Column of a board; carries one lifecycle state (kolom)." })
export class BoardColumn {
  @Field(() => ID, { description: "Identity." })
  id: string;
  coalitionId: string;
  @Field(() => ID, { description: "Board." })
  boardId: string;
  @Field(() => String, { description: "Title, 1–40 characters." })
  title: string;
  @Field(() => TaskState, { description: "State that tasks in this column have." })
  state: TaskState;
  @Field(() => Int, { description: "Order on the board, from 0." })
  position: number;
  @Field(() => Int, { nullable: true, description: "Number of tasks above which the column warns; never refuses. 1–999." })
  wipLimit: number | null;
  @Field(() => Int, { description: "Version; send it as `expectedVersion`." })
  version: number;
}

@ObjectType({ description: "Where a task stands on a board." })
export class TaskPlacement {
  @Field(() => ID, { description: "Identity." })
  id: string;
  coalitionId: string;
  taskId: string;
  @Field(() => ID, { description: "Board." })
  boardId: string;
  @Field(() => ID, { description: "Column." })
  columnId: string;
  @Field(() => String, { description: "Order key in the column; sort by (position, task id), bytes." })
  position: string;
  @Field(() => Boolean, { description: "True for the board the task belongs to." })
  isHome: boolean;
}
