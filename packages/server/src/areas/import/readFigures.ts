import { levelOfCode } from "@wijkbord/schema";
import type { ImportNote } from "@wijkbord/schema";
import { parse } from "csv-parse/sync";
import { ImportRefused } from "../../imports/refused.ts";
import { oneLine } from "../../imports/text.ts";
import type { AreaFile, AreaRow } from "./areaFile.ts";
import type { DecodedFile } from "./decode.ts";
import { readCell } from "./figures.ts";
import { type Columns, findColumns, isOpenData } from "./headers.ts";
import { yearOf } from "./year.ts";

const maxRows = 200_000;
const maxColumns = 1_000;

function delimiterOf(text: string): string {
  const header = text.slice(0, 100_000).split(/\r?\n/, 1)[0] ?? "";
  const outside = header.replaceAll(/"[^"]*"/g, "");
  const count = (sign: string) => outside.split(sign).length;
  return [";", ",", "\t"].toSorted((one, other) => count(other) - count(one))[0] ?? ";";
}

interface Line {
  readonly record: string[];
  readonly line: number;
}

/** Header and rows, with the line on which each ends. */
function linesOf(text: string): { headers: string[]; lines: Line[] } {
  let headers: string[] = [];
  const columns = (header: string[]) => {
    headers = header.map(oneLine);
    return header.map((_, index) => String(index));
  };
  try {
    const found = parse<{ record: Record<string, string>; info: { lines: number } }>(text, {
      columns,
      delimiter: delimiterOf(text),
      bom: true,
      info: true,
      skip_empty_lines: true,
      max_record_size: 1_000_000,
    });
    return { headers, lines: found.map(({ record, info }) => ({ record: headers.map((_, index) => record[index] ?? ""), line: info.lines })) };
  } catch (error) {
    throw new ImportRefused(`The file is not a whole CSV file: ${error instanceof Error ? error.message : "it cannot be read"}.`);
  }
}

const cellOf = (record: readonly string[], index: number | null) => (index === null ? "" : oneLine(record[index] ?? ""));

function nameOf(record: readonly string[], code: string, columns: Columns): string | null {
  const name = cellOf(record, columns.name);
  if (name !== "" && levelOfCode(name) === null) return name.slice(0, 255);
  return code.startsWith("GM") ? cellOf(record, columns.municipality).slice(0, 255) || null : null;
}

function rowOf({ record, line }: Line, headers: readonly string[], columns: Columns, year: number, decimalDot: boolean): AreaRow {
  const code = cellOf(record, columns.code);
  const figures = columns.indicators.map(({ index, indicator }) => {
    const cell = readCell(record[index] ?? "", decimalDot);
    if (!cell) throw new ImportRefused(`Line ${line}, column "${headers[index]}": "${cellOf(record, index).slice(0, 40)}" is not a number.`);
    return "value" in cell
      ? { indicatorKey: indicator.key, value: cell.value, missingMark: null }
      : { indicatorKey: indicator.key, value: null, missingMark: cell.missingMark };
  });
  return { code, year, name: nameOf(record, code, columns), outline: null, figures };
}

function rowYear({ record, line }: Line, columns: Columns, fileYear: () => number): number {
  if (columns.year === null) return fileYear();
  const year = Number(/^\d{4}/.exec(cellOf(record, columns.year))?.[0]);
  if (!Number.isInteger(year)) throw new ImportRefused(`Line ${line}: "${cellOf(record, columns.year).slice(0, 40)}" is not a year.`);
  return year;
}

/** Reads the key figures of CBS, as open data or as StatLine gives them. */
export function readFigures({ text, encoding }: DecodedFile, fileName: string, chosenYear: number | null): AreaFile {
  const { headers, lines } = linesOf(text);
  if (lines.length === 0) throw new ImportRefused("Line 1: the file holds no rows under its header.");
  if (headers.length > maxColumns || lines.length > maxRows)
    throw new ImportRefused(`The file has ${lines.length} rows and ${headers.length} columns; ${maxRows} and ${maxColumns} are allowed.`);
  const columns = findColumns(
    headers,
    lines.slice(0, 200).map(({ record }) => record),
  );
  if (!columns)
    throw new ImportRefused(
      `Line 1: no column holds codes of municipalities, districts or sub-districts (GM0518, WK051836). Columns are: ${headers.slice(0, 8).join(", ").slice(0, 300)}.`,
    );
  const decimalDot = isOpenData(headers);
  const rows: AreaRow[] = [];
  const skipped: ImportNote[] = [];
  const seen = new Set<string>();
  for (const line of lines) {
    const code = cellOf(line.record, columns.code);
    const place = `line ${line.line}`;
    const name = cellOf(line.record, columns.name) || cellOf(line.record, columns.municipality);
    if (levelOfCode(code) === null) {
      skipped.push({ place, text: `${code.slice(0, 40)}${name === "" ? "" : ` (${name.slice(0, 60)})`} is not a municipality, district or sub-district` });
      continue;
    }
    const year = rowYear(line, columns, () => yearOf(fileName, chosenYear));
    if (seen.has(`${code}/${year}`)) {
      skipped.push({ place, text: `${code} stands in the file twice` });
      continue;
    }
    seen.add(`${code}/${year}`);
    rows.push(rowOf(line, headers, columns, year, decimalDot));
  }
  if (rows.length === 0) throw new ImportRefused("The file holds no municipality, district or sub-district.");
  return {
    kind: "FIGURES",
    encoding,
    rows,
    columns: columns.indicators.map(({ index, indicator }) => ({ place: headers[index] ?? "", text: indicator.nameEn })),
    unmapped: columns.unmapped,
    skipped,
  };
}
