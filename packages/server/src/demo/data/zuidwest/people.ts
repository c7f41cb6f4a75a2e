import { AccessRole, Capability } from "@wijkbord/schema";
import type { DemoPerson } from "../types.ts";

function coordinator(key: string, displayName: string, organisation: string, domain: string): DemoPerson {
  const membership = { organisation, accessRole: AccessRole.PARTNER_COORDINATOR, capabilities: [Capability.SIGN] };
  return { key, displayName, email: `${key}@${domain}.example`, memberships: [membership] };
}

function member(key: string, displayName: string, organisation: string, domain: string): DemoPerson {
  const membership = { organisation, accessRole: AccessRole.MEMBER, capabilities: [] };
  return { key, displayName, email: `${key}@${domain}.example`, memberships: [membership] };
}

/** Fictional people; `noor` also works for a partner in Venlo. */
export const zuidwestPeople: DemoPerson[] = [
  {
    key: "fenna",
    displayName: "Fenna Voorbeeld",
    email: "fenna@gemeente.example",
    memberships: [
      {
        organisation: "gemeente",
        accessRole: AccessRole.COALITION_COORDINATOR,
        capabilities: [Capability.SIGN],
      },
    ],
  },
  {
    key: "bo",
    displayName: "Bo Voorbeeld",
    email: "bo@gemeente.example",
    memberships: [
      {
        organisation: "gemeente",
        accessRole: AccessRole.PARTNER_COORDINATOR,
        capabilities: [Capability.SIGN, Capability.PRIVACY],
      },
    ],
  },
  member("ayla", "Ayla Demo", "economie", "gemeente"),
  member("wouter", "Wouter Fictief", "welzijn", "gemeente"),
  member("ineke", "Ineke Demo", "schuldhulp", "gemeente"),
  coordinator("demi", "Demi Demo", "portiek", "deportiek"),
  coordinator("marlon", "Marlon Voorbeeld", "zuiderlicht", "zuiderlicht"),
  coordinator("rachid", "Rachid Fictief", "roc", "haagkant"),
  coordinator("loes", "Loes Voorbeeld", "warmtewijs", "warmtewijs"),
  coordinator("henk", "Henk Demo", "kwast", "kwast"),
  coordinator("shanti", "Shanti Fictief", "regenboog", "regenboog"),
  coordinator("piotr", "Piotr Voorbeeld", "tochtdicht", "tochtdicht"),
  coordinator("joost", "Joost Demo", "samen", "samenmoerwijk"),
  coordinator("gloria", "Gloria Fictief", "handen", "dehanden"),
  coordinator("imani", "Imani Voorbeeld", "uwv", "uwv"),
  coordinator("tess", "Tess Demo", "wsp", "werkservicepunt"),
  coordinator("noor", "Noor Fictief", "duinrand", "duinrand"),
  {
    key: "sem",
    displayName: "Sem Fictief",
    email: "sem@bewonersraad.example",
    memberships: [{ organisation: "bewonersraad", accessRole: AccessRole.OBSERVER, capabilities: [] }],
  },
];
