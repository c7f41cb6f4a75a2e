import { OrganisationKind } from "@wijkbord/schema";
import type { DemoOrganisation } from "../types.ts";

type Row = [key: string, name: string, shortName: string, letters: string, kind: OrganisationKind, colourIndex: number];

function partner([key, name, shortName, letters, kind, colourIndex]: Row): DemoOrganisation {
  return { key, name, shortName, letters, kind, colourIndex, parent: null, partner: true };
}

function department(key: string, name: string, shortName: string, letters: string): DemoOrganisation {
  const kind = OrganisationKind.MUNICIPAL_DEPARTMENT;
  return { key, name, shortName, letters, kind, colourIndex: 0, parent: "gemeente", partner: false };
}

export const zuidwestOrganisations: DemoOrganisation[] = [
  partner(["gemeente", "Gemeente Den Haag (demo)", "Gemeente", "GDH", OrganisationKind.MUNICIPALITY, 0]),
  department("economie", "Gemeente Den Haag (demo), Economie", "Economie", "EC"),
  department("welzijn", "Gemeente Den Haag (demo), Welzijn", "Welzijn", "WZ"),
  department("schuldhulp", "Gemeente Den Haag (demo), Schuldhulp", "Schuldhulp", "SH"),
  partner(["portiek", "Woningcorporatie De Portiek", "De Portiek", "DP", OrganisationKind.HOUSING_CORPORATION, 1]),
  partner(["zuiderlicht", "Woningcorporatie Zuiderlicht", "Zuiderlicht", "ZL", OrganisationKind.HOUSING_CORPORATION, 2]),
  partner(["roc", "ROC Haagkant", "ROC Haagkant", "ROC", OrganisationKind.VOCATIONAL_COLLEGE, 3]),
  partner(["warmtewijs", "Installatiebedrijf Warmtewijs BV", "Warmtewijs", "WW", OrganisationKind.CONTRACTOR, 4]),
  partner(["kwast", "Schildersbedrijf Kwast & Zn", "Kwast & Zn", "KZ", OrganisationKind.LOCAL_COMPANY, 5]),
  partner(["regenboog", "Schilderwerk Regenboog", "Regenboog", "SR", OrganisationKind.LOCAL_COMPANY, 6]),
  partner(["tochtdicht", "Isolatiebedrijf Tochtdicht BV", "Tochtdicht", "TD", OrganisationKind.CONTRACTOR, 7]),
  partner(["samen", "Buurtorganisatie Samen Moerwijk", "Samen Moerwijk", "SM", OrganisationKind.COMMUNITY_ORG, 8]),
  partner(["handen", "Wijkbedrijf De Handen", "De Handen", "DH", OrganisationKind.NEIGHBOURHOOD_COMPANY, 9]),
  partner(["uwv", "UWV Haaglanden (demo)", "UWV", "UWV", OrganisationKind.UWV, 10]),
  partner(["wsp", "Werkservicepunt Zuidwest", "Werkservicepunt", "WSP", OrganisationKind.WORK_SERVICE_POINT, 11]),
  partner(["duinrand", "Hogeschool Duinrand", "Duinrand", "HD", OrganisationKind.KNOWLEDGE_INSTITUTE, 3]),
  {
    key: "bewonersraad",
    name: "Bewonersraad Zuidwest",
    shortName: "Bewonersraad",
    letters: "BR",
    kind: OrganisationKind.RESIDENT_COUNCIL,
    colourIndex: 8,
    parent: null,
    partner: false,
  },
];
