export enum AccessRole {
  COALITION_COORDINATOR = "COALITION_COORDINATOR",
  PARTNER_COORDINATOR = "PARTNER_COORDINATOR",
  MEMBER = "MEMBER",
  OBSERVER = "OBSERVER",
}
export enum Capability {
  SIGN = "SIGN",
  MATCHING = "MATCHING",
  CONVERSATION_TEAM = "CONVERSATION_TEAM",
  PUBLISH = "PUBLISH",
  PRIVACY = "PRIVACY",
}
export enum CoalitionStatus {
  FORMING = "FORMING",
  ACTIVE = "ACTIVE",
  CLOSED = "CLOSED",
}
export enum OrganisationKind {
  MUNICIPALITY = "MUNICIPALITY",
  MUNICIPAL_DEPARTMENT = "MUNICIPAL_DEPARTMENT",
  HOUSING_CORPORATION = "HOUSING_CORPORATION",
  VOCATIONAL_COLLEGE = "VOCATIONAL_COLLEGE",
  SCHOOL = "SCHOOL",
  KNOWLEDGE_INSTITUTE = "KNOWLEDGE_INSTITUTE",
  CONTRACTOR = "CONTRACTOR",
  LOCAL_COMPANY = "LOCAL_COMPANY",
  UWV = "UWV",
  WORK_SERVICE_POINT = "WORK_SERVICE_POINT",
  COMMUNITY_ORG = "COMMUNITY_ORG",
  NEIGHBOURHOOD_ORG = "NEIGHBOURHOOD_ORG",
  NEIGHBOURHOOD_COMPANY = "NEIGHBOURHOOD_COMPANY",
  DEBT_HELP = "DEBT_HELP",
  RESIDENT_COUNCIL = "RESIDENT_COUNCIL",
  OTHER = "OTHER",
}

/** Limits in characters, or in items where the name is a plural. */
export const coalitionLimits = {
  name: 120,
  nameAtLeast: 3,
  organisationName: 160,
  organisationNameAtLeast: 2,
  shortName: 24,
  letters: 3,
  colours: 12,
  displayName: 120,
  email: 254,
  ownDeviceDays: 90,
} as const;

/** The rights of one membership, as every policy reads them. */
export interface Viewer {
  readonly membershipId: string;
  readonly organisationId: string;
  readonly coalitionId: string;
  readonly accessRole: AccessRole;
  readonly capabilities: readonly Capability[];
}
