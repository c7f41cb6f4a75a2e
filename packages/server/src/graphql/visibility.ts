/**
 * Who may read what. Root fields and loaders hold to it; no field checks by itself. Every type of the schema stands
 * here, so that nobody adds one without saying who reads it; root fields stand one by one.
 */
export enum Audience {
  /** Readable without session. */
  ANYONE = "ANYONE",
  /** Any signed-in person; the same for everybody, of no coalition. */
  SIGNED_IN = "SIGNED_IN",
  /** Only the person it is about. */
  SELF = "SELF",
  /** Members of the coalition it belongs to. */
  MEMBERS = "MEMBERS",
  /** Members of the coalition, row by row: what is internal only for the organisation that wrote it (D4). */
  ROWS = "ROWS",
  /** As the object that it stands under. */
  PARENT = "PARENT",
  /** Whoever made the change. */
  ACTOR = "ACTOR",
}

const { ANYONE, SIGNED_IN, SELF, MEMBERS, ROWS, PARENT, ACTOR } = Audience;

/** Root fields, by name. */
export const rootAudience: Readonly<Record<"Query" | "Subscription", Readonly<Record<string, Audience>>>> = {
  Query: {
    activity: ROWS,
    agendaProposal: ROWS,
    agreement: ROWS,
    agreementExport: ROWS,
    agreementRegister: ROWS,
    agreementTemplates: SIGNED_IN,
    agreements: ROWS,
    areas: SIGNED_IN,
    attention: ROWS,
    board: MEMBERS,
    boardOfArea: MEMBERS,
    boards: MEMBERS,
    coalition: MEMBERS,
    coalitions: MEMBERS,
    decisions: MEMBERS,
    demoPartners: MEMBERS,
    demoPeople: ANYONE,
    handoverOf: ROWS,
    handovers: MEMBERS,
    hello: ANYONE,
    importedProposals: ROWS,
    indicators: SIGNED_IN,
    mandates: MEMBERS,
    me: SELF,
    meeting: MEMBERS,
    meetings: MEMBERS,
    notifications: SELF,
    neighbourhood: SIGNED_IN,
    pastDivision: ROWS,
    role: MEMBERS,
    roleTemplates: SIGNED_IN,
    roles: MEMBERS,
    search: ROWS,
    task: ROWS,
    taskMatrix: ROWS,
    tasks: ROWS,
    tiles: ROWS,
  },
  Subscription: { boardEvents: ROWS, coalitionEvents: ROWS, draftUpdates: ROWS, notificationBadge: SELF, presence: MEMBERS },
};

/** Changes that need no membership; every other one is for members, and says NotFound or NotAllowed by its policy. */
export const openMutations: Readonly<Record<string, Audience>> = { signInAsDemoPerson: ANYONE, signOut: ANYONE, endSession: SELF };

const types: Readonly<Record<string, Audience>> = {
  ActionLine: ROWS,
  ActorOrganisation: PARENT,
  AgendaItem: PARENT,
  AgreementArticle: PARENT,
  AgreementConnection: ROWS,
  AgreementEdge: PARENT,
  AgreementLink: PARENT,
  AgreementParty: PARENT,
  AgreementRemark: ROWS,
  AgreementReview: PARENT,
  AgreementSource: ROWS,
  AgreementTemplate: SIGNED_IN,
  AgreementVersion: ROWS,
  Area: SIGNED_IN,
  AreaEdition: SIGNED_IN,
  ArticleDifferenceView: PARENT,
  Attention: ROWS,
  AttentionCount: PARENT,
  AttentionItem: PARENT,
  Board: MEMBERS,
  BoardColumn: MEMBERS,
  ChecklistItem: ROWS,
  Coalition: MEMBERS,
  CoalitionRole: MEMBERS,
  Comment: ROWS,
  ConsentWithdrawal: PARENT,
  DataSharing: PARENT,
  Decision: MEMBERS,
  DecisionNote: PARENT,
  DecisionRef: PARENT,
  DemoOrganisation: ANYONE,
  DemoPartners: MEMBERS,
  DemoPerson: ANYONE,
  DemoSession: SELF,
  DocumentLink: PARENT,
  DraftBatch: ROWS,
  DraftCursor: PARENT,
  EventActor: PARENT,
  EventBatch: ROWS,
  EventTarget: PARENT,
  FieldChange: PARENT,
  GuestQuestion: PARENT,
  HandoverItem: PARENT,
  HandoverOverview: ROWS,
  HandoverRequest: MEMBERS,
  Hello: ANYONE,
  HubEvent: ROWS,
  ImportedProposals: ROWS,
  Indicator: SIGNED_IN,
  Label: MEMBERS,
  Mandate: MEMBERS,
  Me: SELF,
  Measurement: SIGNED_IN,
  Meeting: MEMBERS,
  MeetingAttendance: PARENT,
  MeetingPromise: PARENT,
  Membership: MEMBERS,
  Minutes: ROWS,
  Notification: SELF,
  NotificationBadge: SELF,
  NotificationConnection: SELF,
  NotificationEntry: SELF,
  Objection: ROWS,
  Organisation: MEMBERS,
  OwnSession: SELF,
  PageInfo: PARENT,
  PartnerAnswer: ROWS,
  PastDivision: ROWS,
  PastDivisionRow: PARENT,
  PresenceUpdate: MEMBERS,
  PresentPerson: PARENT,
  ProcessAgreement: ROWS,
  Registration: PARENT,
  RegistrationAnswer: PARENT,
  RelatedTask: ROWS,
  RoleAssignment: PARENT,
  RoleList: MEMBERS,
  RoleTemplate: SIGNED_IN,
  SearchHit: ROWS,
  SearchPart: PARENT,
  SearchResult: ROWS,
  SignOff: ROWS,
  SignOffPreparation: ROWS,
  Task: ROWS,
  TaskAssignment: PARENT,
  TaskConnection: ROWS,
  TaskEdge: PARENT,
  TaskLink: ROWS,
  TaskMatrix: ROWS,
  TaskMatrixCell: PARENT,
  TaskMatrixRow: PARENT,
  TaskOpenPoint: PARENT,
  TaskPlacement: PARENT,
  TextPart: PARENT,
  Theme: MEMBERS,
  Tile: PARENT,
  VersionDifference: PARENT,
  WatchCaseView: PARENT,
  WatchOutcome: PARENT,
  WatchRule: PARENT,
};

const problems: ReadonlySet<string> = new Set(["ValidationProblem", "NotAllowed", "NotFound", "VersionConflict", "RuleBroken", "MissingPoint"]);

/** Who may read the fields of a type; undefined when nobody said so. */
export function audienceOf(type: string): Audience | undefined {
  if (problems.has(type) || type.endsWith("Payload")) return ACTOR;
  return types[type];
}

/** Types that stand in the list. */
export const listedTypes = Object.keys(types);
