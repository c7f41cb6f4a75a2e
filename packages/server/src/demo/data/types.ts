import type { AccessRole, AreaLevel, Capability, Letter, OrganisationKind, Priority, TaskState, Visibility, WorkingStyle } from "@wijkbord/schema";

export interface DemoArea {
  code: string;
  level: AreaLevel;
  name: string;
  year: number;
  parentCode: string | null;
  memberCodes: string[];
}

export interface DemoTheme {
  key: string;
  nameNl: string;
  nameEn: string;
}

export interface DemoOrganisation {
  key: string;
  name: string;
  shortName: string;
  letters: string;
  kind: OrganisationKind;
  colourIndex: number;
  /** Key of the organisation of which this is a department. */
  parent: string | null;
  /** False for departments and observers. */
  partner: boolean;
}

export interface DemoMembership {
  organisation: string;
  accessRole: AccessRole;
  capabilities: Capability[];
}

/** The same key in two coalitions is the same person. */
export interface DemoPerson {
  key: string;
  displayName: string;
  email: string;
  memberships: DemoMembership[];
}

export interface DemoActionLine {
  key: string;
  title: string;
  whatWeDo: string;
  soThat: string;
  expectedImpact: string;
  theme: string;
  connectedThemes: string[];
  lead: string;
}

export interface DemoColumn {
  title: string;
  state: TaskState;
  wipLimit: number | null;
}

export interface DemoAssignment {
  organisation: string;
  letter: Letter;
  person: string | null;
  accepted: boolean;
}

export interface DemoStep {
  text: string;
  done: boolean;
}

export interface DemoLink {
  title: string;
  url: string;
  audience: string | null;
}

export interface DemoComment {
  person: string;
  text: string;
  visibility: Visibility;
}

export interface DemoTask {
  key: string;
  title: string;
  description: string;
  state: TaskState;
  theme: string;
  actionLine: string | null;
  /** Days from the day of seeding; negative is late. */
  dueInDays: number | null;
  priority: Priority;
  blockedReason: string | null;
  /** Key of a task on the same board. */
  blockedBy: string | null;
  allInformed: boolean;
  labels: string[];
  checklist: DemoStep[];
  links: DemoLink[];
  assignments: DemoAssignment[];
  comments: DemoComment[];
}

export interface DemoBoard {
  areaCode: string;
  title: string;
  style: WorkingStyle;
  columns: DemoColumn[];
  tasks: DemoTask[];
}

export interface DemoCoalition {
  key: string;
  name: string;
  slug: string;
  taskPrefix: string;
  municipalityCode: string;
  areas: DemoArea[];
  themes: DemoTheme[];
  organisations: DemoOrganisation[];
  people: DemoPerson[];
  actionLines: DemoActionLine[];
  boards: DemoBoard[];
}
