import { Field, ID, ObjectType } from "type-graphql";
import { OpenPoint } from "./task.ts";

@ObjectType({ description: "One thing that is still to be arranged on a task (nog te regelen)." })
export class TaskOpenPoint {
  @Field(() => OpenPoint, { description: "What." })
  code: OpenPoint;
  @Field(() => ID, { nullable: true, description: "Organisation or letter it is about." })
  objectId: string | null;
}
