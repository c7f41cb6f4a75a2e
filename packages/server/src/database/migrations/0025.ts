import { Migration } from "@mikro-orm/migrations";

/** Mail addresses that wait for their confirmation, and the links in the mails to them. */
export class Migration0025 extends Migration {
  override up(): void {
    this.addSql(`create table "mail_address_request" (
      "id" uuid not null, "user_id" uuid not null, "email" varchar(255) not null, "expires_at" timestamptz not null, primary key ("id"))`);
    this.addSql('alter table "mail_address_request" add constraint "mail_address_request_user_id_unique" unique ("user_id")');
    this.addSql(`create table "mail_address_link" (
      "token_hash" varchar(255) not null, "request_id" uuid not null, "user_id" uuid not null, "expires_at" timestamptz not null, "used_at" timestamptz null,
      primary key ("token_hash"))`);
    this.addSql('alter table "mail" drop constraint "mail_kind_check"');
    this.addSql(`alter table "mail" add constraint "mail_kind_check" check ("kind" in ('MORNING', 'DIRECT', 'MEETING', 'PROMISES', 'ADDRESS'))`);
  }
}
