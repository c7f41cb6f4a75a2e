import { MeetingPromise, Task } from "@wijkbord/schema/types";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { HubContext } from "../graphql/context.ts";
import { loadersOf } from "../tasks/task.loaders.ts";

/** What was said about a task in meetings. */
@Resolver(() => Task)
export class TaskPromisesResolver {
  @FieldResolver(() => [MeetingPromise], { description: "Spoken promises (toezeggingen) that are neither answered nor lapsed; the card stands on them (D9)." })
  promises(@Root() { id }: Task, @Ctx() context: HubContext): Promise<MeetingPromise[]> {
    return loadersOf(context).promises.load(id);
  }
}
