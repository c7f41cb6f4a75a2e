import type { Organisation } from "../coalitions/coalition.ts";
import type { Translate } from "../language/words.ts";
import type { Card } from "../tasks/taskFeed.ts";
import { cellsOf, promisedOf } from "./division.ts";
import { divisionWords } from "./divisionWords.ts";

type Key = keyof (typeof divisionWords)["nl"];

/** The division as rows of a file: one line per task, one column per partner; a question mark says that it was only asked, quotes that it was only said. */
export function divisionRows(
  cards: readonly Card[],
  organisations: readonly Organisation[],
  themeName: (id: string | null) => string,
  t: Translate<Key>,
): string[][] {
  const head = ["", t("task"), t("theme"), t("state"), t("dueOn"), ...organisations.map(({ name }) => name)];
  const rows = cards.map((card) => {
    const cells = cellsOf(card);
    const said = promisedOf(card);
    const letters = organisations.map(({ id }) => {
      const cell = cells.get(id);
      const promised = said.get(id);
      return cell ? `${cell.letter}${cell.asked ? "?" : ""}` : promised ? `"${promised}"` : "";
    });
    return [card.number, card.title, themeName(card.themeId), t(card.state), card.dueOn ?? "", ...letters];
  });
  return [head, ...rows];
}
