import { Migration } from "@mikro-orm/migrations";

const statements = `
create table "coalition_role" ("id" uuid not null, "coalition_id" uuid not null, "name" varchar(255) not null, "purpose" text not null, "accountabilities" jsonb not null, "domain" text not null, "board_id" uuid null, "action_line_id" uuid null, "mandate" text not null, "hours_per_week" int null, "max_holders" int not null, "term_months" int null, "parent_role_id" uuid null, "area_codes" jsonb not null, "template_key" varchar(255) null, "state" text not null, "is_proposed" boolean not null, "created_by_membership_id" uuid null, "created_by_organisation_id" uuid null, "retired_at" timestamptz null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null, "fields_version" int not null, primary key ("id"));
create index "coalition_role_coalition_id_state_index" on "coalition_role" ("coalition_id", "state");
alter table "coalition_role" add constraint "coalition_role_domain_check" check ("domain" in ('COALITION', 'BOARD', 'ACTION_LINE'));
alter table "coalition_role" add constraint "coalition_role_state_check" check ("state" in ('OPEN', 'FILLED', 'VACANT', 'RETIRED'));

create table "role_assignment" ("id" uuid not null, "coalition_id" uuid not null, "role_id" uuid not null, "organisation_id" uuid not null, "membership_id" uuid null, "deputy_membership_id" uuid null, "state" text not null, "chosen" boolean not null, "starts_on" date null, "ends_on" date null, "proposed_by_organisation_id" uuid null, "proposed_by_membership_id" uuid null, "note" text null, "end_reason" text null, "end_note" text null, "announced_for" date null, "created_at" timestamptz not null, "version" int not null, primary key ("id"));
create index "role_assignment_coalition_id_role_id_index" on "role_assignment" ("coalition_id", "role_id");
create index "role_assignment_coalition_id_organisation_id_state_index" on "role_assignment" ("coalition_id", "organisation_id", "state");
alter table "role_assignment" add constraint "role_assignment_state_check" check ("state" in ('PROPOSED', 'ACCEPTED', 'CURRENT', 'DECLINED', 'ENDED'));
alter table "role_assignment" add constraint "role_assignment_end_reason_check" check ("end_reason" in ('DECLINED', 'WITHDRAWN', 'ANOTHER_CHOSEN', 'RESIGNED', 'TERM_ENDED', 'PARTNER_LEFT', 'ROLE_RETIRED', 'HANDED_OVER'));

create table "decision" ("id" uuid not null, "coalition_id" uuid not null, "meeting_id" uuid null, "agenda_item_id" uuid null, "text" text not null, "kind" text not null, "refs" jsonb not null, "recorded_by_membership_id" uuid not null, "organisation_id" uuid not null, "decided_at" timestamptz not null, primary key ("id"));
create index "decision_coalition_id_decided_at_index" on "decision" ("coalition_id", "decided_at");
create index "decision_coalition_id_meeting_id_index" on "decision" ("coalition_id", "meeting_id");
alter table "decision" add constraint "decision_kind_check" check ("kind" in ('TASK_DIVISION', 'ROLE', 'AGREEMENT', 'OTHER'));
create table "handover_request" ("id" uuid not null, "coalition_id" uuid not null, "kind" text not null, "object_id" uuid not null, "about_id" uuid not null, "from_organisation_id" uuid not null, "to_organisation_id" uuid not null, "to_membership_id" uuid null, "reason" text null, "answer" text null, "state" text not null, "requested_by_membership_id" uuid not null, "created_at" timestamptz not null, "decided_at" timestamptz null, "version" int not null, primary key ("id"));
create index "handover_request_coalition_id_to_organisation_id_state_index" on "handover_request" ("coalition_id", "to_organisation_id", "state");
create index "handover_request_coalition_id_from_organisation_id_state_index" on "handover_request" ("coalition_id", "from_organisation_id", "state");
alter table "handover_request" add constraint "handover_request_kind_check" check ("kind" in ('TASK_LETTER', 'ROLE_SEAT', 'AGREEMENT'));
alter table "handover_request" add constraint "handover_request_state_check" check ("state" in ('OPEN', 'ACCEPTED', 'DECLINED', 'CANCELLED'));
create unique index "handover_one_open" on "handover_request" ("object_id") where "state" = 'OPEN';
create table "meeting" ("id" uuid not null, "coalition_id" uuid not null, "board_id" uuid null, "title" varchar(255) not null, "place" varchar(255) null, "starts_at" timestamptz not null, "ends_at" timestamptz not null, "series_id" uuid null, "every_weeks" int null, "chair_membership_id" uuid not null, "note_taker_membership_id" uuid null, "state" text not null, "cancelled" boolean not null, "open_item_id" uuid null, "started_at" timestamptz null, "closed_at" timestamptz null, "start_sequence" bigint null, "closed_sequence" bigint null, "code_hash" varchar(255) null, "created_at" timestamptz not null, "version" int not null, primary key ("id"));
create index "meeting_coalition_id_starts_at_index" on "meeting" ("coalition_id", "starts_at");
alter table "meeting" add constraint "meeting_state_check" check ("state" in ('PLANNED', 'LIVE', 'CLOSED'));
create unique index "meeting_one_live" on "meeting" ("coalition_id", coalesce("board_id", '00000000-0000-0000-0000-000000000000')) where "state" = 'LIVE';

create table "agenda_item" ("id" uuid not null, "coalition_id" uuid not null, "meeting_id" uuid not null, "title" varchar(255) not null, "note" text not null, "state" text not null, "position" int not null, "about_type" varchar(255) null, "about_id" uuid null, "organisation_id" uuid not null, "membership_id" uuid not null, "carried_from_id" uuid null, "opened_at" timestamptz null, "done_at" timestamptz null, "version" int not null, primary key ("id"));
create index "agenda_item_coalition_id_meeting_id_index" on "agenda_item" ("coalition_id", "meeting_id");
alter table "agenda_item" add constraint "agenda_item_state_check" check ("state" in ('WAITING', 'OPEN', 'DONE', 'NOT_REACHED'));

create table "meeting_attendance" ("id" uuid not null, "coalition_id" uuid not null, "meeting_id" uuid not null, "organisation_id" uuid not null, "membership_id" uuid null, "present" boolean not null, primary key ("id"));
alter table "meeting_attendance" add constraint "meeting_attendance_meeting_id_organisation_id_unique" unique ("meeting_id", "organisation_id");

create table "meeting_promise" ("id" uuid not null, "coalition_id" uuid not null, "meeting_id" uuid not null, "agenda_item_id" uuid null, "task_id" uuid not null, "organisation_id" uuid not null, "letter" text not null, "said_by" varchar(255) null, "state" text not null, "reason" text null, "recorded_by_organisation_id" uuid not null, "recorded_by_membership_id" uuid not null, "created_at" timestamptz not null, "lapses_at" timestamptz not null, "decided_at" timestamptz null, "version" int not null, primary key ("id"));
create index "meeting_promise_coalition_id_meeting_id_index" on "meeting_promise" ("coalition_id", "meeting_id");
create index "meeting_promise_coalition_id_task_id_index" on "meeting_promise" ("coalition_id", "task_id");
alter table "meeting_promise" add constraint "meeting_promise_letter_check" check ("letter" in ('RESPONSIBLE', 'ACCOUNTABLE', 'SUPPORT', 'CONSULTED', 'INFORMED'));
alter table "meeting_promise" add constraint "meeting_promise_state_check" check ("state" in ('OPEN', 'CONFIRMED', 'DENIED', 'LAPSED'));

create table "decision_note" ("id" uuid not null, "coalition_id" uuid not null, "decision_id" uuid not null, "kind" text not null, "organisation_id" uuid not null, "membership_id" uuid not null, "text" text not null, "created_at" timestamptz not null, primary key ("id"));
create index "decision_note_coalition_id_decision_id_index" on "decision_note" ("coalition_id", "decision_id");
alter table "decision_note" add constraint "decision_note_kind_check" check ("kind" in ('NOT_UNDERSTOOD', 'NOTE'));
create table "guest_question" ("id" uuid not null, "coalition_id" uuid not null, "meeting_id" uuid not null, "agenda_item_id" uuid null, "ticket_hash" varchar(255) not null, "text" text not null, "created_at" timestamptz not null, primary key ("id"));
alter table "guest_question" add constraint "guest_question_meeting_id_ticket_hash_unique" unique ("meeting_id", "ticket_hash");

create table "calendar_feed" ("id" uuid not null, "coalition_id" uuid not null, "membership_id" uuid not null, "token_hash" varchar(255) not null, "created_at" timestamptz not null, "ended_at" timestamptz null, primary key ("id"));
create index "calendar_feed_coalition_id_membership_id_index" on "calendar_feed" ("coalition_id", "membership_id");
alter table "calendar_feed" add constraint "calendar_feed_token_hash_unique" unique ("token_hash");
`;

/** Roles, handover, meetings and decisions. */
export class Migration0003 extends Migration {
  override up(): void {
    for (const statement of statements.split(";\n")) {
      if (statement.trim()) this.addSql(statement.trim().replace(/;$/, ""));
    }
  }
}
