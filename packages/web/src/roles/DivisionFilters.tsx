import { History, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { type Organisation, useCoalition } from "../coalitions/coalition.ts";
import { useLanguage } from "../language/language.ts";
import { useToday } from "../language/now.ts";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import "../ui/Field.css";
import type { DivisionFilter } from "./division.ts";
import { divisionWords } from "./divisionWords.ts";
import { LetterMark } from "./LetterMark.tsx";

interface FiltersProps {
  readonly filter: DivisionFilter;
  readonly gaps: number;
  readonly partners: readonly Organisation[];
  /** Day that the division is compared with, or nothing. */
  readonly compare: string;
  readonly onCompare: (day: string) => void;
  readonly onChange: (part: Partial<DivisionFilter>) => void;
}

/** No coalition is older; a year that is being typed begins as 0002. */
const firstDay = "2000-01-01";

/** A day that stands in the address, which takes it only when it is whole. */
function DayInput({ day, max, onDay }: { readonly day: string; readonly max: string; readonly onDay: (day: string) => void }) {
  const [typed, setTyped] = useState(day);
  const [known, setKnown] = useState(day);
  if (day !== known) {
    setKnown(day);
    setTyped(day);
  }
  const take = (value: string) => {
    setTyped(value);
    if (value === "" || value >= firstDay) onDay(value);
  };
  return <input className="input" type="date" min={firstDay} max={max} value={typed} onChange={(event) => take(event.target.value)} />;
}

/** What is shown of the division. */
export function DivisionFilters({ filter, gaps, partners, compare, onCompare, onChange }: FiltersProps) {
  const t = useWords(divisionWords);
  const nl = useLanguage() === "nl";
  const { boards, themes } = useCoalition();
  const today = useToday();
  return (
    <search className="division-filters" aria-label={t("filters")}>
      <select className="input" aria-label={t("board")} value={filter.boardId} onChange={(event) => onChange({ boardId: event.target.value })}>
        <option value="">{t("allBoards")}</option>
        {boards.map(({ id, areaName }) => (
          <option key={id} value={id}>
            {areaName}
          </option>
        ))}
      </select>
      <select className="input" aria-label={t("theme")} value={filter.themeId} onChange={(event) => onChange({ themeId: event.target.value })}>
        <option value="">{t("allThemes")}</option>
        {[...themes.values()].map(({ id, nameNl, nameEn }) => (
          <option key={id} value={id}>
            {nl ? nameNl : nameEn}
          </option>
        ))}
      </select>
      <select className="input" aria-label={t("partner")} value={filter.organisationId} onChange={(event) => onChange({ organisationId: event.target.value })}>
        <option value="">{t("allPartners")}</option>
        {partners.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <Chip pressed={filter.gaps} onClick={() => onChange({ gaps: !filter.gaps })}>
        <TriangleAlert aria-hidden />
        {t("onlyGaps")} <span className="digits">{gaps}</span>
      </Chip>
      <label className="division-compare">
        <History size={15} aria-hidden />
        {t("compareWith")}
        <DayInput day={compare} max={today} onDay={onCompare} />
      </label>
      {compare && (
        <Button small onClick={() => onCompare("")}>
          {t("stopComparing")}
        </Button>
      )}
    </search>
  );
}

/** What the letters mean. */
export function Legend() {
  const t = useWords(divisionWords);
  return (
    <ul className="division-legend" aria-label={t("legend")}>
      {(["A", "R", "S", "C", "I"] as const).map((letter) => (
        <li key={letter}>
          <LetterMark letter={letter} />
          {t(letter)}
        </li>
      ))}
      <li>
        <LetterMark letter="R" asked />
        {t("legendAsked")}
      </li>
      <li>
        <LetterMark letter="A" promised />
        {t("legendPromised")}
      </li>
    </ul>
  );
}
