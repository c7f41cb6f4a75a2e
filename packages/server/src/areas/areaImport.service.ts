import { type AreaImportReport, AreaLevel, cbsSource, indicatorDefinitions, levelOfCode, parentCodeOf, type RowCounts } from "@wijkbord/schema";
import { v7 as uuidv7 } from "uuid";
import type { Database, EntityManager } from "../database/database.ts";
import type { AreaFile, AreaRow } from "./import/areaFile.ts";
import { decodeFile } from "./import/decode.ts";
import { readFigures } from "./import/readFigures.ts";
import { readOutlines } from "./import/readOutlines.ts";

/** How a file of areas is read. */
export interface AreaImportOptions {
  readonly fileName: string;
  /** Year of the figures, when the name of the file does not say it. */
  readonly year: number | null;
  /** Only say what would happen. */
  readonly dryRun: boolean;
  readonly progress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

const batch = 1_000;
/** Ends the transaction of a dry run. */
class OnlyTrying extends Error {}

const upserts = {
  area: `insert into area (id, code, level, parent_code, member_codes)
    select x.id, x.code, x.level, x.parent_code, '[]'::jsonb from jsonb_to_recordset(?::jsonb) as x(id uuid, code text, level text, parent_code text)
    on conflict (code) do nothing returning (xmax = 0) as added`,
  edition: `insert into area_edition (id, code, year, name, outline)
    select x.id, x.code, x.year, x.name, x.outline from jsonb_to_recordset(?::jsonb) as x(id uuid, code text, year int, name text, outline jsonb)
    on conflict (code, year) do update set name = coalesce(excluded.name, area_edition.name), outline = coalesce(excluded.outline, area_edition.outline)
    where area_edition.name is distinct from coalesce(excluded.name, area_edition.name) or area_edition.outline is distinct from coalesce(excluded.outline, area_edition.outline)
    returning (xmax = 0) as added`,
  indicator: `insert into indicator (id, key, name_nl, name_en, unit, source)
    select x.id, x.key, x.name_nl, x.name_en, x.unit, x.source from jsonb_to_recordset(?::jsonb) as x(id uuid, key text, name_nl text, name_en text, unit text, source text)
    on conflict (key) do update set name_nl = excluded.name_nl, name_en = excluded.name_en, unit = excluded.unit, source = excluded.source returning true as added`,
  measurement: `insert into measurement (id, area_code, indicator_key, year, value, missing_mark, source)
    select x.id, x.area_code, x.indicator_key, x.year, x.value, x.missing_mark, x.source
    from jsonb_to_recordset(?::jsonb) as x(id uuid, area_code text, indicator_key text, year int, value double precision, missing_mark text, source text)
    on conflict (area_code, indicator_key, year) do update set value = excluded.value, missing_mark = excluded.missing_mark, source = excluded.source
    where (measurement.value, measurement.missing_mark, measurement.source) is distinct from (excluded.value, excluded.missing_mark, excluded.source)
    returning (xmax = 0) as added`,
};

async function write(em: EntityManager, statement: string, rows: readonly object[], passed: () => void): Promise<RowCounts> {
  let added = 0;
  let changed = 0;
  for (let at = 0; at < rows.length; at += batch) {
    passed();
    const found = await em.execute<{ added: boolean }[]>(statement, [JSON.stringify(rows.slice(at, at + batch).map((row) => ({ id: uuidv7(), ...row })))]);
    for (const row of found) {
      if (row.added) added += 1;
      else changed += 1;
    }
  }
  return { added, changed, same: rows.length - added - changed };
}

const yearSource = (year: number) => cbsSource.replace("buurten,", `buurten ${year},`);

const count = (rows: readonly AreaRow[], level: AreaLevel) => new Set(rows.filter(({ code }) => levelOfCode(code) === level).map(({ code }) => code)).size;

/** Brings files of CBS in: names, outlines and figures of areas by year. The same file again changes nothing. */
export class AreaImportService {
  constructor(private readonly database: Database) {}

  /** Imports one file, whole or not at all. */
  async run(input: AsyncIterable<Uint8Array>, options: AreaImportOptions): Promise<AreaImportReport> {
    const decoded = await decodeFile(input);
    const { fileName, year, dryRun } = options;
    const isJson = /^\s*[[{]/.test(decoded.text.slice(0, 200).replace(/^\uFEFF/, ""));
    const file = isJson ? readOutlines(decoded, fileName, year) : readFigures(decoded, fileName, year);
    const reports: AreaImportReport[] = [];
    try {
      await this.database.transaction(async (em) => {
        reports.push(await this.store(em, file, options));
        if (dryRun) throw new OnlyTrying();
      });
    } catch (error) {
      if (!(error instanceof OnlyTrying)) throw error;
    }
    const [report] = reports;
    if (!report) throw new Error("The import has no report.");
    return report;
  }

  private async store(em: EntityManager, file: AreaFile, { progress, signal }: AreaImportOptions): Promise<AreaImportReport> {
    const { rows } = file;
    const codes = new Map(rows.map(({ code }) => [code, { code, level: levelOfCode(code), parent_code: parentCodeOf(code) }]));
    const measurements = rows.flatMap(({ code, year, figures }) =>
      figures.map(({ indicatorKey, value, missingMark }) => ({
        area_code: code,
        indicator_key: indicatorKey,
        year,
        value,
        missing_mark: missingMark,
        source: yearSource(year),
      })),
    );
    let done = 0;
    const total = Math.ceil((codes.size + rows.length + measurements.length) / batch);
    const passed = () => {
      signal?.throwIfAborted();
      progress?.(++done, total);
    };
    const areas = await write(em, upserts.area, [...codes.values()], passed);
    const editions = await write(
      em,
      upserts.edition,
      rows.map(({ code, year, name, outline }) => ({ code, year, name, outline })),
      passed,
    );
    if (measurements.length > 0) {
      const indicators = indicatorDefinitions.map(({ key, nameNl, nameEn, unit }) => ({ key, name_nl: nameNl, name_en: nameEn, unit, source: cbsSource }));
      await write(em, upserts.indicator, indicators, () => {});
    }
    return {
      kind: file.kind,
      years: [...new Set(rows.map(({ year }) => year))].toSorted(),
      encoding: file.encoding,
      municipalities: count(rows, AreaLevel.MUNICIPALITY),
      districts: count(rows, AreaLevel.DISTRICT),
      subDistricts: count(rows, AreaLevel.SUBDISTRICT),
      areas,
      editions,
      figures: await write(em, upserts.measurement, measurements, passed),
      missing: measurements.filter(({ value }) => value === null).length,
      columns: file.columns,
      unmapped: file.unmapped,
      skipped: file.skipped,
    };
  }
}
