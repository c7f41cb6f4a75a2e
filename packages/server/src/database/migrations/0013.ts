import { Migration } from "@mikro-orm/migrations";

/** Versions of labels and themes, so that nobody overwrites a name unseen. */
export class Migration0013 extends Migration {
  override up(): void {
    for (const table of ["label", "theme"]) {
      this.addSql(`alter table "${table}" add column "version" int not null default 1`);
      this.addSql(`alter table "${table}" alter column "version" drop default`);
    }
  }
}
