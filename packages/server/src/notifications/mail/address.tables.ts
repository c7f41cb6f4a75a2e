import { defineEntity } from "@mikro-orm/core";

/** The mail address that a person gave and did not confirm yet: one at most, gone when it is confirmed, taken back or too old. */
export const AddressRequestTable = defineEntity({
  name: "MailAddressRequest",
  tableName: "mail_address_request",
  properties: (p) => ({
    id: p.uuid().primary(),
    userId: p.uuid().unique(),
    email: p.string(),
    expiresAt: p.datetime(),
  }),
});

/** A link that left in a mail to such an address. The token itself is never stored, only its hash, and no address with it. */
export const AddressLinkTable = defineEntity({
  name: "MailAddressLink",
  tableName: "mail_address_link",
  properties: (p) => ({
    tokenHash: p.string().primary(),
    requestId: p.uuid(),
    userId: p.uuid(),
    expiresAt: p.datetime(),
    usedAt: p.datetime().strictNullable(),
  }),
});
