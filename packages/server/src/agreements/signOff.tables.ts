import { defineEntity } from "@mikro-orm/core";
import { ObjectionState, SignOffKind, SignOffResponse, Visibility } from "@wijkbord/schema";
import { AgreementRemark, Objection, SignOff, SignOffPreparation } from "@wijkbord/schema/types";
import { bind } from "../database/bind.ts";

export const SignOffTable = defineEntity({
  name: "SignOff",
  tableName: "sign_off",
  uniques: [{ properties: ["versionId", "position"] }],
  indexes: [{ properties: ["coalitionId", "agreementId"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    agreementId: p.uuid(),
    versionId: p.uuid(),
    organisationId: p.uuid(),
    membershipId: p.uuid(),
    position: p.integer(),
    response: p.enum(() => SignOffResponse),
    kind: p.enum(() => SignOffKind),
    argument: p.text().strictNullable(),
    respondedAt: p.datetime(),
    contentHash: p.string(),
    previousHash: p.string(),
    hash: p.string(),
    isCurrent: p.boolean(),
    carriedFromId: p.uuid().strictNullable(),
  }),
});
bind(SignOffTable, SignOff);

export const ObjectionTable = defineEntity({
  name: "Objection",
  tableName: "objection",
  indexes: [{ properties: ["coalitionId", "agreementId"] }, { properties: ["versionId", "state"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    agreementId: p.uuid(),
    versionId: p.uuid(),
    signOffId: p.uuid(),
    organisationId: p.uuid(),
    membershipId: p.uuid(),
    articleNumber: p.integer().strictNullable(),
    reason: p.text(),
    proposal: p.text().strictNullable(),
    state: p.enum(() => ObjectionState),
    resolution: p.text().strictNullable(),
    integratedInVersionId: p.uuid().strictNullable(),
    createdAt: p.datetime(),
    resolvedAt: p.datetime().strictNullable(),
  }),
});
bind(ObjectionTable, Objection);

export const PreparationTable = defineEntity({
  name: "SignOffPreparation",
  tableName: "sign_off_preparation",
  uniques: [{ properties: ["versionId", "organisationId"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    agreementId: p.uuid(),
    versionId: p.uuid(),
    organisationId: p.uuid(),
    membershipId: p.uuid(),
    response: p.enum(() => SignOffResponse),
    argument: p.text().strictNullable(),
    articleNumber: p.integer().strictNullable(),
    reason: p.text().strictNullable(),
    proposal: p.text().strictNullable(),
    preparedAt: p.datetime(),
  }),
});
bind(PreparationTable, SignOffPreparation);

export const RemarkTable = defineEntity({
  name: "AgreementRemark",
  tableName: "agreement_remark",
  indexes: [{ properties: ["coalitionId", "agreementId"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    agreementId: p.uuid(),
    versionId: p.uuid(),
    articleNumber: p.integer().strictNullable(),
    organisationId: p.uuid(),
    membershipId: p.uuid(),
    visibility: p.enum(() => Visibility),
    text: p.text(),
    createdAt: p.datetime(),
    removedAt: p.datetime().strictNullable(),
    carriedFromSignOffId: p.uuid().strictNullable(),
  }),
});
bind(RemarkTable, AgreementRemark);
