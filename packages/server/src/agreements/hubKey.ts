import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import type { Database } from "../database/database.ts";
import type { Clock } from "../time/clock.ts";
import { HubKeyTable } from "./mandate.tables.ts";

const name = "signing";

/** The public key as a JSON Web Key; `kid` is its thumbprint (RFC 7638). */
export interface PublicHubKey {
  readonly kty: "OKP";
  readonly crv: "Ed25519";
  readonly x: string;
  readonly kid: string;
  readonly use: "sig";
  readonly alg: "EdDSA";
}

/** The public half of a key. */
export function publicJwk(key: KeyObject): PublicHubKey {
  const x = (key.type === "public" ? key : createPublicKey(key)).export({ format: "jwk" }).x ?? "";
  const kid = createHash("sha256")
    .update(JSON.stringify({ crv: "Ed25519", kty: "OKP", x }))
    .digest("base64url");
  return { kty: "OKP", crv: "Ed25519", x, kid, use: "sig", alg: "EdDSA" };
}

/** The Ed25519 key with which this hub signs exports; made once, kept in the database, never shown. */
export class HubKey {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  private async key(): Promise<KeyObject> {
    const found = (await this.database.read().findOne(HubKeyTable, { name })) ?? (await this.make());
    return createPrivateKey(found.privatePem);
  }

  /** Two processes that begin together keep one key: the first row stays. */
  private async make() {
    const { privateKey } = generateKeyPairSync("ed25519");
    const privatePem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    const em = this.database.read();
    await em.execute(`insert into "hub_key" ("name", "private_pem", "created_at") values (?, ?, ?) on conflict ("name") do nothing`, [
      name,
      privatePem,
      this.clock.now(),
    ]);
    return em.findOneOrFail(HubKeyTable, { name });
  }

  async publicKey(): Promise<PublicHubKey> {
    return publicJwk(await this.key());
  }

  /** Signature over the UTF-8 bytes of a text, base64url. */
  async sign(text: string): Promise<{ kid: string; signature: string }> {
    const key = await this.key();
    return { kid: publicJwk(key).kid, signature: sign(null, Buffer.from(text, "utf8"), key).toString("base64url") };
  }
}
