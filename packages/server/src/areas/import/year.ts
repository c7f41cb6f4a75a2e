import { ImportRefused } from "../../imports/refused.ts";

/** Year of the figures by the number of the table of CBS. */
const tables: Readonly<Record<string, number>> = {
  "83220NED": 2015,
  "83487NED": 2016,
  "83765NED": 2017,
  "84286NED": 2018,
  "84583NED": 2019,
  "84799NED": 2020,
  "85039NED": 2021,
  "85318NED": 2022,
  "85618NED": 2023,
  "85984NED": 2024,
};

const isYear = (year: number) => Number.isInteger(year) && year >= 1995 && year <= 2100;

/** The year that a file is about: as chosen, else from its name or the number of its table. */
export function yearOf(fileName: string, chosen: number | null): number {
  if (chosen !== null) {
    if (!isYear(chosen)) throw new ImportRefused(`The year ${chosen} cannot be; give --year with four digits.`);
    return chosen;
  }
  const table = /\d{5}NED/i.exec(fileName)?.[0].toUpperCase();
  const named = [...fileName.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(([year]) => Number(year));
  const years = new Set([...named.filter(isYear), ...(table && tables[table] ? [tables[table]] : [])]);
  const [year] = years;
  if (years.size > 1) throw new ImportRefused(`The name ${fileName} speaks of ${[...years].join(" and ")}; say which year it is with --year.`);
  if (year === undefined) throw new ImportRefused(`The name ${fileName} does not say which year the figures are about; give it with --year.`);
  return year;
}
