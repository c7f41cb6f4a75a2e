import { Migration } from "@mikro-orm/migrations";

/** How long a point of an agenda may take, and how long it took before it was opened again. */
export class Migration0027 extends Migration {
  override up(): void {
    this.addSql('alter table "agenda_item" add column "minutes" int null');
    this.addSql('alter table "agenda_item" add column "seconds_before" int not null default 0');
    this.addSql('alter table "agenda_item" alter column "seconds_before" drop default');
  }
}
