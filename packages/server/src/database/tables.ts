import { SessionTable, UserTable } from "../accounts/account.tables.ts";
import { EventTable, ReceiptTable } from "../activity/event.table.ts";
import { AgreementTable, AgreementVersionTable } from "../agreements/agreement.tables.ts";
import { DraftTable, DraftUpdateTable } from "../agreements/draftLog.tables.ts";
import {
  AgreementRoleTable,
  AgreementTaskTable,
  HubKeyTable,
  MandateTable,
  RegistrationAnswerTable,
  ReviewTable,
  WithdrawalTable,
} from "../agreements/mandate.tables.ts";
import { ObjectionTable, PreparationTable, RemarkTable, SignOffTable } from "../agreements/signOff.tables.ts";
import { AreaEditionTable, AreaTable, IndicatorTable, MeasurementTable } from "../areas/area.tables.ts";
import { CoalitionTable, InvitationTable, MembershipTable, OrganisationTable } from "../coalitions/coalition.tables.ts";
import { ImportedTable, ImportRowTable, ImportRunTable } from "../imports/import.tables.ts";
import { AgendaItemTable, AttendanceTable, DecisionNoteTable, MeetingTable, PromiseTable } from "../meetings/meeting.tables.ts";
import { CalendarFeedTable, GuestQuestionTable } from "../meetings/guest.tables.ts";
import { DecisionTable } from "../meetings/decision.tables.ts";
import { AddressLinkTable, AddressRequestTable } from "../notifications/mail/address.tables.ts";
import { DeliveryTable, MailTable } from "../notifications/mail/mail.tables.ts";
import { NotificationTable } from "../notifications/notification.tables.ts";
import { HandoverTable } from "../roles/handover.tables.ts";
import { RoleAssignmentTable, RoleTable } from "../roles/role.tables.ts";
import { ActionLineTable, BoardColumnTable, BoardTable, TaskPlacementTable, ThemeTable } from "../tasks/board.tables.ts";
import { TaskRelationTable, TaskReminderTable, TaskWatcherTable } from "../tasks/relation.tables.ts";
import { SavedViewTable } from "../tasks/savedView.tables.ts";
import { TemplateTable } from "../tasks/template.tables.ts";
import { ChecklistItemTable, CommentTable, LabelTable, TaskAssignmentTable, TaskLabelTable, TaskLinkTable, TaskTable } from "../tasks/task.tables.ts";

/** Every table of the hub. */
export const tables = [
  AgreementTable,
  AgreementVersionTable,
  DraftTable,
  DraftUpdateTable,
  SignOffTable,
  ObjectionTable,
  PreparationTable,
  RemarkTable,
  MandateTable,
  ReviewTable,
  WithdrawalTable,
  RegistrationAnswerTable,
  AgreementRoleTable,
  AgreementTaskTable,
  HubKeyTable,
  UserTable,
  SessionTable,
  CoalitionTable,
  OrganisationTable,
  MembershipTable,
  InvitationTable,
  AreaTable,
  AreaEditionTable,
  IndicatorTable,
  MeasurementTable,
  ThemeTable,
  ActionLineTable,
  BoardTable,
  BoardColumnTable,
  TaskTable,
  TaskPlacementTable,
  TaskAssignmentTable,
  ChecklistItemTable,
  TaskLinkTable,
  CommentTable,
  LabelTable,
  TaskLabelTable,
  TaskRelationTable,
  TaskWatcherTable,
  TaskReminderTable,
  SavedViewTable,
  TemplateTable,
  RoleTable,
  RoleAssignmentTable,
  HandoverTable,
  DecisionTable,
  DecisionNoteTable,
  MeetingTable,
  AgendaItemTable,
  AttendanceTable,
  PromiseTable,
  GuestQuestionTable,
  CalendarFeedTable,
  NotificationTable,
  MailTable,
  DeliveryTable,
  AddressRequestTable,
  AddressLinkTable,
  EventTable,
  ReceiptTable,
  ImportRunTable,
  ImportRowTable,
  ImportedTable,
];
