import { defineWords } from "../language/words.ts";

export const triangleWords = defineWords(
  "agreementTriangle",
  {
    ofTask: "Afspraken",
    ofRole: "Wat stopt als deze rol open is",
    roleNone: "Geen afspraak rekent op deze rol.",
    openRoles: "Nog niemand in de rol {names}",
    roles: "Rollen waar dit op rekent",
    linkRole: "Rol koppelen",
    whichRole: "Welke rol",
    roleWord: "Rol",
    role_FILLED: "vervuld",
    role_OPEN: "nog niemand",
    role_VACANT: "nog niemand",
    role_RETIRED: "opgeheven",
  },
  {
    ofTask: "Agreements",
    ofRole: "What stops when this role is open",
    roleNone: "No agreement relies on this role.",
    openRoles: "Nobody yet in the role {names}",
    roles: "Roles that this relies on",
    linkRole: "Link a role",
    whichRole: "Which role",
    roleWord: "Role",
    role_FILLED: "filled",
    role_OPEN: "nobody yet",
    role_VACANT: "nobody yet",
    role_RETIRED: "retired",
  },
);
