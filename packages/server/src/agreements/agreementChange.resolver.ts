import {
  AddAgreementLinkInput,
  AddAgreementRemarkInput,
  AgreementRoleInput,
  AgreementTaskInput,
  ConfirmRegisteredInput,
  CreateNextVersionInput,
  DraftAgreementInput,
  RedactTextInput,
  RegisterAgreementInput,
  RemoveAgreementLinkInput,
  RemoveInput,
  SaveVersionDraftInput,
  UpdateAgreementInput,
  AddAgreementLinkResult,
  AddAgreementRemarkResult,
  ConfirmRegisteredResult,
  CreateNextVersionResult,
  DraftAgreementResult,
  LinkAgreementRoleResult,
  LinkAgreementTaskResult,
  RedactAgreementTextResult,
  RegisterAgreementResult,
  RemoveAgreementLinkResult,
  RemoveAgreementRemarkResult,
  SaveVersionDraftResult,
  UnlinkAgreementRoleResult,
  UnlinkAgreementTaskResult,
  UpdateAgreementResult,
} from "@wijkbord/schema/types";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { HubContext } from "../graphql/context.ts";
import { actOnAgreement, type Answer } from "./actOn.ts";

@Resolver()
export class AgreementChangeResolver {
  @Mutation(() => DraftAgreementResult, { description: "Makes an agreement with its first version, in writing." })
  draftAgreement(@Arg("input", () => DraftAgreementInput) input: DraftAgreementInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "draftAgreement", { type: "Coalition", id: input.coalitionId, field: "coalitionId" }, (actor) =>
      context.services.agreements.draft(actor, input),
    );
  }

  @Mutation(() => UpdateAgreementResult, { description: "Changes areas, themes and visibility of an agreement." })
  updateAgreement(@Arg("input", () => UpdateAgreementInput) input: UpdateAgreementInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "updateAgreement", { type: "ProcessAgreement", id: input.id, field: "id" }, (actor) =>
      context.services.agreements.update(actor, input),
    );
  }

  @Mutation(() => SaveVersionDraftResult, { description: "Saves what was written in a version; refused once its text is frozen (INV-08)." })
  saveVersionDraft(@Arg("input", () => SaveVersionDraftInput) input: SaveVersionDraftInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "saveVersionDraft", { type: "AgreementVersion", id: input.versionId, field: "versionId" }, (actor) =>
      context.services.agreements.saveDraft(actor, input),
    );
  }

  @Mutation(() => CreateNextVersionResult, { description: "Makes the next version; the one before is superseded and all answers start again." })
  createNextVersion(@Arg("input", () => CreateNextVersionInput) input: CreateNextVersionInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "createNextVersion", { type: "ProcessAgreement", id: input.agreementId, field: "agreementId" }, (actor) =>
      context.services.agreements.createNextVersion(actor, input),
    );
  }

  @Mutation(() => RegisterAgreementResult, { description: "Registers an agreement that was made elsewhere (overgenomen afspraak)." })
  registerAgreement(@Arg("input", () => RegisterAgreementInput) input: RegisterAgreementInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "registerAgreement", { type: "Coalition", id: input.coalitionId, field: "coalitionId" }, (actor) =>
      context.services.agreements.register(actor, input),
    );
  }

  @Mutation(() => ConfirmRegisteredResult, { description: "Says for the own organisation whether a registered agreement is right." })
  confirmRegistered(@Arg("input", () => ConfirmRegisteredInput) input: ConfirmRegisteredInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "confirmRegistered", { type: "ProcessAgreement", id: input.agreementId, field: "agreementId" }, (actor) =>
      context.services.agreements.confirmRegistered(actor, input),
    );
  }

  @Mutation(() => AddAgreementLinkResult, { description: "Adds a link to an agreement." })
  addAgreementLink(@Arg("input", () => AddAgreementLinkInput) input: AddAgreementLinkInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "addAgreementLink", { type: "ProcessAgreement", id: input.agreementId, field: "agreementId" }, (actor) =>
      context.services.agreements.addLink(actor, input),
    );
  }

  @Mutation(() => RemoveAgreementLinkResult, { description: "Takes a link of an agreement away." })
  removeAgreementLink(@Arg("input", () => RemoveAgreementLinkInput) input: RemoveAgreementLinkInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "removeAgreementLink", { type: "ProcessAgreement", id: input.agreementId, field: "agreementId" }, (actor) =>
      context.services.agreements.removeLink(actor, input),
    );
  }

  @Mutation(() => LinkAgreementTaskResult, { description: "Says that a task exists because of an agreement." })
  linkAgreementTask(@Arg("input", () => AgreementTaskInput) input: AgreementTaskInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "linkAgreementTask", { type: "ProcessAgreement", id: input.agreementId, field: "agreementId" }, (actor) =>
      context.services.agreements.linkTask(actor, input),
    );
  }

  @Mutation(() => UnlinkAgreementTaskResult, { description: "Takes that back." })
  unlinkAgreementTask(@Arg("input", () => AgreementTaskInput) input: AgreementTaskInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "unlinkAgreementTask", { type: "ProcessAgreement", id: input.agreementId, field: "agreementId" }, (actor) =>
      context.services.agreements.unlinkTask(actor, input),
    );
  }

  @Mutation(() => LinkAgreementRoleResult, { description: "Says that an agreement names a role." })
  linkAgreementRole(@Arg("input", () => AgreementRoleInput) input: AgreementRoleInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "linkAgreementRole", { type: "ProcessAgreement", id: input.agreementId, field: "agreementId" }, (actor) =>
      context.services.agreements.linkRole(actor, input),
    );
  }

  @Mutation(() => UnlinkAgreementRoleResult, { description: "Takes that back." })
  unlinkAgreementRole(@Arg("input", () => AgreementRoleInput) input: AgreementRoleInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "unlinkAgreementRole", { type: "ProcessAgreement", id: input.agreementId, field: "agreementId" }, (actor) =>
      context.services.agreements.unlinkRole(actor, input),
    );
  }

  @Mutation(() => AddAgreementRemarkResult, { description: "Puts a question or opinion beside a version." })
  addAgreementRemark(@Arg("input", () => AddAgreementRemarkInput) input: AddAgreementRemarkInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "addAgreementRemark", { type: "AgreementVersion", id: input.versionId, field: "versionId" }, (actor) =>
      context.services.agreements.addRemark(actor, input),
    );
  }

  @Mutation(() => RemoveAgreementRemarkResult, { description: "Takes an own remark away." })
  removeAgreementRemark(@Arg("input", () => RemoveInput) input: RemoveInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "removeAgreementRemark", { type: "AgreementRemark", id: input.id, field: "id" }, (actor) =>
      context.services.agreements.removeRemark(actor, input),
    );
  }

  @Mutation(() => RedactAgreementTextResult, {
    description:
      "Takes a text about an agreement back for privacy: of an Objection, SignOff, SignOffPreparation, AgreementRemark, ConsentWithdrawal, AgreementReview or RegistrationAnswer.",
  })
  redactAgreementText(@Arg("input", () => RedactTextInput) input: RedactTextInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "redactAgreementText", { type: input.targetType, id: input.targetId, field: "targetId" }, (actor) =>
      context.services.agreements.redactText(actor, input),
    );
  }
}
