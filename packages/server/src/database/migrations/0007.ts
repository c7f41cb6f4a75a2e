import { Migration } from "@mikro-orm/migrations";

const statements = `
create table "agreement_draft" ("id" uuid not null, "coalition_id" uuid not null, "agreement_id" uuid not null, "version_id" uuid not null, "document_id" uuid not null, "position" int not null, "told_at" timestamptz not null, "is_told" boolean not null, primary key ("id"));
alter table "agreement_draft" add constraint "agreement_draft_version_id_unique" unique ("version_id");
create index "agreement_draft_is_told_told_at_index" on "agreement_draft" ("is_told", "told_at");
create table "agreement_draft_update" ("id" uuid not null, "coalition_id" uuid not null, "version_id" uuid not null, "document_id" uuid not null, "position" int not null, "body" text not null, primary key ("id"));
alter table "agreement_draft_update" add constraint "agreement_draft_update_version_id_position_unique" unique ("version_id", "position")`;

/** The log of drafts that are written together. */
export class Migration0007 extends Migration {
  override up(): void {
    for (const statement of statements.split(";")) this.addSql(statement.trim());
  }
}
