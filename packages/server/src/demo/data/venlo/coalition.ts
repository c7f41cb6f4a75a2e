import { AccessRole, AreaLevel, Capability, OrganisationKind } from "@wijkbord/schema";
import type { DemoActionLine, DemoArea, DemoOrganisation, DemoPerson } from "../types.ts";

const year = 2024;

export const venloAreas: DemoArea[] = [
  { code: "GM0983", level: AreaLevel.MUNICIPALITY, name: "Venlo", year, parentCode: null, memberCodes: [] },
  { code: "WK098331", level: AreaLevel.DISTRICT, name: "Wijk 31 (demo)", year, parentCode: "GM0983", memberCodes: [] },
  { code: "WK098335", level: AreaLevel.DISTRICT, name: "Wijk 35 (demo)", year, parentCode: "GM0983", memberCodes: [] },
];

type Row = [key: string, name: string, shortName: string, letters: string, kind: OrganisationKind];

const rows: Row[] = [
  ["gemeente", "Gemeente Venlo (demo)", "Gemeente", "GV", OrganisationKind.MUNICIPALITY],
  ["wsp", "Werkservicepunt Venlo (demo)", "Werkservicepunt", "WSP", OrganisationKind.WORK_SERVICE_POINT],
  ["civil", "CIVIL (demo)", "CIVIL", "CIV", OrganisationKind.KNOWLEDGE_INSTITUTE],
  ["maasbocht", "Installatiegroep Maasbocht BV", "Maasbocht", "MB", OrganisationKind.CONTRACTOR],
  ["maaslinde", "Woningcorporatie De Maaslinde", "De Maaslinde", "ML", OrganisationKind.HOUSING_CORPORATION],
  ["noorderpoort", "Buurthuis Noorderpoort", "Noorderpoort", "NP", OrganisationKind.COMMUNITY_ORG],
];

export const venloOrganisations: DemoOrganisation[] = rows.map(([key, name, shortName, letters, kind], index) => ({
  key,
  name,
  shortName,
  letters,
  kind,
  colourIndex: index * 2,
  parent: null,
  partner: true,
}));

function person(key: string, displayName: string, domain: string, organisation: string, accessRole: AccessRole): DemoPerson {
  const membership = { organisation, accessRole, capabilities: [Capability.SIGN] };
  return { key, displayName, email: `${key}@${domain}.example`, memberships: [membership] };
}

/** Fictional people; `noor` also works for a partner in Zuidwest. */
export const venloPeople: DemoPerson[] = [
  person("thijs", "Thijs Demo", "gemeente-venlo", "gemeente", AccessRole.COALITION_COORDINATOR),
  person("marit", "Marit Voorbeeld", "werkservicepunt-venlo", "wsp", AccessRole.PARTNER_COORDINATOR),
  person("noor", "Noor Fictief", "duinrand", "civil", AccessRole.PARTNER_COORDINATOR),
];

export const venloActionLines: DemoActionLine[] = [
  {
    key: "omscholing",
    title: "Omscholing met werkgarantie",
    whatWeDo: "We leiden mensen op voor de installatietechniek. Wie het diploma haalt, heeft een baan.",
    soThat: "er genoeg vakmensen zijn voor de warmte van morgen",
    expectedImpact: "Meer mensen met een erkend diploma en een vaste plek bij een bedrijf.",
    theme: "werk",
    connectedThemes: ["onderwijs", "energie"],
    lead: "civil",
  },
  {
    key: "koppelen",
    title: "Vraag en aanbod bij elkaar brengen",
    whatWeDo: "Het werkservicepunt legt vragen uit de markt naast wat mensen kunnen en willen leren.",
    soThat: "bedrijven en werkzoekenden elkaar sneller vinden",
    expectedImpact: "Vacatures staan korter open.",
    theme: "werk",
    connectedThemes: ["samenhang"],
    lead: "wsp",
  },
];
