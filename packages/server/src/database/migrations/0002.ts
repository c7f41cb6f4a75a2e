import { Migration } from "@mikro-orm/migrations";

const statements = `
create table "agreement_remark" ("id" uuid not null, "coalition_id" uuid not null, "agreement_id" uuid not null, "version_id" uuid not null, "article_number" int null, "organisation_id" uuid not null, "membership_id" uuid not null, "visibility" text not null, "text" text not null, "created_at" timestamptz not null, "removed_at" timestamptz null, "carried_from_sign_off_id" uuid null, primary key ("id"));
create index "agreement_remark_coalition_id_agreement_id_index" on "agreement_remark" ("coalition_id", "agreement_id");
alter table "agreement_remark" add constraint "agreement_remark_visibility_check" check ("visibility" in ('ORGANISATION', 'COALITION', 'PUBLIC'));

create table "agreement_review" ("id" uuid not null, "coalition_id" uuid not null, "agreement_id" uuid not null, "review_on" date not null, "organisation_id" uuid not null, "membership_id" uuid not null, "helped" text not null, "advice" text not null, "change" text null, "next_review_on" date null, "created_at" timestamptz not null, primary key ("id"));
alter table "agreement_review" add constraint "agreement_review_agreement_id_review_on_organisation_id_unique" unique ("agreement_id", "review_on", "organisation_id");
alter table "agreement_review" add constraint "agreement_review_helped_check" check ("helped" in ('YES', 'PARTLY', 'NO'));
alter table "agreement_review" add constraint "agreement_review_advice_check" check ("advice" in ('KEEP', 'CHANGE', 'STOP'));

create table "agreement_task" ("id" uuid not null, "coalition_id" uuid not null, "agreement_id" uuid not null, "task_id" uuid not null, primary key ("id"));
create index "agreement_task_coalition_id_task_id_index" on "agreement_task" ("coalition_id", "task_id");
alter table "agreement_task" add constraint "agreement_task_agreement_id_task_id_unique" unique ("agreement_id", "task_id");

create table "agreement_version" ("id" uuid not null, "coalition_id" uuid not null, "agreement_id" uuid not null, "number" int not null, "state" text not null, "title" varchar(255) not null, "text" text not null, "summary" text not null, "change_note" text not null, "decision_rule" text not null, "signatory_ids" jsonb not null, "bound_ids" jsonb not null, "editorial" boolean not null, "data_sharing" jsonb null, "watch_rules" jsonb not null, "review_after_months" int not null, "ends_on" date null, "content_hash" varchar(255) null, "frozen" jsonb null, "reveal" text null, "revealed_at" timestamptz null, "round_opens_at" timestamptz null, "round_closes_at" timestamptz null, "extended_at" timestamptz null, "among_answered" boolean not null, "effective_from" date null, "adopted_at" timestamptz null, "in_force_at" timestamptz null, "replaced_at" timestamptz null, "previous_version_id" uuid null, "created_by_membership_id" uuid null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null, "group_versions" jsonb not null, primary key ("id"));
create index "agreement_version_state_round_closes_at_index" on "agreement_version" ("state", "round_closes_at");
create index "agreement_version_coalition_id_agreement_id_index" on "agreement_version" ("coalition_id", "agreement_id");
alter table "agreement_version" add constraint "agreement_version_agreement_id_number_unique" unique ("agreement_id", "number");
alter table "agreement_version" add constraint "agreement_version_state_check" check ("state" in ('DRAFT', 'CLARIFICATION', 'CONSENT_ROUND', 'EDITORIAL_NOTICE', 'OBJECTED', 'CLOSED_INCOMPLETE', 'ADOPTED', 'REPLACED', 'SUPERSEDED', 'WITHDRAWN'));
alter table "agreement_version" add constraint "agreement_version_decision_rule_check" check ("decision_rule" in ('ALL_SIGNATORIES_CONSENT', 'SILENCE_IS_CONSENT', 'OWNER_DECIDES_AFTER_CONSULTATION'));
alter table "agreement_version" add constraint "agreement_version_reveal_check" check ("reveal" in ('LIVE', 'TOGETHER'));

create table "consent_withdrawal" ("id" uuid not null, "coalition_id" uuid not null, "agreement_id" uuid not null, "version_id" uuid null, "organisation_id" uuid not null, "membership_id" uuid not null, "reason" text not null, "created_at" timestamptz not null, "ended_at" timestamptz null, primary key ("id"));
create index "consent_withdrawal_coalition_id_agreement_id_index" on "consent_withdrawal" ("coalition_id", "agreement_id");

create table "hub_key" ("name" varchar(255) not null, "private_pem" text not null, "created_at" timestamptz not null, primary key ("name"));

create table "mandate" ("id" uuid not null, "coalition_id" uuid not null, "organisation_id" uuid not null, "membership_id" uuid not null, "deputy_membership_id" uuid null, "categories" jsonb not null, "from_on" date not null, "until_on" date null, "ended_at" timestamptz null, "granted_by_membership_id" uuid not null, "created_at" timestamptz not null, "version" int not null, primary key ("id"));
create index "mandate_coalition_id_organisation_id_index" on "mandate" ("coalition_id", "organisation_id");

create table "objection" ("id" uuid not null, "coalition_id" uuid not null, "agreement_id" uuid not null, "version_id" uuid not null, "sign_off_id" uuid not null, "organisation_id" uuid not null, "membership_id" uuid not null, "article_number" int null, "reason" text not null, "proposal" text null, "state" text not null, "resolution" text null, "integrated_in_version_id" uuid null, "created_at" timestamptz not null, "resolved_at" timestamptz null, primary key ("id"));
create index "objection_coalition_id_agreement_id_index" on "objection" ("coalition_id", "agreement_id");
create index "objection_version_id_state_index" on "objection" ("version_id", "state");
alter table "objection" add constraint "objection_state_check" check ("state" in ('OPEN', 'INTEGRATED', 'WITHDRAWN', 'ANSWERED'));

create table "process_agreement" ("id" uuid not null, "coalition_id" uuid not null, "number" int not null, "title" varchar(255) not null, "category" text not null, "area_codes" jsonb not null, "theme_ids" jsonb not null, "signatory_ids" jsonb not null, "decision_rule" text not null, "visibility" text not null, "state" text not null, "origin" text not null, "ended" text null, "current_version_id" uuid null, "review_on" date null, "review_after_months" int not null, "ends_on" date null, "owner_organisation_id" uuid not null, "registration" jsonb null, "links" jsonb not null, "renewal_on" date null, "renewal_closes_at" timestamptz null, "review_reminded_for" date null, "under_review_since" timestamptz null, "in_force_since" timestamptz null, "created_by_membership_id" uuid null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "version" int not null, primary key ("id"));
alter table "process_agreement" add constraint "process_agreement_coalition_id_number_unique" unique ("coalition_id", "number");
alter table "process_agreement" add constraint "process_agreement_category_check" check ("category" in ('MEETING_RHYTHM', 'TASK_DIVISION', 'RECRUITMENT', 'MODULE_CO_DESIGN', 'PROCUREMENT', 'DATA_SHARING', 'HOME_VISIT', 'COMMUNICATION', 'ESCALATION', 'FINANCE', 'OTHER'));
alter table "process_agreement" add constraint "process_agreement_decision_rule_check" check ("decision_rule" in ('ALL_SIGNATORIES_CONSENT', 'SILENCE_IS_CONSENT', 'OWNER_DECIDES_AFTER_CONSULTATION'));
alter table "process_agreement" add constraint "process_agreement_visibility_check" check ("visibility" in ('COALITION', 'PUBLIC_TITLE'));
alter table "process_agreement" add constraint "process_agreement_state_check" check ("state" in ('DRAFT', 'PROPOSED', 'IN_FORCE', 'UNDER_REVIEW', 'ENDED'));
alter table "process_agreement" add constraint "process_agreement_origin_check" check ("origin" in ('HERE', 'ELSEWHERE'));
alter table "process_agreement" add constraint "process_agreement_ended_check" check ("ended" in ('EXPIRED', 'WITHDRAWN'));

create table "registration_answer" ("id" uuid not null, "coalition_id" uuid not null, "agreement_id" uuid not null, "organisation_id" uuid not null, "membership_id" uuid not null, "confirmed" boolean not null, "note" text null, "answered_at" timestamptz not null, primary key ("id"));
alter table "registration_answer" add constraint "registration_answer_agreement_id_organisation_id_unique" unique ("agreement_id", "organisation_id");

create table "sign_off" ("id" uuid not null, "coalition_id" uuid not null, "agreement_id" uuid not null, "version_id" uuid not null, "organisation_id" uuid not null, "membership_id" uuid not null, "position" int not null, "response" text not null, "kind" text not null, "argument" text null, "responded_at" timestamptz not null, "content_hash" varchar(255) not null, "previous_hash" varchar(255) not null, "hash" varchar(255) not null, "is_current" boolean not null, "carried_from_id" uuid null, primary key ("id"));
create index "sign_off_coalition_id_agreement_id_index" on "sign_off" ("coalition_id", "agreement_id");
alter table "sign_off" add constraint "sign_off_version_id_position_unique" unique ("version_id", "position");
alter table "sign_off" add constraint "sign_off_response_check" check ("response" in ('CONSENT', 'CONSENT_WITH_CONCERN', 'OBJECTION', 'STAND_ASIDE'));
alter table "sign_off" add constraint "sign_off_kind_check" check ("kind" in ('ROUND', 'OBJECTION_WITHDRAWN', 'LATER', 'CARRIED'));

create table "sign_off_preparation" ("id" uuid not null, "coalition_id" uuid not null, "agreement_id" uuid not null, "version_id" uuid not null, "organisation_id" uuid not null, "membership_id" uuid not null, "response" text not null, "argument" text null, "article_number" int null, "reason" text null, "proposal" text null, "prepared_at" timestamptz not null, primary key ("id"));
alter table "sign_off_preparation" add constraint "sign_off_preparation_version_id_organisation_id_unique" unique ("version_id", "organisation_id");
alter table "sign_off_preparation" add constraint "sign_off_preparation_response_check" check ("response" in ('CONSENT', 'CONSENT_WITH_CONCERN', 'OBJECTION', 'STAND_ASIDE'));

create unique index "sign_off_one_current" on "sign_off" ("version_id", "organisation_id") where "is_current";
create index "event_watched" on "event" ("coalition_id", "occurred_at") where "type" in ('TASK_BLOCKED', 'TASK_UNBLOCKED', 'ASSIGNMENT_PROPOSED', 'ASSIGNMENT_ACCEPTED', 'ASSIGNMENT_DECLINED', 'ASSIGNMENT_RELEASED');
create unique index "consent_withdrawal_one_live" on "consent_withdrawal" ("agreement_id", "organisation_id") where "ended_at" is null;
`;

/** Process agreements: versions, answers, objections, mandates, reviews. */
export class Migration0002 extends Migration {
  override up(): void {
    for (const statement of statements.split(";\n")) {
      if (statement.trim()) this.addSql(statement.trim().replace(/;$/, ""));
    }
  }
}
