import { defineEntity } from "@mikro-orm/core";
import { AgendaState, DecisionNoteKind, Letter, MeetingState, PromiseState } from "@wijkbord/schema";
import { AgendaItem, DecisionNote, type DocumentLink, Meeting, MeetingAttendance, MeetingPromise } from "@wijkbord/schema/types";
import { bind } from "../database/bind.ts";

export const MeetingTable = defineEntity({
  name: "Meeting",
  tableName: "meeting",
  indexes: [{ properties: ["coalitionId", "startsAt"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    boardId: p.uuid().strictNullable(),
    title: p.string(),
    place: p.string().strictNullable(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    seriesId: p.uuid().strictNullable(),
    everyWeeks: p.integer().strictNullable(),
    chairMembershipId: p.uuid(),
    noteTakerMembershipId: p.uuid().strictNullable(),
    state: p.enum(() => MeetingState),
    cancelled: p.boolean(),
    openItemId: p.uuid().strictNullable(),
    startedAt: p.datetime().strictNullable(),
    closedAt: p.datetime().strictNullable(),
    startSequence: p.bigint("number").strictNullable(),
    closedSequence: p.bigint("number").strictNullable(),
    codeHash: p.string().strictNullable(),
    createdAt: p.datetime(),
    version: p.integer(),
  }),
});
bind(MeetingTable, Meeting);

export const AgendaItemTable = defineEntity({
  name: "AgendaItem",
  tableName: "agenda_item",
  indexes: [{ properties: ["coalitionId", "meetingId"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    meetingId: p.uuid(),
    title: p.string(),
    note: p.text(),
    state: p.enum(() => AgendaState),
    position: p.integer(),
    aboutType: p.string().strictNullable(),
    aboutId: p.uuid().strictNullable(),
    organisationId: p.uuid(),
    membershipId: p.uuid(),
    links: p.json<DocumentLink[]>(),
    carriedFromId: p.uuid().strictNullable(),
    minutes: p.integer().strictNullable(),
    openedAt: p.datetime().strictNullable(),
    secondsBefore: p.integer(),
    doneAt: p.datetime().strictNullable(),
    version: p.integer(),
  }),
});
bind(AgendaItemTable, AgendaItem);

export const AttendanceTable = defineEntity({
  name: "MeetingAttendance",
  tableName: "meeting_attendance",
  uniques: [{ properties: ["meetingId", "organisationId"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    meetingId: p.uuid(),
    organisationId: p.uuid(),
    membershipId: p.uuid().strictNullable(),
    present: p.boolean(),
  }),
});
bind(AttendanceTable, MeetingAttendance);

export const PromiseTable = defineEntity({
  name: "MeetingPromise",
  tableName: "meeting_promise",
  indexes: [{ properties: ["coalitionId", "meetingId"] }, { properties: ["coalitionId", "taskId"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    meetingId: p.uuid(),
    agendaItemId: p.uuid().strictNullable(),
    taskId: p.uuid(),
    organisationId: p.uuid(),
    letter: p.enum(() => Letter),
    saidBy: p.string().strictNullable(),
    state: p.enum(() => PromiseState),
    reason: p.text().strictNullable(),
    recordedByOrganisationId: p.uuid(),
    recordedByMembershipId: p.uuid(),
    createdAt: p.datetime(),
    lapsesAt: p.datetime(),
    decidedAt: p.datetime().strictNullable(),
    version: p.integer(),
  }),
});
bind(PromiseTable, MeetingPromise);

export const DecisionNoteTable = defineEntity({
  name: "DecisionNote",
  tableName: "decision_note",
  indexes: [{ properties: ["coalitionId", "decisionId"] }],
  properties: (p) => ({
    id: p.uuid().primary(),
    coalitionId: p.uuid(),
    decisionId: p.uuid(),
    kind: p.enum(() => DecisionNoteKind),
    organisationId: p.uuid(),
    membershipId: p.uuid(),
    text: p.text(),
    createdAt: p.datetime(),
  }),
});
bind(DecisionNoteTable, DecisionNote);
