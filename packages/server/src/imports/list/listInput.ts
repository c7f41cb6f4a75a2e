import { type ActionListInput, foldText, listLimits, type ListTaskInput, taskLimits } from "@wijkbord/schema";
import { isKnownId } from "../../activity/ids.ts";
import { ImportRefused } from "../refused.ts";
import { clean, lengthOf, oneLine } from "../text.ts";

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);

/** Refuses with the line and the field. */
const wrong = (place: string, field: string, en: string, nl: string) =>
  new ImportRefused(`${place}, ${field}: ${en}`, `${place.replace("Line", "Regel")}, ${field}: ${nl}`);

/** Reads the fields of one line; every refusal names them. */
class LineReader {
  constructor(
    private readonly fields: Fields,
    readonly place: string,
  ) {}

  text(field: string, limit: number): string {
    const value = this.fields[field] ?? "";
    if (typeof value !== "string") throw wrong(this.place, field, "a text was expected.", "hier hoort tekst te staan.");
    const text = clean(value).trim();
    if (lengthOf(text) > limit) throw wrong(this.place, field, `at most ${limit} characters fit.`, `er passen hoogstens ${limit} tekens.`);
    return text;
  }

  texts(field: string, most: number, limit: number): string[] {
    return this.list(field, most)
      .map((value) => new LineReader({ [field]: value }, this.place).text(field, limit))
      .filter((text) => text !== "");
  }

  list(field: string, most: number): unknown[] {
    const value = this.fields[field] ?? [];
    if (!Array.isArray(value)) throw wrong(this.place, field, "a list was expected.", "hier hoort een lijst te staan.");
    if (value.length > most) throw wrong(this.place, field, `at most ${most} fit.`, `er passen er hoogstens ${most}.`);
    return value;
  }

  id(field: string): string {
    const value = this.fields[field];
    return typeof value === "string" && isKnownId(value) ? value.toLowerCase() : "";
  }

  flag(field: string): boolean {
    return this.fields[field] === true;
  }

  /** A day that exists, or null. */
  day(field: string): string | null {
    const value = this.fields[field] ?? null;
    if (value === null) return null;
    const time = typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : null;
    if (!time || Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== value) {
      throw wrong(this.place, field, "a day as YYYY-MM-DD was expected.", "hier hoort een dag te staan, als JJJJ-MM-DD.");
    }
    return String(value);
  }
}

function taskOf(value: unknown, index: number): ListTaskInput {
  if (!isFields(value)) throw wrong(`Line ${index + 1}`, "tasks", "a task was expected.", "hier hoort een taak te staan.");
  const place = Number.isSafeInteger(value["place"]) ? Number(value["place"]) : index + 1;
  const line = new LineReader(value, `Line ${place}`);
  const title = oneLine(line.text("title", taskLimits.description / 4));
  if (foldText(title) === "") throw wrong(line.place, "title", "say what is to be done.", "zeg wat er moet gebeuren.");
  return {
    place,
    title,
    description: line.text("description", taskLimits.description),
    lines: line.texts("lines", listLimits.columns, listLimits.cell),
    holders: line.list("holders", listLimits.who).map((holder) => {
      const fields = new LineReader(isFields(holder) ? holder : {}, line.place);
      return {
        organisationId: fields.id("organisationId"),
        membershipId: fields.id("membershipId") || null,
        lead: fields.flag("lead"),
        does: fields.flag("does"),
      };
    }),
    names: line.texts("names", listLimits.names, listLimits.cell).map(oneLine),
    dueOn: line.day("dueOn"),
    when: oneLine(line.text("when", listLimits.cell)),
    columnId: line.id("columnId"),
  };
}

/** Checks the shape of a list that came in; what it names is looked up later. */
export function readListInput(body: unknown): ActionListInput {
  const fields = isFields(body) ? body : {};
  const tasks = fields["tasks"];
  if (!Array.isArray(tasks) || tasks.length === 0) throw new ImportRefused("The list holds no tasks.", "Er staan geen taken in de lijst.");
  if (tasks.length > listLimits.rows) {
    throw new ImportRefused(
      `Line ${listLimits.rows + 1}: at most ${listLimits.rows} tasks come in at once.`,
      `Regel ${listLimits.rows + 1}: er kunnen hoogstens ${listLimits.rows} taken tegelijk naar binnen.`,
    );
  }
  return { boardId: new LineReader(fields, "").id("boardId"), dryRun: fields["dryRun"] === true, tasks: tasks.map(taskOf) };
}
