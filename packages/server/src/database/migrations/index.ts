import { Migration0001 } from "./0001.ts";
import { Migration0002 } from "./0002.ts";
import { Migration0003 } from "./0003.ts";
import { Migration0004 } from "./0004.ts";
import { Migration0005 } from "./0005.ts";
import { Migration0007 } from "./0007.ts";
import { Migration0011 } from "./0011.ts";
import { Migration0013 } from "./0013.ts";
import { Migration0016 } from "./0016.ts";
import { Migration0017 } from "./0017.ts";
import { Migration0018 } from "./0018.ts";
import { Migration0019 } from "./0019.ts";
import { Migration0019b } from "./0019b.ts";
import { Migration0021 } from "./0021.ts";
import { Migration0023 } from "./0023.ts";
import { Migration0025 } from "./0025.ts";
import { Migration0027 } from "./0027.ts";

/** All migrations, oldest first; forward only. */
export const migrations = [
  { name: "0001", class: Migration0001 },
  { name: "0002", class: Migration0002 },
  { name: "0003", class: Migration0003 },
  { name: "0004", class: Migration0004 },
  { name: "0005", class: Migration0005 },
  { name: "0007", class: Migration0007 },
  { name: "0011", class: Migration0011 },
  { name: "0013", class: Migration0013 },
  { name: "0016", class: Migration0016 },
  { name: "0017", class: Migration0017 },
  { name: "0018", class: Migration0018 },
  { name: "0019", class: Migration0019 },
  { name: "0019b", class: Migration0019b },
  { name: "0021", class: Migration0021 },
  { name: "0023", class: Migration0023 },
  { name: "0025", class: Migration0025 },
  { name: "0027", class: Migration0027 },
];
