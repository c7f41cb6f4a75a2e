import { TriangleAlert } from "lucide-react";
import { memo } from "react";
import { Link } from "../shared/router.tsx";
import { type Organisation, taskPath, useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { useEditor } from "../presence/Presence.tsx";
import type { Card } from "../tasks/taskFeed.ts";
import { Badge } from "../ui/Chip.tsx";
import type { PastCell, TaskChange } from "./compare.ts";
import { cellsOf, type Gap, gapOf, promisedOf } from "./division.ts";
import { divisionWords } from "./divisionWords.ts";
import { LetterMark } from "./LetterMark.tsx";

/** What is wrong, in a word. */
export function GapBadge({ gap }: { readonly gap: Gap }) {
  const t = useWords(divisionWords);
  if (!gap) return null;
  return (
    <Badge tone={gap === "noTrekker" ? "negative" : "warning"} icon={<TriangleAlert aria-hidden />}>
      {t(gap)}
    </Badge>
  );
}

/** What an organisation does, in words. */
export function useCellWords(): (cell: PastCell | undefined) => string {
  const t = useWords(divisionWords);
  return (cell) => (cell ? (cell.asked ? t("askedTo", { what: t(cell.letter) }) : t(cell.letter)) : t("nothing"));
}

/** Who divides this task now. */
export function Divider({ taskId }: { readonly taskId: string }) {
  const t = useWords(divisionWords);
  const { organisations } = useCoalition();
  const editor = useEditor(taskId);
  if (!editor) return null;
  const colour = organisations.get(editor.organisation.id)?.colourIndex ?? 7;
  return (
    <span className="divider" style={{ "--divider": `var(--wb-org-${colour}-ink)` }}>
      {t("divides", { name: editor.displayName.split(" ")[0] ?? "" })}
    </span>
  );
}

interface MatrixRowProps {
  readonly card: Card;
  readonly rowIndex: number;
  readonly organisations: readonly Organisation[];
  /** Column that Tab reaches in this row; -1 for none, 0 for the name of the task. */
  readonly tabColumn: number;
  /** What changed since the day that is compared with. */
  readonly change: TaskChange | undefined;
  /** Organisations whose cell just changed. */
  readonly fresh: string | undefined;
}

/** One task with a cell per partner. */
export const MatrixRow = memo(function MatrixRow({ card, rowIndex, organisations, tabColumn, change, fresh }: MatrixRowProps) {
  const t = useWords(divisionWords);
  const path = usePath();
  const coalition = useCoalition();
  const cellWords = useCellWords();
  const cells = cellsOf(card);
  const said = promisedOf(card);
  const gap = gapOf(card);
  return (
    <tr data-task={card.number} data-gap={gap ?? undefined} aria-rowindex={rowIndex + 2}>
      <th scope="row">
        <div>
          <Link to={path(taskPath(coalition, card.number))} data-column={0} tabIndex={tabColumn === 0 ? 0 : -1} title={card.title}>
            <small className="digits">{card.number}</small> <span lang="nl">{card.title}</span>
          </Link>
          {change?.kind === "new" && <Badge tone="info">{t("taskNew")}</Badge>}
          <GapBadge gap={gap} />
          <Divider taskId={card.id} />
        </div>
      </th>
      {organisations.map(({ id, shortName }, index) => {
        const cell = cells.get(id);
        const changed = change?.cells.find(({ organisationId }) => organisationId === id);
        const promised = said.get(id);
        const now = promised ? t("promisedTo", { what: t(promised) }) : cellWords(cell);
        const what = changed ? t("cellWas", { what: now, was: cellWords(changed.was ?? undefined) }) : now;
        return (
          <td key={id}>
            <button
              type="button"
              data-column={index + 1}
              data-organisation={id}
              data-changed={changed ? true : undefined}
              data-fresh={fresh?.includes(id) || undefined}
              tabIndex={tabColumn === index + 1 ? 0 : -1}
              aria-label={t("cell", { organisation: shortName, task: card.number, what })}
              title={`${shortName}: ${what}`}
            >
              {cell && <LetterMark letter={cell.letter} asked={cell.asked} />}
              {promised && <LetterMark letter={promised} promised />}
            </button>
          </td>
        );
      })}
    </tr>
  );
});
