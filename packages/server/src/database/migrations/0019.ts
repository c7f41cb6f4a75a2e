import { Migration } from "@mikro-orm/migrations";

/** Views of a board that are kept under a name. */
export class Migration0019 extends Migration {
  override up(): void {
    this.addSql(`create table "saved_view" (
      "id" uuid not null, "coalition_id" uuid not null, "board_id" uuid not null, "name" varchar(255) not null, "shared" boolean not null,
      "is_default" boolean not null, "owner_membership_id" uuid not null, "organisation_id" uuid not null, "layout" text not null, "rows" text null,
      "filter" jsonb not null, "order_by" text not null, "descending" boolean not null, "version" int not null, "group_versions" jsonb not null,
      primary key ("id"))`);
    this.addSql('create index "saved_view_coalition_id_board_id_index" on "saved_view" ("coalition_id", "board_id")');
    const oneOf = (column: string, ...values: string[]) =>
      this.addSql(
        `alter table "saved_view" add constraint "saved_view_${column}_check" check ("${column}" in (${values.map((value) => `'${value}'`).join(", ")}))`,
      );
    oneOf("layout", "BOARD", "PARTNER", "LIST");
    oneOf("rows", "NONE", "PARTNER", "ACTION_LINE");
    oneOf("order_by", "NUMBER", "TITLE", "STATE", "LEAD", "DOES", "DUE", "THEME", "TO_ARRANGE");
  }
}
