import { defineEntity } from "@mikro-orm/core";
import { type AgreementCategory, ReviewAdvice, ReviewHelped } from "@wijkbord/schema";
import { AgreementReview, ConsentWithdrawal, Mandate, RegistrationAnswer } from "@wijkbord/schema/types";
import { bind } from "../database/bind.ts";

export const MandateTable = defineEntity({
  name: "Mandate",
  tableName: "mandate",
  indexes: [{ properties: ["coalitionId", "organisationId"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    organisationId: p.uuid(),
    membershipId: p.uuid(),
    deputyMembershipId: p.uuid().strictNullable(),
    categories: p.json<AgreementCategory[]>(),
    fromOn: p.date(),
    untilOn: p.date().strictNullable(),
    endedAt: p.datetime().strictNullable(),
    grantedByMembershipId: p.uuid(),
    createdAt: p.datetime(),
    version: p.integer(),
  }),
});
bind(MandateTable, Mandate);

export const ReviewTable = defineEntity({
  name: "AgreementReview",
  tableName: "agreement_review",
  uniques: [{ properties: ["agreementId", "reviewOn", "organisationId"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    agreementId: p.uuid(),
    reviewOn: p.date(),
    organisationId: p.uuid(),
    membershipId: p.uuid(),
    helped: p.enum(() => ReviewHelped),
    advice: p.enum(() => ReviewAdvice),
    change: p.text().strictNullable(),
    nextReviewOn: p.date().strictNullable(),
    createdAt: p.datetime(),
  }),
});
bind(ReviewTable, AgreementReview);

export const WithdrawalTable = defineEntity({
  name: "ConsentWithdrawal",
  tableName: "consent_withdrawal",
  indexes: [{ properties: ["coalitionId", "agreementId"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    agreementId: p.uuid(),
    versionId: p.uuid().strictNullable(),
    organisationId: p.uuid(),
    membershipId: p.uuid(),
    reason: p.text(),
    createdAt: p.datetime(),
    endedAt: p.datetime().strictNullable(),
  }),
});
bind(WithdrawalTable, ConsentWithdrawal);

export const RegistrationAnswerTable = defineEntity({
  name: "RegistrationAnswer",
  tableName: "registration_answer",
  uniques: [{ properties: ["agreementId", "organisationId"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    agreementId: p.uuid(),
    organisationId: p.uuid(),
    membershipId: p.uuid(),
    confirmed: p.boolean(),
    note: p.text().strictNullable(),
    answeredAt: p.datetime(),
  }),
});
bind(RegistrationAnswerTable, RegistrationAnswer);

/** Tasks that exist because of an agreement. */
export const AgreementTaskTable = defineEntity({
  name: "AgreementTask",
  tableName: "agreement_task",
  uniques: [{ properties: ["agreementId", "taskId"] }],
  indexes: [{ properties: ["coalitionId", "taskId"] }],
  properties: (p) => ({ id: p.uuid().primary(), coalitionId: p.uuid(), agreementId: p.uuid(), taskId: p.uuid() }),
});

/** Roles that an agreement names. */
export const AgreementRoleTable = defineEntity({
  name: "AgreementRole",
  tableName: "agreement_role",
  uniques: [{ properties: ["agreementId", "roleId"] }],
  indexes: [{ properties: ["coalitionId", "roleId"] }],
  properties: (p) => ({ id: p.uuid().primary(), coalitionId: p.uuid(), agreementId: p.uuid(), roleId: p.uuid() }),
});

/** Keys that the hub signs with; never shown. */
export const HubKeyTable = defineEntity({
  name: "HubKey",
  tableName: "hub_key",
  properties: (p) => ({ name: p.string().primary(), privatePem: p.text(), createdAt: p.datetime() }),
});
