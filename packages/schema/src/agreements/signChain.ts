import type { SignOffKind, SignOffResponse } from "./agreement.ts";
import { canonicalJson, sha256 } from "./canonical.ts";

/** One answer as it stands in the chain of a version. */
export interface ChainEntry {
  readonly contentHash: string;
  readonly organisationId: string;
  readonly membershipId: string;
  readonly response: SignOffResponse;
  readonly kind: SignOffKind;
  /** ISO 8601, UTC, milliseconds. */
  readonly respondedAt: string;
}
export interface ChainedEntry extends ChainEntry {
  readonly previousHash: string;
  readonly hash: string;
}

/** What the first answer of a version follows on. */
export const chainStart = "0".repeat(64);

/**
 * Hash of an answer: SHA-256 of the JSON (RFC 8785) of version hash, partner, member, answer, kind, time and the hash before it.
 * Words of an argument are not in it, so that they can be taken back without breaking the chain.
 */
export function entryHash(entry: ChainEntry, previousHash: string): Promise<string> {
  const { contentHash, organisationId, membershipId, response, kind, respondedAt } = entry;
  return sha256(canonicalJson({ contentHash, organisationId, membershipId, response, kind, respondedAt, previousHash }));
}

/** Positions (from 0) of answers that do not follow on the one before, or were changed. */
export async function brokenLinks(chain: readonly ChainedEntry[]): Promise<number[]> {
  const broken: number[] = [];
  let previous = chainStart;
  for (const [index, entry] of chain.entries()) {
    const intact = entry.previousHash === previous && entry.hash === (await entryHash(entry, entry.previousHash));
    if (!intact) broken.push(index);
    previous = entry.hash;
  }
  return broken;
}
