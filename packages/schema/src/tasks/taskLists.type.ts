import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Organisation } from "../coalitions/coalition.type.ts";
import { DateScalar, SequenceScalar } from "../shared/scalars.ts";
import { Board } from "./board.type.ts";
import { Letter, LetterCell, TaskState } from "./task.ts";
import { Task } from "./task.type.ts";

@InputType({ description: "Which tasks a list shows; absent fields do not filter." })
export class TaskFilter {
  @Field(() => ID, { nullable: true, description: "Board it stands on." })
  boardId?: string | null;
  @Field(() => String, { nullable: true, description: "Code of the neighbourhood (wijk)." })
  areaCode?: string | null;
  @Field(() => ID, { nullable: true, description: "Theme." })
  themeId?: string | null;
  @Field(() => ID, { nullable: true, description: "Action line." })
  actionLineId?: string | null;
  @Field(() => ID, { nullable: true, description: "Label it carries." })
  labelId?: string | null;
  @Field(() => ID, { nullable: true, description: "Organisation with a letter on it, proposed or accepted." })
  organisationId?: string | null;
  @Field(() => Letter, { nullable: true, description: "Letter that the organisation has; without `organisationId`: that anybody has." })
  letter?: Letter | null;
  @Field(() => ID, { nullable: true, description: "Organisation whose answer to a proposed letter is waited for (wacht op)." })
  waitsOnOrganisationId?: string | null;
  @Field(() => Boolean, { nullable: true, description: "True: only tasks without an accepted trekker; false: only those with one." })
  withoutAccountable?: boolean | null;
  @Field(() => TaskState, { nullable: true, description: "Lifecycle state; cancelled tasks show only in lists." })
  state?: TaskState | null;
  @Field(() => Boolean, { nullable: true, description: "True: only tasks that are neither done nor cancelled; false: only those that are." })
  open?: boolean | null;
  @Field(() => Int, { nullable: true, description: "Number without prefix: 117 for ZW-117." })
  number?: number | null;
  @Field(() => Boolean, { nullable: true, description: "True: only archived tasks. Default: only those that are not." })
  archived?: boolean | null;
  @Field(() => DateScalar, { nullable: true, description: "Klaar op before this day." })
  dueBefore?: string | null;
}

@ObjectType({ description: "Where a page of a list ends." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether more follow." })
  hasNextPage: boolean;
  @Field(() => String, { nullable: true, description: "Send it as `after` for the next page." })
  endCursor: string | null;
}

@ObjectType({ description: "A task in a list." })
export class TaskEdge {
  @Field(() => String, { description: "Place in the list." })
  cursor: string;
  @Field(() => Task, { description: "The task." })
  node: Task;
}

@ObjectType({ description: "Page of a list of tasks, by number." })
export class TaskConnection {
  @Field(() => [TaskEdge], { description: "Tasks with their places." })
  edges: TaskEdge[];
  @Field(() => [Task], { description: "Tasks." })
  nodes: Task[];
  @Field(() => PageInfo, { description: "Where the page ends." })
  pageInfo: PageInfo;
  @Field(() => Int, { description: "Number of tasks in the whole list that you may see." })
  totalCount: number;
  @Field(() => SequenceScalar, { description: "Number of the log that this page belongs to; follow from here." })
  asOfSequence: number;
}

@ObjectType({ description: "What one organisation does on one task." })
export class TaskMatrixCell {
  @Field(() => ID, { description: "Organisation." })
  organisationId: string;
  @Field(() => LetterCell, { description: "One letter, or AR." })
  cell: LetterCell;
  @Field(() => Boolean, { description: "Whether the organisation accepted all of it." })
  accepted: boolean;
}

@ObjectType({ description: "One task of the division." })
export class TaskMatrixRow {
  @Field(() => Task, { description: "The task." })
  task: Task;
  @Field(() => [TaskMatrixCell], { description: "Organisations that have a letter." })
  cells: TaskMatrixCell[];
}

@ObjectType({ description: "Who does what on a board: tasks by partners (taakverdeling)." })
export class TaskMatrix {
  @Field(() => Board, { description: "The board." })
  board: Board;
  @Field(() => [Organisation], { description: "Partners, and departments, that are in the coalition now or have a letter." })
  organisations: Organisation[];
  @Field(() => [TaskMatrixRow], { description: "Tasks, by number." })
  rows: TaskMatrixRow[];
  @Field(() => SequenceScalar, { description: "Number of the log that it belongs to; follow from here." })
  asOfSequence: number;
}

@ObjectType({ description: "One task of the division as it was at a moment that has passed." })
export class PastDivisionRow {
  @Field(() => ID, { description: "Task." })
  taskId: string;
  @Field(() => String, { description: "Number with prefix: ZW-117." })
  number: string;
  @Field(() => String, { description: "Title as it is now." })
  title: string;
  @Field(() => [TaskMatrixCell], { description: "Organisations that had a letter, by id." })
  cells: TaskMatrixCell[];
}

@ObjectType({ description: "Who did what on a board at a moment that has passed, computed from the log (Vergelijk met)." })
export class PastDivision {
  @Field(() => Date, { description: "The moment; changes at that moment count." })
  at: Date;
  @Field(() => [PastDivisionRow], { description: "Tasks that existed then, were not archived or cancelled, and that you may see now; by number." })
  rows: PastDivisionRow[];
  @Field(() => SequenceScalar, { description: "Number of the log that it was computed from." })
  asOfSequence: number;
}

@ObjectType({ description: "Letters that an import proposed to your organisation on one board (Op jullie naam: … Klopt dit?)." })
export class ImportedProposals {
  @Field(() => Board, { description: "The board." })
  board: Board;
  @Field(() => Int, { description: "Number of tasks that wait." })
  total: number;
  @Field(() => [Task], { description: "Those tasks by number, the first 100." })
  tasks: Task[];
}
