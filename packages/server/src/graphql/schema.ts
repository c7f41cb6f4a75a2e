import "reflect-metadata";
import { type GraphQLSchema, lexicographicSortSchema } from "graphql";
import { buildSchema, type NonEmptyArray, type PubSub } from "type-graphql";
import { AccountResolver } from "../accounts/account.resolver.ts";
import { AgreementResolver } from "../agreements/agreement.resolver.ts";
import { AgreementChangeResolver } from "../agreements/agreementChange.resolver.ts";
import { ConsentRoundResolver } from "../agreements/consentRound.resolver.ts";
import { DraftLogResolver } from "../agreements/draftLog.resolver.ts";
import { AgreementExportResolver } from "../agreements/exports.resolver.ts";
import { InForceResolver } from "../agreements/inForce.resolver.ts";
import { AgreementSourceResolver, VersionSourceResolver } from "../agreements/source.resolver.ts";
import { AgreementCornerResolver, RoleCornerResolver, TaskCornerResolver } from "../agreements/triangle.resolver.ts";
import { SignOffResolver, VersionResolver } from "../agreements/version.resolver.ts";
import { VersionWatchResolver, WatchCaseResolver } from "../agreements/watch.resolver.ts";
import { AreaResolver, MeasurementResolver } from "../areas/area.resolver.ts";
import { AttentionResolver } from "../attention/attention.resolver.ts";
import { readIdsSafely } from "../activity/ids.ts";
import { CoalitionResolver, MembershipResolver, OrganisationResolver } from "../coalitions/coalition.resolver.ts";
import { DemoPartnersResolver } from "../demo/partners/demoPartners.resolver.ts";
import { CoalitionChangeResolver } from "../coalitions/coalitionChange.resolver.ts";
import { InvitationResolver } from "../coalitions/invitation.resolver.ts";
import { StartResolver } from "../coalitions/start.resolver.ts";
import { AttendanceResolver, DecisionResolver, MeetingResolver, PromiseResolver } from "../meetings/meeting.resolver.ts";
import { MeetingChangeResolver } from "../meetings/meetingChange.resolver.ts";
import { MeetingSecretResolver } from "../meetings/secret.resolver.ts";
import { TaskPromisesResolver } from "../meetings/taskPromises.resolver.ts";
import { MeetingOutcomeResolver } from "../meetings/outcome.resolver.ts";
import { NotificationSettingsResolver } from "../notifications/mail/settings.resolver.ts";
import { NotificationResolver } from "../notifications/notification.resolver.ts";
import { PresenceResolver } from "../presence/presence.resolver.ts";
import { RealtimeResolver } from "../realtime/realtime.resolver.ts";
import { HandoverResolver } from "../roles/handover.resolver.ts";
import { RoleAssignmentResolver, RoleResolver } from "../roles/role.resolver.ts";
import { RoleChangeResolver } from "../roles/roleChange.resolver.ts";
import { SearchResolver } from "../search/search.resolver.ts";
import { ActionLineResolver, BoardResolver } from "../tasks/board.resolver.ts";
import { BoardChangeResolver } from "../tasks/boardChange.resolver.ts";
import { FieldChangeResolver } from "../tasks/fieldChange.resolver.ts";
import { LetterResolver } from "../tasks/letter.resolver.ts";
import { PlanChangeResolver } from "../tasks/planChange.resolver.ts";
import { CommentResolver, TaskResolver } from "../tasks/task.resolver.ts";
import { SavedViewResolver } from "../tasks/savedView.resolver.ts";
import { TemplateResolver } from "../tasks/template.resolver.ts";
import { TaskChangeResolver } from "../tasks/taskChange.resolver.ts";
import { TaskListResolver } from "../tasks/taskLists.resolver.ts";
import { AssignmentNamesResolver, TaskNamesResolver } from "../tasks/taskNames.resolver.ts";
import { TaskRightsResolver } from "../tasks/taskRights.resolver.ts";
import { UnderTaskResolver } from "../tasks/underTask.resolver.ts";
import { HelloResolver } from "./hello.resolver.ts";

const resolvers: NonEmptyArray<new () => object> = [
  AccountResolver,
  ActionLineResolver,
  AgreementChangeResolver,
  AgreementCornerResolver,
  AgreementExportResolver,
  AgreementResolver,
  AgreementSourceResolver,
  AreaResolver,
  AssignmentNamesResolver,
  AttendanceResolver,
  AttentionResolver,
  BoardChangeResolver,
  BoardResolver,
  CoalitionChangeResolver,
  CoalitionResolver,
  CommentResolver,
  ConsentRoundResolver,
  DecisionResolver,
  DemoPartnersResolver,
  DraftLogResolver,
  FieldChangeResolver,
  HandoverResolver,
  HelloResolver,
  InForceResolver,
  InvitationResolver,
  LetterResolver,
  MeasurementResolver,
  MeetingChangeResolver,
  MeetingOutcomeResolver,
  MeetingResolver,
  MeetingSecretResolver,
  TaskPromisesResolver,
  MembershipResolver,
  NotificationResolver,
  NotificationSettingsResolver,
  OrganisationResolver,
  PlanChangeResolver,
  PresenceResolver,
  PromiseResolver,
  RealtimeResolver,
  RoleAssignmentResolver,
  RoleChangeResolver,
  RoleCornerResolver,
  RoleResolver,
  SavedViewResolver,
  TemplateResolver,
  SearchResolver,
  SignOffResolver,
  StartResolver,
  TaskCornerResolver,
  TaskChangeResolver,
  TaskListResolver,
  TaskNamesResolver,
  TaskResolver,
  TaskRightsResolver,
  UnderTaskResolver,
  VersionResolver,
  VersionSourceResolver,
  VersionWatchResolver,
  WatchCaseResolver,
];

/** The log is what subscriptions follow; nothing is ever published here. */
const noPubSub: PubSub = {
  publish() {
    throw new Error("Events go to the log.");
  },
  subscribe() {
    throw new Error("Subscriptions follow the log.");
  },
};

/** The executable schema of the hub, sorted. */
export async function hubSchema(): Promise<GraphQLSchema> {
  readIdsSafely();
  const schema = await buildSchema({
    resolvers,
    validate: false,
    pubSub: noPubSub,
  });
  return lexicographicSortSchema(schema);
}
