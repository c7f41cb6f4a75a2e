import { Migration } from "@mikro-orm/migrations";

const statements = [
  `create table "notification" ("id" uuid not null, "coalition_id" uuid not null, "membership_id" uuid not null, "kind" text not null, "reason" text not null, "about_type" varchar(255) not null, "about_id" uuid not null, "source_id" varchar(255) not null, "actor_membership_id" uuid null, "created_at" timestamptz not null, "read_at" timestamptz null, primary key ("id"))`,
  `alter table "notification" add constraint "notification_membership_id_source_id_unique" unique ("membership_id", "source_id")`,
  `create index "notification_coalition_id_membership_id_created_at_index" on "notification" ("coalition_id", "membership_id", "created_at")`,
  `alter table "notification" add constraint "notification_kind_check" check ("kind" in ('MENTION', 'ASKED', 'DEADLINE', 'NEWS'))`,
  `create index "notification_waiting" on "notification" ("membership_id") where "read_at" is null`,
];

/** What members are told, and whether they read it. */
export class Migration0005 extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
