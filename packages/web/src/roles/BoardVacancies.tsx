import { UserRound } from "lucide-react";
import { Link } from "../shared/router.tsx";
import { useCoalition } from "../coalitions/coalition.ts";
import { longDay } from "../language/dates.ts";
import { useLanguage, usePath } from "../language/language.ts";
import { useToday } from "../language/now.ts";
import { useWords } from "../language/words.ts";
import { rolePath, rolesPath } from "./addresses.ts";
import "./BoardVacancies.css";
import { roleWords } from "./roleWords.ts";
import { useVacancies } from "./useVacancies.ts";

const shown = 3;

/** A sign above a board: roles for this neighbourhood that nobody holds, each with the way to propose somebody. */
export function BoardVacancies({ boardId, areaCode }: { readonly boardId: string; readonly areaCode: string }) {
  const t = useWords(roleWords);
  const path = usePath();
  const language = useLanguage();
  const today = useToday();
  const coalition = useCoalition();
  const vacancies = useVacancies(boardId, areaCode);
  if (vacancies.length === 0) return null;
  return (
    <aside className="board-vacancies" aria-label={t("boardVacancies")}>
      <span className="board-vacancies-mark" aria-hidden>
        <UserRound size={14} />
      </span>
      <b>{t("groupOpen")}:</b>
      {vacancies.slice(0, shown).map(({ id, name, vacantFrom }) => (
        <span key={id} data-vacancy={name}>
          <Link to={path(rolePath(coalition, id))} lang="nl">
            {name}
          </Link>
          {vacantFrom && <small> {t("from", { day: longDay(vacantFrom, language, today) })}</small>}
        </span>
      ))}
      {vacancies.length > shown && <Link to={path(rolesPath(coalition))}>{t("moreVacancies", { count: vacancies.length - shown })}</Link>}
    </aside>
  );
}
