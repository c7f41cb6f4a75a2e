import { defineEntity } from "@mikro-orm/core";

/** A version that is or was written together: which document, and how far its log is. It holds no text. */
export const DraftTable = defineEntity({
  name: "AgreementDraft",
  tableName: "agreement_draft",
  uniques: [{ properties: ["versionId"] }],
  indexes: [{ properties: ["isTold", "toldAt"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    agreementId: p.uuid(),
    versionId: p.uuid(),
    /** Another one after text was taken back: clients then forget the old document. */
    documentId: p.uuid(),
    /** Never goes back, so that a follower can go on with the number it has. */
    position: p.integer(),
    /** When the log of the coalition last said that the draft changed, and whether it said so after the last change. */
    toldAt: p.datetime(),
    isTold: p.boolean(),
  }),
});

/** Updates of a document in base64, without who wrote them (D11); gone when the text is frozen. */
export const DraftUpdateTable = defineEntity({
  name: "AgreementDraftUpdate",
  tableName: "agreement_draft_update",
  uniques: [{ properties: ["versionId", "position"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    versionId: p.uuid(),
    documentId: p.uuid(),
    position: p.integer(),
    body: p.text(),
  }),
});
