import { Migration } from "@mikro-orm/migrations";

/** Marks changes of partners of the demo who move by themselves; invitations to join a coalition. */
export class Migration0018 extends Migration {
  override up(): void {
    this.addSql('alter table "event" add column "by_demo" boolean not null default false');
    this.addSql(`create table "invitation" (
      "id" uuid not null, "coalition_id" uuid not null, "organisation_id" uuid not null, "token_hash" varchar(255) not null, "first_role" text not null,
      "max_uses" int not null, "uses" int not null, "created_by_membership_id" uuid not null, "created_at" timestamptz not null, "expires_at" timestamptz not null,
      "revoked_at" timestamptz null, "version" int not null, primary key ("id"))`);
    this.addSql('alter table "invitation" add constraint "invitation_token_hash_unique" unique ("token_hash")');
    this.addSql('create index "invitation_coalition_id_organisation_id_index" on "invitation" ("coalition_id", "organisation_id")');
    const roles = "'COALITION_COORDINATOR', 'PARTNER_COORDINATOR', 'MEMBER', 'OBSERVER'";
    this.addSql(`alter table "invitation" add constraint "invitation_first_role_check" check ("first_role" in (${roles}))`);
  }
}
