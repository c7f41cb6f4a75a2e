import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useMemo, useRef, useState } from "react";
import type { Organisation } from "../coalitions/coalition.ts";
import { useCoalition } from "../coalitions/coalition.ts";
import { useLanguage } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import type { Card } from "../tasks/taskFeed.ts";
import { Square } from "../ui/Square.tsx";
import type { TaskChange } from "./compare.ts";
import { type Line, linesOf, loadsOf } from "./division.ts";
import { divisionWords } from "./divisionWords.ts";
import { MatrixLoad } from "./MatrixLoad.tsx";
import { MatrixRow } from "./MatrixRow.tsx";
import { type Place, useMatrixKeys } from "./useMatrixKeys.ts";
import { usePrinting } from "./usePrinting.ts";

/** Tells screen readers that arrows and letters are for the cells. */
const grid = { role: "grid" };
/** With more partners than this their names stand upright on paper. */
const manyPartners = 10;
const heights = { theme: 30, task: 40 };

interface MatrixProps {
  readonly cards: readonly Card[];
  /** All tasks, for the load. */
  readonly all: readonly Card[];
  readonly organisations: readonly Organisation[];
  /** What changed since the day that is compared with, by task. */
  readonly changes: ReadonlyMap<string, TaskChange>;
  /** Organisations whose cell just changed, by task. */
  readonly fresh: ReadonlyMap<string, string>;
  readonly onChoose: (card: Card, organisationId: string) => void;
}

function ThemeRow({ line, span, rowIndex }: { readonly line: Line & { kind: "theme" }; readonly span: number; readonly rowIndex: number }) {
  const t = useWords(divisionWords);
  const language = useLanguage();
  const theme = useCoalition().themes.get(line.themeId ?? "");
  return (
    <tr className="matrix-theme" aria-rowindex={rowIndex + 2}>
      <th scope="rowgroup" colSpan={span}>
        <span>
          {theme ? (language === "nl" ? theme.nameNl : theme.nameEn) : t("noTheme")} <small className="digits">{line.count}</small>
        </span>
      </th>
    </tr>
  );
}

/** Tasks by partners: a real table of which only the rows in sight are drawn. */
export function Matrix({ cards, all, organisations, changes, fresh, onChoose }: MatrixProps) {
  const t = useWords(divisionWords);
  const { themes } = useCoalition();
  const printing = usePrinting();
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const lines = useMemo(() => linesOf(cards, [...themes.keys()]), [cards, themes]);
  const loads = useMemo(() => loadsOf(all), [all]);
  const organisationIds = useMemo(() => organisations.map(({ id }) => id), [organisations]);
  const [at, setAt] = useState<Place | null>(null);
  const current = lines.findIndex((line) => line.kind === "task" && line.card.id === at?.taskId);
  // The line that Tab reaches stays drawn, wherever the table is scrolled to.
  const tabLine = current >= 0 ? current : lines.findIndex(({ kind }) => kind === "task");
  const rangeExtractor = useCallback(
    (range: Range) => {
      const seen = defaultRangeExtractor(range);
      return tabLine < 0 || seen.includes(tabLine) ? seen : [...seen, tabLine].toSorted((one, other) => one - other);
    },
    [tabLine],
  );
  // oxlint-disable-next-line react/incompatible-library -- its methods are called in effects and handlers only
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heights[lines[index]?.kind ?? "task"],
    getItemKey: (index) => lines[index]?.key ?? index,
    scrollPaddingStart: 74,
    scrollPaddingEnd: 64,
    overscan: 6,
    rangeExtractor,
  });
  const keys = useMatrixKeys({ at, setAt, table, lines, organisationIds, scrollTo: (index) => rows.scrollToIndex(index, { align: "auto" }), choose: onChoose });
  const drawn = printing ? lines.map((line, index) => ({ key: line.key, index, start: 0, end: 0 })) : rows.getVirtualItems();
  const span = organisations.length + 1;
  let end = 0;
  const body = drawn.flatMap((item) => {
    const line = lines[item.index];
    if (!line) return [];
    const gap = item.start - end;
    end = item.end;
    const spacer = gap > 0 ? [<tr key={`gap ${item.key}`} aria-hidden className="matrix-gap" style={{ height: gap }} />] : [];
    const tabColumn = item.index === tabLine ? (current >= 0 ? (at?.column ?? 1) : 1) : -1;
    return [
      ...spacer,
      line.kind === "theme" ? (
        <ThemeRow key={line.key} line={line} span={span} rowIndex={item.index} />
      ) : (
        <MatrixRow
          key={line.key}
          card={line.card}
          rowIndex={item.index}
          organisations={organisations}
          change={changes.get(line.card.id)}
          fresh={fresh.get(line.card.id)}
          tabColumn={tabColumn}
        />
      ),
    ];
  });
  const rest = printing ? 0 : rows.getTotalSize() - end;
  return (
    <div ref={scroller} className="matrix-scroll">
      <table
        ref={table}
        {...grid}
        className="matrix"
        data-many={organisations.length > manyPartners || undefined}
        aria-label={t("viewDivision")}
        aria-rowcount={lines.length + 2}
        aria-colcount={span}
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
        onClick={keys.onClick}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{t("task")}</th>
            {organisations.map(({ id, name, shortName, letters, colourIndex }) => (
              <th key={id} scope="col" title={name}>
                <Square letters={letters} name={name} colour={colourIndex} decorative />
                <span>{shortName}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body}
          {rest > 0 && <tr aria-hidden className="matrix-gap" style={{ height: rest }} />}
        </tbody>
        <MatrixLoad organisations={organisations} loads={loads} />
      </table>
    </div>
  );
}
