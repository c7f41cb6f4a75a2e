import { Organisation, Task, TaskAssignment, Theme } from "@wijkbord/schema/types";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { HubContext } from "../graphql/context.ts";
import { loadersOf } from "./task.loaders.ts";

async function organisationOf(id: string, { loaders }: HubContext): Promise<Organisation> {
  const organisation = await loaders.organisation.load(id);
  if (!organisation) throw new Error(`Organisation ${id} has no row.`);
  return organisation;
}

@Resolver(() => Task)
export class TaskNamesResolver {
  @FieldResolver(() => Theme, { nullable: true, description: "Theme it serves (opgave, thema)." })
  theme(@Root() { themeId }: Task, @Ctx() context: HubContext): Promise<Theme | null> | null {
    return themeId ? loadersOf(context).theme.load(themeId) : null;
  }

  @FieldResolver(() => Organisation, { description: "Organisation that wrote it." })
  organisation(@Root() { organisationId }: Task, @Ctx() context: HubContext): Promise<Organisation> {
    return organisationOf(organisationId, context);
  }
}

@Resolver(() => TaskAssignment)
export class AssignmentNamesResolver {
  @FieldResolver(() => Organisation, { description: "Organisation that carries the letter." })
  organisation(@Root() { organisationId }: TaskAssignment, @Ctx() context: HubContext): Promise<Organisation> {
    return organisationOf(organisationId, context);
  }
}
