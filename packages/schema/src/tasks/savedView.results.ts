import { Field, ObjectType } from "type-graphql";
import { resultUnion } from "../shared/problems.type.ts";
import { SequenceScalar } from "../shared/scalars.ts";
import { SavedView } from "./savedView.type.ts";

/** Payload class of a mutation that changes one saved view. */
function savedViewPayload(name: string) {
  @ObjectType(`${name}Payload`, { description: "The view after the change; one that was thrown away as it was." })
  class Payload {
    @Field(() => SavedView, { description: "The view." })
    savedView: SavedView;
    @Field(() => SequenceScalar, { description: "Number of the log after the change; a private view has no event." })
    asOfSequence: number;
  }
  return Payload;
}

/** Mutations that answer with a saved view. */
export const savedViewPayloads = {
  createSavedView: savedViewPayload("CreateSavedView"),
  updateSavedView: savedViewPayload("UpdateSavedView"),
  removeSavedView: savedViewPayload("RemoveSavedView"),
};
export const CreateSavedViewResult = resultUnion("CreateSavedView", savedViewPayloads.createSavedView);
export const UpdateSavedViewResult = resultUnion("UpdateSavedView", savedViewPayloads.updateSavedView);
export const RemoveSavedViewResult = resultUnion("RemoveSavedView", savedViewPayloads.removeSavedView);
