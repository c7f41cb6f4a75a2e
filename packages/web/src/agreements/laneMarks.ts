import type { SignOffResponse } from "@wijkbord/schema/operations";
import type { Agreement } from "./useAgreement.ts";

/** Something that one partner did, at a moment. */
export interface LaneMark {
  readonly key: string;
  readonly organisationId: string;
  readonly membershipId: string | null;
  readonly at: number;
  readonly versionNumber: number | null;
  readonly kind: SignOffResponse | "WITHDRAWN" | "CONFIRMED" | "DENIED";
  readonly note: string;
}
/** A moment of the whole agreement. */
export interface LaneLine {
  readonly key: string;
  readonly at: number;
  readonly kind: "ROUND" | "FORCE" | "REVIEW" | "CLOSES";
  readonly versionNumber: number | null;
}

/** What partners did, oldest first. */
export function marksOf({ versions, withdrawals, registrationAnswers }: Agreement): LaneMark[] {
  const signed = versions.flatMap(({ number, signOffs }) =>
    signOffs.map(({ id, organisationId, membershipId, respondedAt, response, argument }) => ({
      key: id,
      organisationId,
      membershipId,
      at: Date.parse(respondedAt),
      versionNumber: number,
      kind: response,
      note: argument ?? "",
    })),
  );
  const left = withdrawals.map(({ id, organisationId, createdAt, reason }) => ({
    key: id,
    organisationId,
    membershipId: null,
    at: Date.parse(createdAt),
    versionNumber: null,
    kind: "WITHDRAWN" as const,
    note: reason,
  }));
  const said = registrationAnswers.map(({ id, organisationId, answeredAt, confirmed, note }) => ({
    key: id,
    organisationId,
    membershipId: null,
    at: Date.parse(answeredAt),
    versionNumber: null,
    kind: confirmed ? ("CONFIRMED" as const) : ("DENIED" as const),
    note: note ?? "",
  }));
  return [...signed, ...left, ...said].toSorted((one, other) => one.at - other.at);
}

/** Rounds, first days in force and the next look back. */
export function linesOf({ versions, reviewOn }: Agreement): LaneLine[] {
  const lines = versions.flatMap(({ id, number, roundOpensAt, inForceAt, roundClosesAt, state }) => [
    ...(roundOpensAt ? [{ key: `${id}r`, at: Date.parse(roundOpensAt), kind: "ROUND" as const, versionNumber: number }] : []),
    ...(state === "CONSENT_ROUND" && roundClosesAt
      ? [{ key: `${id}c`, at: Date.parse(roundClosesAt) - 1, kind: "CLOSES" as const, versionNumber: number }]
      : []),
    ...(inForceAt ? [{ key: `${id}f`, at: Date.parse(inForceAt), kind: "FORCE" as const, versionNumber: number }] : []),
  ]);
  return [...lines, ...(reviewOn ? [{ key: "review", at: Date.parse(`${reviewOn}T12:00:00Z`), kind: "REVIEW" as const, versionNumber: null }] : [])].toSorted(
    (one, other) => one.at - other.at,
  );
}
