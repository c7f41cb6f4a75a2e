import { Link } from "../shared/router.tsx";
import { taskPath, useCoalition } from "../coalitions/coalition.ts";
import { longDay } from "../language/dates.ts";
import { useLanguage, usePath } from "../language/language.ts";
import { useToday } from "../language/now.ts";
import { useWords } from "../language/words.ts";
import { ErrorBlock, Skeleton } from "../ui/States.tsx";
import type { CellChange, PastCell, TaskChange } from "./compare.ts";
import { divisionWords } from "./divisionWords.ts";
import { useCellWords } from "./MatrixRow.tsx";

function useChangeLine() {
  const t = useWords(divisionWords);
  const words = useCellWords();
  const { organisations } = useCoalition();
  const say = (cell: PastCell | null) => words(cell ?? undefined);
  return ({ organisationId, was, is }: CellChange) =>
    t("changeLine", { organisation: organisations.get(organisationId)?.shortName ?? "", was: say(was), is: say(is) });
}

interface ChangesProps {
  readonly day: string;
  readonly changes: readonly TaskChange[] | null;
  readonly failed: boolean;
}

/** What changed in the division since the end of a day. */
export function Changes({ day, changes, failed }: ChangesProps) {
  const t = useWords(divisionWords);
  const language = useLanguage();
  const today = useToday();
  const path = usePath();
  const coalition = useCoalition();
  const line = useChangeLine();
  if (failed) return <ErrorBlock title={t("compareFailed")} />;
  if (!changes) return <Skeleton rows={2} height={38} />;
  const since = longDay(day, language, today);
  if (changes.length === 0)
    return (
      <p className="vacancy-banner" role="status">
        {t("sameSince", { day: since })}
      </p>
    );
  return (
    <details className="division-changes" open={changes.length <= 6}>
      <summary>{t("changedSince", { count: changes.length, day: since })}</summary>
      <ul>
        {changes.map(({ taskId, number, title, kind, cells }) => (
          <li key={taskId} data-change={number}>
            <Link to={path(taskPath(coalition, number))}>
              <small className="digits">{number}</small> <span lang="nl">{title}</span>
            </Link>
            {kind !== "changed" && <b>{t(kind === "new" ? "taskNew" : "taskGone")}</b>}
            {cells.map((cell) => (
              <span key={cell.organisationId}>{line(cell)}</span>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}
