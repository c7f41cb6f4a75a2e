import { Field, ObjectType } from "type-graphql";
import { resultUnion } from "../shared/problems.type.ts";
import { SequenceScalar } from "../shared/scalars.ts";
import { Template } from "./template.type.ts";

/** Payload class of a mutation that changes one template. */
function templatePayload(name: string) {
  @ObjectType(`${name}Payload`, { description: "The template after the change; one that was thrown away as it was." })
  class Payload {
    @Field(() => Template, { description: "The template." })
    template: Template;
    @Field(() => SequenceScalar, { description: "Number of the change in the log." })
    asOfSequence: number;
  }
  return Payload;
}

/** Mutations that answer with a template. */
export const templatePayloads = {
  createTaskTemplate: templatePayload("CreateTaskTemplate"),
  createBoardTemplate: templatePayload("CreateBoardTemplate"),
  updateTemplate: templatePayload("UpdateTemplate"),
  removeTemplate: templatePayload("RemoveTemplate"),
};
export const CreateTaskTemplateResult = resultUnion("CreateTaskTemplate", templatePayloads.createTaskTemplate);
export const CreateBoardTemplateResult = resultUnion("CreateBoardTemplate", templatePayloads.createBoardTemplate);
export const UpdateTemplateResult = resultUnion("UpdateTemplate", templatePayloads.updateTemplate);
export const RemoveTemplateResult = resultUnion("RemoveTemplate", templatePayloads.removeTemplate);
