import { createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { type AgreementExport, brokenLinks, contentHash, type ExportedVersion, SignOffKind, signedPart } from "@wijkbord/schema";
import { publicJwk } from "../agreements/hubKey.ts";

/** What a check found; without problems text, chain and signature are as the hub signed them. */
export interface Verification {
  readonly number: string;
  readonly problems: readonly string[];
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
const isExport = (value: unknown): value is AgreementExport =>
  typeof value === "object" && value !== null && "format" in value && value.format === "wijkbord-agreement-export-1";

/** A verification in lines for people. */
export const verificationLines = ({ number, problems }: Verification): string[] =>
  problems.length === 0
    ? [`${number}: text, answers and signature are as the hub signed them.`]
    : [`${number || "This file"}: NOT as the hub signed it.`, ...problems.map((problem) => `  ${problem}`)];

async function versionProblems({ number, content, contentHash: written, chain }: ExportedVersion): Promise<string[]> {
  const problems: string[] = [];
  if ((await contentHash(content)) !== written) problems.push(`Version ${number}: the text does not have the hash that was signed.`);
  for (const index of await brokenLinks(chain)) problems.push(`Version ${number}: answer ${index + 1} was changed or does not follow on the one before.`);
  const other = chain.findIndex((entry) => entry.kind !== SignOffKind.CARRIED && entry.contentHash !== written);
  if (other >= 0) problems.push(`Version ${number}: answer ${other + 1} was given under another text.`);
  if (content.version !== number) problems.push(`Version ${number}: the text is that of version ${content.version}.`);
  return problems;
}

function signatureProblems(exported: AgreementExport, keyFile: string): string[] {
  const jwk = read(keyFile);
  const { x } = typeof jwk === "object" && jwk !== null && "x" in jwk && typeof jwk.x === "string" ? { x: jwk.x } : { x: "" };
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  if (publicJwk(key).kid !== exported.signature.kid) return ["The export was signed with another key."];
  const valid = verify(null, Buffer.from(signedPart(exported), "utf8"), key, Buffer.from(exported.signature.value, "base64url"));
  return valid ? [] : ["The signature of the hub does not fit this export."];
}

/** Checks an exported agreement without the hub: text, chain of answers and signature. `key`: file with the answer of `/.well-known/wijkbord-key`. */
export async function verifyAgreement(file: string, key: string): Promise<Verification> {
  try {
    const exported = read(file);
    if (!isExport(exported)) return { number: "", problems: ["This file is not an export of an agreement."] };
    const problems = (await Promise.all(exported.versions.map(versionProblems))).flat();
    return { number: exported.agreement.number, problems: [...problems, ...signatureProblems(exported, key)] };
  } catch (error) {
    return { number: "", problems: [`The file or the key cannot be read: ${error instanceof Error ? error.message : "unknown"}`] };
  }
}
