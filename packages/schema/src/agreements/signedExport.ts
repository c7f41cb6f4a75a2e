import type { AgreementState } from "./agreement.ts";
import { canonicalJson, type FrozenContent, type Json } from "./canonical.ts";
import type { ChainedEntry } from "./signChain.ts";

/** One version in an export: what was frozen, its hash, and the answers under it. */
export interface ExportedVersion {
  readonly number: number;
  readonly state: string;
  readonly content: FrozenContent;
  readonly contentHash: string;
  readonly boundIds: readonly string[];
  readonly adoptedAt: string | null;
  readonly inForceAt: string | null;
  readonly chain: readonly ChainedEntry[];
}

/** The export of one agreement that can be checked without the hub. */
export interface AgreementExport {
  readonly format: "wijkbord-agreement-export-1";
  readonly hub: string;
  readonly exportedAt: string;
  readonly coalition: { readonly id: string; readonly name: string };
  readonly agreement: { readonly id: string; readonly number: string; readonly title: string; readonly state: AgreementState };
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly versions: readonly ExportedVersion[];
  readonly signature: { readonly alg: "EdDSA"; readonly kid: string; readonly value: string };
}

/** What the signature of the hub is over: everything in the export but the signature, as RFC 8785 writes it. */
export function signedPart({ signature: _signature, ...rest }: Omit<AgreementExport, "signature"> & { signature?: AgreementExport["signature"] }): string {
  const plain: Json = JSON.parse(JSON.stringify(rest));
  return canonicalJson(plain);
}
