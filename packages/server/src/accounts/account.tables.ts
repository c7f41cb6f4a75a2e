import { defineEntity, type InferEntity } from "@mikro-orm/core";
import { User } from "@wijkbord/schema/types";
import { bind } from "../database/bind.ts";

export const UserTable = defineEntity({
  name: "User",
  tableName: "user_account",
  properties: (p) => ({
    id: p.uuid().primary(),
    displayName: p.string(),
    email: p.string().unique(),
    demoKey: p.string().strictNullable().unique(),
    locale: p.string(),
    createdAt: p.datetime(),
  }),
});
bind(UserTable, User);

/** A signed-in device. The token itself is never stored, only its hash. */
export const SessionTable = defineEntity({
  name: "Session",
  tableName: "session",
  properties: (p) => ({
    id: p.uuid().primary(),
    userId: p.uuid().index(),
    tokenHash: p.string().unique(),
    isDemo: p.boolean(),
    ownDevice: p.boolean(),
    createdAt: p.datetime(),
    lastUsedAt: p.datetime(),
    expiresAt: p.datetime(),
    revokedAt: p.datetime().strictNullable(),
  }),
});
export type Session = InferEntity<typeof SessionTable>;
