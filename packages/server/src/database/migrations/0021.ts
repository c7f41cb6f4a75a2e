import { Migration } from "@mikro-orm/migrations";

/** Whether agreements show who has them open. */
export class Migration0021 extends Migration {
  override up(): void {
    this.addSql('alter table "coalition" add column "agreement_presence" boolean not null default false');
    this.addSql('alter table "coalition" alter column "agreement_presence" drop default');
  }
}
