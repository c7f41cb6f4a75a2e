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

/** The rights of one membership, as every policy reads them. */
export interface Viewer {
  readonly membershipId: string;
  readonly organisationId: string;
  readonly coalitionId: string;
  readonly accessRole: AccessRole;
  readonly capabilities: readonly Capability[];
}
