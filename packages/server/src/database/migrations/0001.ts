import { Migration } from "@mikro-orm/migrations";

const statements = `
create table "action_line" ("id" uuid not null, "coalition_id" uuid not null, "title" varchar(255) not null, "what_we_do" text not null, "so_that" text not null, "expected_impact" text not null, "theme_id" uuid not null, "connected_theme_ids" jsonb not null, "lead_organisation_id" uuid not null, "draft" boolean null, "created_by_membership_id" uuid null, "version" int not null, primary key ("id"));
create index "action_line_coalition_id_index" on "action_line" ("coalition_id");

create table "area" ("id" uuid not null, "code" varchar(255) not null, "level" text not null, "parent_code" varchar(255) null, "member_codes" jsonb not null, primary key ("id"));
alter table "area" add constraint "area_code_unique" unique ("code");
create index "area_parent_code_index" on "area" ("parent_code");
alter table "area" add constraint "area_level_check" check ("level" in ('MUNICIPALITY', 'DISTRICT', 'SUBDISTRICT', 'PROGRAMME_AREA'));

create table "area_edition" ("id" uuid not null, "code" varchar(255) not null, "year" int not null, "name" varchar(255) null, "outline" jsonb null, primary key ("id"));
alter table "area_edition" add constraint "area_edition_code_year_unique" unique ("code", "year");

create table "board" ("id" uuid not null, "coalition_id" uuid not null, "area_code" varchar(255) not null, "slug" varchar(255) not null, "title" varchar(255) not null, "style" text not null, "swimlane" text not null, "archived_at" timestamptz null, "created_at" timestamptz not null, "version" int not null, primary key ("id"));
create index "board_coalition_id_area_code_index" on "board" ("coalition_id", "area_code");
alter table "board" add constraint "board_style_check" check ("style" in ('LIGHT', 'STRICT'));
alter table "board" add constraint "board_swimlane_check" check ("swimlane" in ('NONE', 'PARTNER', 'ACTION_LINE'));

create table "board_column" ("id" uuid not null, "coalition_id" uuid not null, "board_id" uuid not null, "title" varchar(255) not null, "state" text not null, "position" int not null, "wip_limit" int null, "version" int not null, primary key ("id"));
create index "board_column_coalition_id_board_id_index" on "board_column" ("coalition_id", "board_id");
alter table "board_column" add constraint "board_column_state_check" check ("state" in ('PROPOSED', 'AGREED', 'IN_PROGRESS', 'IN_REVIEW', 'BLOCKED', 'DONE', 'CANCELLED'));

create table "checklist_item" ("id" uuid not null, "coalition_id" uuid not null, "task_id" uuid not null, "text" text not null, "done" boolean not null, "assignee_membership_id" uuid null, "position" int not null, "visibility" text not null, "organisation_id" uuid not null, "external_id" varchar(255) null, "redacted_fields" jsonb null, primary key ("id"));
create index "checklist_item_coalition_id_task_id_index" on "checklist_item" ("coalition_id", "task_id");
alter table "checklist_item" add constraint "checklist_item_visibility_check" check ("visibility" in ('ORGANISATION', 'COALITION', 'PUBLIC'));

create table "coalition" ("id" uuid not null, "name" varchar(255) not null, "slug" varchar(255) not null, "task_prefix" varchar(255) not null, "municipality_code" varchar(255) not null, "status" text not null, "time_zone" varchar(255) not null, "default_style" text not null, "own_device_days" int null, "is_demo" boolean not null, "sequence" bigint not null, "last_task_number" int not null, "created_at" timestamptz not null, "version" int not null, primary key ("id"));
alter table "coalition" add constraint "coalition_slug_unique" unique ("slug");
alter table "coalition" add constraint "coalition_status_check" check ("status" in ('FORMING', 'ACTIVE', 'CLOSED'));
alter table "coalition" add constraint "coalition_default_style_check" check ("default_style" in ('LIGHT', 'STRICT'));

create table "comment" ("id" uuid not null, "coalition_id" uuid not null, "task_id" uuid not null, "membership_id" uuid null, "organisation_id" uuid not null, "visibility" text not null, "text" text not null, "imported_author" varchar(255) null, "created_at" timestamptz not null, "edited_at" timestamptz null, "removed_at" timestamptz null, "external_id" varchar(255) null, "redacted_fields" jsonb null, primary key ("id"));
create index "comment_coalition_id_task_id_index" on "comment" ("coalition_id", "task_id");
alter table "comment" add constraint "comment_visibility_check" check ("visibility" in ('ORGANISATION', 'COALITION', 'PUBLIC'));

create table "import_run" ("id" uuid not null, "coalition_id" uuid not null, "source" varchar(255) not null, "plan" jsonb null, "created_at" timestamptz not null, "touched_at" timestamptz not null, primary key ("id"));
create index "import_run_coalition_id_index" on "import_run" ("coalition_id");

create table "import_row" ("id" uuid not null, "run_id" uuid not null, "kind" text not null, "external_id" varchar(255) not null, "parent_id" varchar(255) null, "ordinal" int not null, "data" jsonb not null, primary key ("id"));
create index "import_row_run_id_kind_parent_id_index" on "import_row" ("run_id", "kind", "parent_id");
alter table "import_row" add constraint "import_row_run_id_kind_external_id_unique" unique ("run_id", "kind", "external_id");
alter table "import_row" add constraint "import_row_kind_check" check ("kind" in ('RAW_CARD', 'RAW_CHECKLIST', 'RAW_COMMENT', 'COLUMN', 'LABEL', 'TASK', 'STEP', 'LINK', 'TASK_LABEL', 'LETTER', 'COMMENT'));

create table "imported" ("id" uuid not null, "coalition_id" uuid not null, "source" varchar(255) not null, "kind" text not null, "external_id" varchar(255) not null, "object_id" uuid not null, primary key ("id"));
alter table "imported" add constraint "imported_coalition_id_source_kind_external_id_unique" unique ("coalition_id", "source", "kind", "external_id");
alter table "imported" add constraint "imported_kind_check" check ("kind" in ('RAW_CARD', 'RAW_CHECKLIST', 'RAW_COMMENT', 'COLUMN', 'LABEL', 'TASK', 'STEP', 'LINK', 'TASK_LABEL', 'LETTER', 'COMMENT'));

create table "indicator" ("id" uuid not null, "key" varchar(255) not null, "name_nl" varchar(255) not null, "name_en" varchar(255) not null, "unit" varchar(255) not null, "source" varchar(255) not null, primary key ("id"));
alter table "indicator" add constraint "indicator_key_unique" unique ("key");

create table "label" ("id" uuid not null, "coalition_id" uuid not null, "name" varchar(255) not null, primary key ("id"));
alter table "label" add constraint "label_coalition_id_name_unique" unique ("coalition_id", "name");

create table "event" ("id" uuid not null, "coalition_id" uuid not null, "sequence" bigint not null, "type" text not null, "occurred_at" timestamptz not null, "actor_membership_id" uuid null, "target_type" varchar(255) not null, "target_id" uuid not null, "task_id" uuid null, "board_ids" jsonb not null, "visibility" text not null, "organisation_id" uuid null, "version" int null, "changes" jsonb not null, "client_mutation_id" varchar(255) null, "undoes" uuid null, primary key ("id"));
create index "event_coalition_id_target_id_index" on "event" ("coalition_id", "target_id");
create index "event_coalition_id_task_id_sequence_index" on "event" ("coalition_id", "task_id", "sequence");
alter table "event" add constraint "event_coalition_id_sequence_unique" unique ("coalition_id", "sequence");
alter table "event" add constraint "event_visibility_check" check ("visibility" in ('ORGANISATION', 'COALITION', 'PUBLIC'));

create table "measurement" ("id" uuid not null, "area_code" varchar(255) not null, "indicator_key" varchar(255) not null, "year" int not null, "value" double precision null, "missing_mark" varchar(255) null, "source" varchar(255) not null, primary key ("id"));
alter table "measurement" add constraint "measurement_area_code_indicator_key_year_unique" unique ("area_code", "indicator_key", "year");

create table "membership" ("id" uuid not null, "coalition_id" uuid not null, "organisation_id" uuid not null, "user_id" uuid not null, "access_role" text not null, "capabilities" jsonb not null, "valid_from" timestamptz not null, "valid_until" timestamptz null, "version" int not null, primary key ("id"));
create index "membership_user_id_index" on "membership" ("user_id");
create index "membership_coalition_id_organisation_id_index" on "membership" ("coalition_id", "organisation_id");
alter table "membership" add constraint "membership_access_role_check" check ("access_role" in ('COALITION_COORDINATOR', 'PARTNER_COORDINATOR', 'MEMBER', 'OBSERVER'));

create table "organisation" ("id" uuid not null, "coalition_id" uuid not null, "name" varchar(255) not null, "short_name" varchar(255) not null, "letters" varchar(255) not null, "kind" text not null, "parent_id" uuid null, "colour_index" int not null, "left_on" date null, "created_at" timestamptz not null, "version" int not null, primary key ("id"));
alter table "organisation" add constraint "organisation_coalition_id_name_unique" unique ("coalition_id", "name");
alter table "organisation" add constraint "organisation_kind_check" check ("kind" in ('MUNICIPALITY', 'MUNICIPAL_DEPARTMENT', 'HOUSING_CORPORATION', 'VOCATIONAL_COLLEGE', 'SCHOOL', 'KNOWLEDGE_INSTITUTE', 'CONTRACTOR', 'LOCAL_COMPANY', 'UWV', 'WORK_SERVICE_POINT', 'COMMUNITY_ORG', 'NEIGHBOURHOOD_ORG', 'NEIGHBOURHOOD_COMPANY', 'DEBT_HELP', 'RESIDENT_COUNCIL', 'OTHER'));

create table "change_receipt" ("id" uuid not null, "actor_key" varchar(255) not null, "client_mutation_id" varchar(255) not null, "object_id" uuid not null, "as_of_sequence" bigint not null, "created_at" timestamptz not null, primary key ("id"));
create index "change_receipt_created_at_index" on "change_receipt" ("created_at");
alter table "change_receipt" add constraint "change_receipt_actor_key_client_mutation_id_unique" unique ("actor_key", "client_mutation_id");

create table "session" ("id" uuid not null, "user_id" uuid not null, "token_hash" varchar(255) not null, "is_demo" boolean not null, "own_device" boolean not null, "created_at" timestamptz not null, "last_used_at" timestamptz not null, "expires_at" timestamptz not null, "revoked_at" timestamptz null, primary key ("id"));
create index "session_user_id_index" on "session" ("user_id");
alter table "session" add constraint "session_token_hash_unique" unique ("token_hash");

create table "task" ("id" uuid not null, "coalition_id" uuid not null, "number" int not null, "title" varchar(255) not null, "description" text not null, "state" text not null, "state_before_blocked" text null, "state_reason" text null, "waive_note" text null, "redacted_fields" jsonb null, "theme_id" uuid null, "action_line_id" uuid null, "area_code" varchar(255) not null, "due_on" date null, "priority" text not null, "blocked_reason" text null, "blocked_by_task_id" uuid null, "all_informed" boolean not null, "visibility" text not null, "organisation_id" uuid not null, "created_by_membership_id" uuid null, "imported_names" jsonb not null, "unconfirmed_import" boolean not null, "external_id" varchar(255) null, "entered_review_at" timestamptz null, "done_at" timestamptz null, "archived_at" timestamptz null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null, "group_versions" jsonb not null, primary key ("id"));
create index "task_coalition_id_due_on_index" on "task" ("coalition_id", "due_on");
alter table "task" add constraint "task_coalition_id_number_unique" unique ("coalition_id", "number");
alter table "task" add constraint "task_coalition_id_external_id_unique" unique ("coalition_id", "external_id");
alter table "task" add constraint "task_state_check" check ("state" in ('PROPOSED', 'AGREED', 'IN_PROGRESS', 'IN_REVIEW', 'BLOCKED', 'DONE', 'CANCELLED'));
alter table "task" add constraint "task_state_before_blocked_check" check ("state_before_blocked" in ('PROPOSED', 'AGREED', 'IN_PROGRESS', 'IN_REVIEW', 'BLOCKED', 'DONE', 'CANCELLED'));
alter table "task" add constraint "task_priority_check" check ("priority" in ('LOW', 'NORMAL', 'HIGH'));
alter table "task" add constraint "task_visibility_check" check ("visibility" in ('ORGANISATION', 'COALITION', 'PUBLIC'));

create table "task_assignment" ("id" uuid not null, "coalition_id" uuid not null, "task_id" uuid not null, "organisation_id" uuid not null, "membership_id" uuid null, "letter" text not null, "state" text not null, "proposed_by_organisation_id" uuid null, "note" text null, "reason" text null, "created_at" timestamptz not null, "version" int not null, "redacted_fields" jsonb null, primary key ("id"));
create index "task_assignment_coalition_id_task_id_index" on "task_assignment" ("coalition_id", "task_id");
create index "task_assignment_coalition_id_organisation_id_state_index" on "task_assignment" ("coalition_id", "organisation_id", "state");
alter table "task_assignment" add constraint "task_assignment_letter_check" check ("letter" in ('RESPONSIBLE', 'ACCOUNTABLE', 'SUPPORT', 'CONSULTED', 'INFORMED'));
alter table "task_assignment" add constraint "task_assignment_state_check" check ("state" in ('PROPOSED', 'ACCEPTED', 'DECLINED', 'RELEASED'));

create table "task_label" ("id" uuid not null, "coalition_id" uuid not null, "task_id" uuid not null, "label_id" uuid not null, primary key ("id"));
create index "task_label_coalition_id_task_id_index" on "task_label" ("coalition_id", "task_id");
alter table "task_label" add constraint "task_label_task_id_label_id_unique" unique ("task_id", "label_id");

create table "task_link" ("id" uuid not null, "coalition_id" uuid not null, "task_id" uuid not null, "title" varchar(255) not null, "url" text not null, "audience" varchar(255) null, "visibility" text not null, "organisation_id" uuid not null, "external_id" varchar(255) null, "redacted_fields" jsonb null, primary key ("id"));
create index "task_link_coalition_id_task_id_index" on "task_link" ("coalition_id", "task_id");
alter table "task_link" add constraint "task_link_visibility_check" check ("visibility" in ('ORGANISATION', 'COALITION', 'PUBLIC'));

create table "task_placement" ("id" uuid not null, "coalition_id" uuid not null, "task_id" uuid not null, "board_id" uuid not null, "column_id" uuid not null, "position" text collate "C" not null, "is_home" boolean not null, primary key ("id"));
create index "task_placement_coalition_id_board_id_column_id_position_index" on "task_placement" ("coalition_id", "board_id", "column_id", "position");
alter table "task_placement" add constraint "task_placement_task_id_board_id_unique" unique ("task_id", "board_id");

alter table "task_placement" add constraint "task_placement_column_id_position_unique" unique ("column_id", "position");

create table "task_relation" ("id" uuid not null, "coalition_id" uuid not null, "from_task_id" uuid not null, "to_task_id" uuid not null, "kind" text not null, "organisation_id" uuid not null, "created_at" timestamptz not null, primary key ("id"));
create index "task_relation_coalition_id_from_task_id_index" on "task_relation" ("coalition_id", "from_task_id");
create index "task_relation_coalition_id_to_task_id_index" on "task_relation" ("coalition_id", "to_task_id");
alter table "task_relation" add constraint "task_relation_from_task_id_to_task_id_kind_unique" unique ("from_task_id", "to_task_id", "kind");
alter table "task_relation" add constraint "task_relation_kind_check" check ("kind" in ('RELATES', 'BLOCKS'));

create table "task_reminder" ("id" uuid not null, "coalition_id" uuid not null, "task_id" uuid not null, "kind" varchar(255) not null, "due_on" date not null, primary key ("id"));
alter table "task_reminder" add constraint "task_reminder_task_id_kind_due_on_unique" unique ("task_id", "kind", "due_on");

create table "task_watcher" ("id" uuid not null, "coalition_id" uuid not null, "task_id" uuid not null, "membership_id" uuid not null, primary key ("id"));
create index "task_watcher_coalition_id_task_id_index" on "task_watcher" ("coalition_id", "task_id");
alter table "task_watcher" add constraint "task_watcher_task_id_membership_id_unique" unique ("task_id", "membership_id");

create table "theme" ("id" uuid not null, "coalition_id" uuid not null, "key" varchar(255) not null, "name_nl" varchar(255) not null, "name_en" varchar(255) not null, "position" int not null, primary key ("id"));
alter table "theme" add constraint "theme_coalition_id_key_unique" unique ("coalition_id", "key");

create table "user_account" ("id" uuid not null, "display_name" varchar(255) not null, "email" varchar(255) not null, "demo_key" varchar(255) null, "locale" varchar(255) not null, "created_at" timestamptz not null, primary key ("id"));
alter table "user_account" add constraint "user_account_email_unique" unique ("email");
alter table "user_account" add constraint "user_account_demo_key_unique" unique ("demo_key");

create unique index "task_assignment_one_accountable" on "task_assignment" ("task_id") where "letter" = 'ACCOUNTABLE' and "state" = 'ACCEPTED';
create unique index "board_one_per_area" on "board" ("coalition_id", "area_code") where "archived_at" is null;
create unique index "task_placement_one_home" on "task_placement" ("task_id") where "is_home";
`;

/** First tables: people, coalitions, areas, boards, tasks and the log. */
export class Migration0001 extends Migration {
  override up(): void {
    for (const statement of statements.split(";\n")) {
      if (statement.trim()) this.addSql(statement.trim().replace(/;$/, ""));
    }
  }
}
