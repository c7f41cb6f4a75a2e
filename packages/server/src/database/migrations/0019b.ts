import { Migration } from "@mikro-orm/migrations";

/** Templates of tasks and boards. */
export class Migration0019b extends Migration {
  override up(): void {
    this.addSql(`create table "template" (
      "id" uuid not null, "coalition_id" uuid not null, "kind" text not null, "name" varchar(255) not null, "task" jsonb null, "board" jsonb null,
      "from_task_id" uuid null, "version" int not null, primary key ("id"))`);
    this.addSql('create index "template_coalition_id_kind_index" on "template" ("coalition_id", "kind")');
    this.addSql(`alter table "template" add constraint "template_kind_check" check ("kind" in ('TASK', 'BOARD'))`);
  }
}
