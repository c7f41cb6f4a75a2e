import { Migration } from "@mikro-orm/migrations";

/** Where the text of an agreement came from, and the roles that it names. */
export class Migration0017 extends Migration {
  override up(): void {
    this.addSql(`alter table "process_agreement" add column "template_key" varchar(255) null, add column "source_version_id" uuid null`);
    this.addSql(
      `create table "agreement_role" ("id" uuid not null, "coalition_id" uuid not null, "agreement_id" uuid not null, "role_id" uuid not null, primary key ("id"))`,
    );
    this.addSql(`create index "agreement_role_coalition_id_role_id_index" on "agreement_role" ("coalition_id", "role_id")`);
    this.addSql(`alter table "agreement_role" add constraint "agreement_role_agreement_id_role_id_unique" unique ("agreement_id", "role_id")`);
  }
}
