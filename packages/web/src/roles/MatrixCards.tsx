import { useState } from "react";
import { Link } from "../shared/router.tsx";
import { type Organisation, taskPath, useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import type { Card } from "../tasks/taskFeed.ts";
import { Button } from "../ui/Button.tsx";
import { Badge } from "../ui/Chip.tsx";
import { Square } from "../ui/Square.tsx";
import type { TaskChange } from "./compare.ts";
import { cellsOf, gapOf, letterKeys, promisedOf } from "./division.ts";
import { divisionWords } from "./divisionWords.ts";
import { LetterMark } from "./LetterMark.tsx";
import { GapBadge, useCellWords } from "./MatrixRow.tsx";

const step = 40;
const upper = { a: "A", r: "R", s: "S", c: "C", i: "I" } as const;

interface MatrixCardsProps {
  readonly cards: readonly Card[];
  readonly organisations: readonly Organisation[];
  /** What changed since the day that is compared with, by task. */
  readonly changes: ReadonlyMap<string, TaskChange>;
  /** Organisations whose letter just changed, by task. */
  readonly fresh: ReadonlyMap<string, string>;
  readonly onChoose: (card: Card, organisationId: string) => void;
}

function TaskDivision({ card, organisations, changes, fresh, onChoose }: Omit<MatrixCardsProps, "cards"> & { readonly card: Card }) {
  const t = useWords(divisionWords);
  const path = usePath();
  const coalition = useCoalition();
  const cellWords = useCellWords();
  const cells = cellsOf(card);
  const gap = gapOf(card);
  const said = promisedOf(card);
  const change = changes.get(card.id);
  const rows = letterKeys.map((key) => ({
    letter: upper[key],
    held: organisations.filter(({ id }) => (cells.get(id)?.letter ?? said.get(id))?.includes(upper[key])),
  }));
  const wordsOf = (id: string) => {
    const promised = said.get(id);
    return promised ? t("promisedTo", { what: t(promised) }) : cellWords(cells.get(id));
  };
  return (
    <li className="division-card" data-task={card.number} data-gap={gap ?? undefined}>
      <h3>
        <Link to={path(taskPath(coalition, card.number))}>
          <small className="digits">{card.number}</small> <span lang="nl">{card.title}</span>
        </Link>
        {change && <Badge tone="info">{t(change.kind === "new" ? "taskNew" : "taskChanged")}</Badge>}
        <GapBadge gap={gap} />
      </h3>
      <dl>
        {rows
          .filter(({ letter, held }) => held.length > 0 || letter === "A")
          .map(({ letter, held }) => (
            <div key={letter}>
              <dt>
                <LetterMark letter={letter} />
                {t(letter)}
              </dt>
              <dd>
                {held.length === 0 && <span className="quiet">{t("nobody")}</span>}
                {held.map(({ id, name, shortName, colourIndex }) => (
                  <button
                    key={id}
                    type="button"
                    data-fresh={fresh.get(card.id)?.includes(id) || undefined}
                    aria-label={t("cell", { organisation: shortName, task: card.number, what: wordsOf(id) })}
                    onClick={() => onChoose(card, id)}
                  >
                    <Square letters={shortName} name={name} colour={colourIndex} open={cells.get(id)?.asked ?? true} decorative />
                  </button>
                ))}
              </dd>
            </div>
          ))}
      </dl>
      <label className="division-ask">
        <span className="hidden-text">{t("choosePartner")}</span>
        <select className="input" value="" onChange={(event) => onChoose(card, event.target.value)}>
          <option value="">{t("choosePartner")}</option>
          {organisations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </li>
  );
}

/** The division on a phone: a card per task with a line per letter. */
export function MatrixCards({ cards, ...rest }: MatrixCardsProps) {
  const t = useWords(divisionWords);
  const [shown, setShown] = useState(step);
  return (
    <>
      <ul className="division-cards">
        {cards.slice(0, shown).map((card) => (
          <TaskDivision key={card.id} card={card} {...rest} />
        ))}
      </ul>
      {cards.length > shown && <Button onClick={() => setShown(shown + step)}>{t("more")}</Button>}
    </>
  );
}
