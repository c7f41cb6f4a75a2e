import { Field, ObjectType } from "type-graphql";
import { resultUnion } from "../shared/problems.type.ts";
import { SequenceScalar } from "../shared/scalars.ts";
import { CoalitionRole } from "./role.type.ts";

/** Payload class of a mutation that changes one role or a seat of it. */
function rolePayload(name: string) {
  @ObjectType(`${name}Payload`, { description: "The role after the change." })
  class Payload {
    @Field(() => CoalitionRole, { description: "The role." })
    role: CoalitionRole;
    @Field(() => SequenceScalar, { description: "Number of the change in the log." })
    asOfSequence: number;
  }
  return Payload;
}

@ObjectType({ description: "The roles after templates were adopted." })
export class AdoptRoleTemplatesPayload {
  @Field(() => [CoalitionRole], { description: "All roles of the coalition." })
  roles: CoalitionRole[];
  @Field(() => SequenceScalar, { description: "Number of the change in the log." })
  asOfSequence: number;
}

/** Mutations that answer with one role, by name; each has `XPayload` and `XResult`. */
export const rolePayloads = {
  createRole: rolePayload("CreateRole"),
  updateRole: rolePayload("UpdateRole"),
  confirmRole: rolePayload("ConfirmRole"),
  retireRole: rolePayload("RetireRole"),
  restoreRole: rolePayload("RestoreRole"),
  proposeRoleHolder: rolePayload("ProposeRoleHolder"),
  acceptRole: rolePayload("AcceptRole"),
  declineRole: rolePayload("DeclineRole"),
  chooseRoleHolder: rolePayload("ChooseRoleHolder"),
  resignRole: rolePayload("ResignRole"),
  changeSeat: rolePayload("ChangeSeat"),
  addRoleLink: rolePayload("AddRoleLink"),
  removeRoleLink: rolePayload("RemoveRoleLink"),
};
export type RoleMutation = keyof typeof rolePayloads;

export const CreateRoleResult = resultUnion("CreateRole", rolePayloads.createRole);
export const UpdateRoleResult = resultUnion("UpdateRole", rolePayloads.updateRole);
export const ConfirmRoleResult = resultUnion("ConfirmRole", rolePayloads.confirmRole);
export const RetireRoleResult = resultUnion("RetireRole", rolePayloads.retireRole);
export const RestoreRoleResult = resultUnion("RestoreRole", rolePayloads.restoreRole);
export const AdoptRoleTemplatesResult = resultUnion("AdoptRoleTemplates", AdoptRoleTemplatesPayload);
export const ProposeRoleHolderResult = resultUnion("ProposeRoleHolder", rolePayloads.proposeRoleHolder);
export const AcceptRoleResult = resultUnion("AcceptRole", rolePayloads.acceptRole);
export const DeclineRoleResult = resultUnion("DeclineRole", rolePayloads.declineRole);
export const ChooseRoleHolderResult = resultUnion("ChooseRoleHolder", rolePayloads.chooseRoleHolder);
export const ResignRoleResult = resultUnion("ResignRole", rolePayloads.resignRole);
export const ChangeSeatResult = resultUnion("ChangeSeat", rolePayloads.changeSeat);
export const AddRoleLinkResult = resultUnion("AddRoleLink", rolePayloads.addRoleLink);
export const RemoveRoleLinkResult = resultUnion("RemoveRoleLink", rolePayloads.removeRoleLink);
