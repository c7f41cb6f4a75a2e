import { Migration } from "@mikro-orm/migrations";

const title = "setweight(to_tsvector('dutch', translate(title, '-/.@', '    ')), 'A')";
const statements = [
  "create extension if not exists pg_trgm",
  `create index task_words on task using gin ((${title} || setweight(to_tsvector('dutch', translate(description, '-/.@', '    ')), 'B')))`,
  "create index task_title_trigrams on task using gin (title gin_trgm_ops)",
  "create index comment_words on comment using gin (to_tsvector('dutch', translate(text, '-/.@', '    ')))",
  `create index agreement_version_words on agreement_version using gin ((${title} || setweight(to_tsvector('dutch', translate(summary || ' ' || text, '-/.@', '    ')), 'B')))`,
];

/** Search: words by their Dutch stem and trigrams of titles, derived by the database from the rows themselves. */
export class Migration0004 extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
