import { Migration0001 } from "./0001.ts";

/** All migrations, oldest first; forward only. */
export const migrations = [{ name: "0001", class: Migration0001 }];
