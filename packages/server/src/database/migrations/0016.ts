import { Migration } from "@mikro-orm/migrations";

/** Links of roles and of points of an agenda. */
export class Migration0016 extends Migration {
  override up(): void {
    for (const table of ["coalition_role", "agenda_item"]) {
      this.addSql(`alter table "${table}" add column "links" jsonb not null default '[]'`);
      this.addSql(`alter table "${table}" alter column "links" drop default`);
    }
  }
}
