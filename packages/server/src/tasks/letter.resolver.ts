import {
  AcceptAssignmentResult,
  ActInput,
  DeclineAssignmentResult,
  NameAssigneeInput,
  NameAssigneeResult,
  PickUpTaskResult,
  ProposeAssignmentInput,
  ProposeAssignmentResult,
  ReleaseAssignmentResult,
} from "@wijkbord/schema/types";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { HubContext } from "../graphql/context.ts";
import { actOnTask, type Answer } from "./act.ts";

@Resolver()
export class LetterResolver {
  @Mutation(() => PickUpTaskResult, { description: "Pak op: the own organisation trekt and doet, accepted." })
  pickUpTask(@Arg("input", () => ActInput) input: ActInput, @Ctx() context: HubContext): Answer {
    return actOnTask(context, "pickUpTask", { subject: "Task", id: input.id }, (actor) => context.services.tasks.pickUp(actor, input));
  }

  @Mutation(() => ProposeAssignmentResult, { description: "Asks an organisation to carry a letter; the own one accepts at once." })
  proposeAssignment(@Arg("input", () => ProposeAssignmentInput) input: ProposeAssignmentInput, @Ctx() context: HubContext): Answer {
    return actOnTask(context, "proposeAssignment", { subject: "Task", id: input.taskId, field: "taskId" }, (actor) =>
      context.services.tasks.propose(actor, input),
    );
  }

  @Mutation(() => AcceptAssignmentResult, { description: "Accepts a letter of the own organisation (INV-03)." })
  acceptAssignment(@Arg("input", () => ActInput) input: ActInput, @Ctx() context: HubContext): Answer {
    return actOnTask(context, "acceptAssignment", { subject: "TaskAssignment", id: input.id }, (actor) => context.services.tasks.accept(actor, input));
  }

  @Mutation(() => DeclineAssignmentResult, { description: "Declines a letter of the own organisation." })
  declineAssignment(@Arg("input", () => ActInput) input: ActInput, @Ctx() context: HubContext): Answer {
    return actOnTask(context, "declineAssignment", { subject: "TaskAssignment", id: input.id }, (actor) => context.services.tasks.decline(actor, input));
  }

  @Mutation(() => ReleaseAssignmentResult, { description: "Gives a letter of the own organisation back, or withdraws a proposal." })
  releaseAssignment(@Arg("input", () => ActInput) input: ActInput, @Ctx() context: HubContext): Answer {
    return actOnTask(context, "releaseAssignment", { subject: "TaskAssignment", id: input.id }, (actor) => context.services.tasks.release(actor, input));
  }

  @Mutation(() => NameAssigneeResult, { description: "Names the person of the own organisation who carries its letter." })
  nameAssignee(@Arg("input", () => NameAssigneeInput) input: NameAssigneeInput, @Ctx() context: HubContext): Answer {
    return actOnTask(context, "nameAssignee", { subject: "TaskAssignment", id: input.id }, (actor) => context.services.tasks.nameAssignee(actor, input));
  }
}
