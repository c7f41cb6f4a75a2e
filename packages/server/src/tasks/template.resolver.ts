import {
  CreateBoardTemplateInput,
  CreateBoardTemplateResult,
  CreateTaskTemplateInput,
  CreateTaskTemplateResult,
  RemoveTemplateInput,
  RemoveTemplateResult,
  Template,
  templatePayloads,
  UpdateTemplateInput,
  UpdateTemplateResult,
} from "@wijkbord/schema/types";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { HubContext } from "../graphql/context.ts";
import { type About, type Answer, answer } from "./act.ts";
import { coalitionOf } from "./subjects.ts";
import { TemplateTable } from "./template.tables.ts";

type Run = Parameters<typeof answer>[2];

/** Runs a change that answers with a template; one that is gone is answered as it was. */
function actOnTemplate(context: HubContext, name: keyof typeof templatePayloads, { subject, id, field = "id" }: About, run: Run): Answer {
  const read = (templateId: string) => context.services.database.read().findOne(TemplateTable, { id: templateId });
  let before: object | null = null;
  const coalitionId = async () => {
    const found = await coalitionOf(context, subject, id, field);
    before = subject === "Template" ? await read(id) : null;
    return found;
  };
  return answer(context, coalitionId, run, async ({ objectId, asOfSequence }) =>
    Object.assign(new templatePayloads[name](), { template: (await read(objectId)) ?? before, asOfSequence }),
  );
}

@Resolver()
export class TemplateResolver {
  @Query(() => [Template], { description: "Templates of a coalition, by name." })
  templates(@Arg("coalitionId", () => ID) coalitionId: string, @Ctx() { services, reader }: HubContext): Promise<Template[]> {
    const viewer = reader(coalitionId);
    return services.database.read().find(TemplateTable, { coalitionId: viewer.coalitionId }, { orderBy: { name: "asc", id: "asc" } });
  }

  @Mutation(() => CreateTaskTemplateResult, { description: "Takes a task over as a template." })
  createTaskTemplate(@Arg("input", () => CreateTaskTemplateInput) input: CreateTaskTemplateInput, @Ctx() context: HubContext): Answer {
    return actOnTemplate(context, "createTaskTemplate", { subject: "Task", id: input.taskId, field: "taskId" }, (actor) =>
      context.services.tasks.createTaskTemplate(actor, input),
    );
  }

  @Mutation(() => CreateBoardTemplateResult, { description: "Takes the columns and working style of a board over as a template." })
  createBoardTemplate(@Arg("input", () => CreateBoardTemplateInput) input: CreateBoardTemplateInput, @Ctx() context: HubContext): Answer {
    return actOnTemplate(context, "createBoardTemplate", { subject: "Board", id: input.boardId, field: "boardId" }, (actor) =>
      context.services.tasks.createBoardTemplate(actor, input),
    );
  }

  @Mutation(() => UpdateTemplateResult, { description: "Renames a template, or writes the text of its task anew." })
  updateTemplate(@Arg("input", () => UpdateTemplateInput) input: UpdateTemplateInput, @Ctx() context: HubContext): Answer {
    return actOnTemplate(context, "updateTemplate", { subject: "Template", id: input.id }, (actor) => context.services.tasks.updateTemplate(actor, input));
  }

  @Mutation(() => RemoveTemplateResult, { description: "Throws a template away; what was made from it stays." })
  removeTemplate(@Arg("input", () => RemoveTemplateInput) input: RemoveTemplateInput, @Ctx() context: HubContext): Answer {
    return actOnTemplate(context, "removeTemplate", { subject: "Template", id: input.id }, (actor) => context.services.tasks.removeTemplate(actor, input));
  }
}
