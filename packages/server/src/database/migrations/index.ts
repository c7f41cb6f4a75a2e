import { Migration0001 } from "./0001.ts";
import { Migration0002 } from "./0002.ts";

/** All migrations, oldest first; forward only. */
export const migrations = [
  { name: "0001", class: Migration0001 },
  { name: "0002", class: Migration0002 },
];
