import { Migration } from "@mikro-orm/migrations";

/** Mail that waits to be sent, and how a person hears of each kind of thing. */
export class Migration0023 extends Migration {
  override up(): void {
    this.addSql(`create table "mail" (
      "id" uuid not null, "user_id" uuid not null, "kind" text not null, "about" varchar(255) not null, "due_at" timestamptz not null, "next_try_at" timestamptz not null,
      "attempts" int not null, "started_at" timestamptz null, "sent_at" timestamptz null, "last_error" varchar(255) null, primary key ("id"))`);
    this.addSql('create unique index "mail_not_started" on "mail" ("user_id", "kind", "about") where "started_at" is null');
    this.addSql('create index "mail_sent_at_next_try_at_index" on "mail" ("sent_at", "next_try_at")');
    this.addSql(`alter table "mail" add constraint "mail_kind_check" check ("kind" in ('MORNING', 'DIRECT', 'MEETING', 'PROMISES'))`);
    this.addSql(
      `create table "notification_delivery" ("user_id" uuid not null, "kind" text not null, "delivery" text not null, primary key ("user_id", "kind"))`,
    );
    this.addSql(
      `alter table "notification_delivery" add constraint "notification_delivery_kind_check" check ("kind" in ('MENTION', 'ASKED', 'DEADLINE', 'NEWS', 'MEETING'))`,
    );
    this.addSql(
      `alter table "notification_delivery" add constraint "notification_delivery_delivery_check" check ("delivery" in ('NONE', 'INBOX', 'MORNING', 'AT_ONCE'))`,
    );
    this.addSql('alter table "notification" add column "mail_id" uuid null');
    this.addSql('create index "notification_in_mail" on "notification" ("mail_id") where "mail_id" is not null');
    this.addSql('alter table "notification" drop constraint "notification_kind_check"');
    this.addSql(`alter table "notification" add constraint "notification_kind_check" check ("kind" in ('MENTION', 'ASKED', 'DEADLINE', 'NEWS', 'MEETING'))`);
  }
}
