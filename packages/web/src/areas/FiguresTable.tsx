import type { FiguresFragment } from "@wijkbord/schema/operations";
import { localeOf, useLanguage } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { areaWords } from "./words.ts";

interface FiguresTableProps {
  readonly caption: string;
  readonly area: FiguresFragment;
}

/** The newest figure of each indicator, with its year and source; what is missing says so. */
export function FiguresTable({ caption, area }: FiguresTableProps) {
  const t = useWords(areaWords);
  const language = useLanguage();
  const number = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 1 });
  const shown = (value: number, unit: string) => (unit === "aantal" ? number.format(value) : `${number.format(value)} ${unit}`);
  return (
    <div className="figures">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("figure")}</th>
            <th scope="col" className="digits">
              {t("value")}
            </th>
            <th scope="col">{t("year")}</th>
            <th scope="col">{t("source")}</th>
          </tr>
        </thead>
        <tbody>
          {area.figures.map(({ id, value, year, source, indicator }) => (
            <tr key={id}>
              <th scope="row">{language === "nl" ? indicator.nameNl : indicator.nameEn}</th>
              <td className="digits">{value === null ? <span className="quiet">{t("noFigure")}</span> : <b>{shown(value, indicator.unit)}</b>}</td>
              <td>{year}</td>
              <td className="quiet">{source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
