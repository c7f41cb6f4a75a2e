import { CoalitionRole, ProcessAgreement, Task } from "@wijkbord/schema/types";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { HubContext } from "../graphql/context.ts";
import { agreementLoaders } from "./agreementLoaders.ts";

/** Agreement, role and task: each corner shows the other two. */
@Resolver(() => ProcessAgreement)
export class AgreementCornerResolver {
  @FieldResolver(() => [Task], { description: "Tasks that exist because of it, as far as you may see them." })
  tasks(@Root() agreement: ProcessAgreement, @Ctx() context: HubContext): Promise<Task[]> {
    return agreementLoaders(context).tasks.load(agreement);
  }

  @FieldResolver(() => [CoalitionRole], { description: "Roles that it names; it does not work while nobody holds them." })
  roles(@Root() agreement: ProcessAgreement, @Ctx() context: HubContext): Promise<CoalitionRole[]> {
    return agreementLoaders(context).roles.load(agreement);
  }
}

@Resolver(() => Task)
export class TaskCornerResolver {
  @FieldResolver(() => [ProcessAgreement], { description: "Agreements because of which it exists." })
  agreements(@Root() task: Task, @Ctx() context: HubContext): Promise<ProcessAgreement[]> {
    return agreementLoaders(context).ofTask.load(task);
  }
}

@Resolver(() => CoalitionRole)
export class RoleCornerResolver {
  @FieldResolver(() => [ProcessAgreement], { description: "Agreements that name it, by number: what breaks when nobody holds it." })
  agreements(@Root() role: CoalitionRole, @Ctx() context: HubContext): Promise<ProcessAgreement[]> {
    return agreementLoaders(context).ofRole.load(role);
  }
}
