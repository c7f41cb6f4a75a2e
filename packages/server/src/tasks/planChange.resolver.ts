import {
  ActInput,
  CreateActionLineInput,
  CreateActionLineResult,
  CreateLabelInput,
  CreateLabelResult,
  CreateThemeInput,
  CreateThemeResult,
  PublishActionLineResult,
  RedactActionLineTextResult,
  RedactTextInput,
  RemoveLabelInput,
  RemoveLabelResult,
  RenameLabelInput,
  RenameLabelResult,
  UpdateActionLineInput,
  UpdateActionLineResult,
  UpdateThemeInput,
  UpdateThemeResult,
} from "@wijkbord/schema/types";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { HubContext } from "../graphql/context.ts";
import { actOnLabel, actOnPlan, type Answer } from "./act.ts";

@Resolver()
export class PlanChangeResolver {
  @Mutation(() => CreateLabelResult, { description: "Makes a label of the coalition." })
  createLabel(@Arg("input", () => CreateLabelInput) input: CreateLabelInput, @Ctx() context: HubContext): Answer {
    return actOnLabel(context, "createLabel", { subject: "Coalition", id: input.coalitionId, field: "coalitionId" }, (actor) =>
      context.services.tasks.createLabel(actor, input),
    );
  }

  @Mutation(() => RenameLabelResult, { description: "Gives a label another name." })
  renameLabel(@Arg("input", () => RenameLabelInput) input: RenameLabelInput, @Ctx() context: HubContext): Answer {
    return actOnLabel(context, "renameLabel", { subject: "Label", id: input.id }, (actor) => context.services.tasks.renameLabel(actor, input));
  }

  @Mutation(() => RemoveLabelResult, { description: "Takes a label away, also from the tasks that carry it." })
  removeLabel(@Arg("input", () => RemoveLabelInput) input: RemoveLabelInput, @Ctx() context: HubContext): Answer {
    return actOnLabel(context, "removeLabel", { subject: "Label", id: input.id }, (actor) => context.services.tasks.removeLabel(actor, input));
  }

  @Mutation(() => CreateThemeResult, { description: "Makes a theme." })
  createTheme(@Arg("input", () => CreateThemeInput) input: CreateThemeInput, @Ctx() context: HubContext): Answer {
    return actOnPlan(context, "createTheme", { subject: "Coalition", id: input.coalitionId, field: "coalitionId" }, (actor) =>
      context.services.tasks.createTheme(actor, input),
    );
  }

  @Mutation(() => UpdateThemeResult, { description: "Renames a theme or gives it another place." })
  updateTheme(@Arg("input", () => UpdateThemeInput) input: UpdateThemeInput, @Ctx() context: HubContext): Answer {
    return actOnPlan(context, "updateTheme", { subject: "Theme", id: input.id }, (actor) => context.services.tasks.updateTheme(actor, input));
  }

  @Mutation(() => CreateActionLineResult, { description: "Makes an action line, as a draft." })
  createActionLine(@Arg("input", () => CreateActionLineInput) input: CreateActionLineInput, @Ctx() context: HubContext): Answer {
    return actOnPlan(context, "createActionLine", { subject: "Coalition", id: input.coalitionId, field: "coalitionId" }, (actor) =>
      context.services.tasks.createActionLine(actor, input),
    );
  }

  @Mutation(() => UpdateActionLineResult, { description: "Changes an action line; a published one keeps what it needs (INV-14)." })
  updateActionLine(@Arg("input", () => UpdateActionLineInput) input: UpdateActionLineInput, @Ctx() context: HubContext): Answer {
    return actOnPlan(context, "updateActionLine", { subject: "ActionLine", id: input.id }, (actor) => context.services.tasks.updateActionLine(actor, input));
  }

  @Mutation(() => PublishActionLineResult, { description: "Makes an action line part of the plan (INV-14)." })
  publishActionLine(@Arg("input", () => ActInput) input: ActInput, @Ctx() context: HubContext): Answer {
    return actOnPlan(context, "publishActionLine", { subject: "ActionLine", id: input.id }, (actor) => context.services.tasks.publishActionLine(actor, input));
  }

  @Mutation(() => RedactActionLineTextResult, { description: "Takes a text of an ActionLine back for privacy: title, whatWeDo, soThat or expectedImpact." })
  redactActionLineText(@Arg("input", () => RedactTextInput) input: RedactTextInput, @Ctx() context: HubContext): Answer {
    return actOnPlan(context, "redactActionLineText", { subject: "ActionLine", id: input.targetId, field: "targetId" }, (actor) =>
      context.services.tasks.redactLine(actor, input),
    );
  }
}
