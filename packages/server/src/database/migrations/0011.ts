import { Migration } from "@mikro-orm/migrations";

/** Tasks that repeat: how often, and the task that each next one follows. */
export class Migration0011 extends Migration {
  override up(): void {
    const columns = ['"repeat_unit" text null', '"repeat_every" int null', '"repeat_day" int null', '"repeat_of_task_id" uuid null'];
    for (const column of columns) this.addSql(`alter table "task" add column ${column}`);
    this.addSql(`alter table "task" add constraint "task_repeat_unit_check" check ("repeat_unit" in ('WEEK', 'MONTH'))`);
    this.addSql('alter table "task" add constraint "task_coalition_id_repeat_of_task_id_unique" unique ("coalition_id", "repeat_of_task_id")');
  }
}
