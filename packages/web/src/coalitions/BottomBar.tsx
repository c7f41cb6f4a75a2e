import { Code, FileCheck2, MapPin, Plus, SquareKanban } from "lucide-react";
import { NavLink, useNavigate } from "react-router";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { areaPath, boardPath, useCoalition } from "./coalition.ts";
import { useOpenArea } from "./useOpenArea.ts";
import { coalitionWords } from "./words.ts";
import { mayWrite } from "@wijkbord/schema";

/** The bar below on a phone. */
export function BottomBar() {
  const t = useWords(coalitionWords);
  const path = usePath();
  const navigate = useNavigate();
  const coalition = useCoalition();
  const open = useOpenArea();
  if (!open) return null;
  return (
    <nav className="bottom" aria-label={t("quickMenu")}>
      <NavLink to={path(boardPath(coalition, open))}>
        <SquareKanban size={22} aria-hidden />
        {t("boardShort")}
      </NavLink>
      <NavLink end to={path(areaPath(coalition, open))}>
        <MapPin size={22} aria-hidden />
        {t("areaShort")}
      </NavLink>
      {mayWrite(coalition.viewer) && (
        <button type="button" className="bottom-add" aria-label={t("addTask")} onClick={() => void navigate(`${path(boardPath(coalition, open))}?nieuw`)}>
          <Plus size={22} aria-hidden />
        </button>
      )}
      <NavLink to={path(`/${coalition.slug}/afspraken`)}>
        <FileCheck2 size={22} aria-hidden />
        {t("agreements")}
      </NavLink>
      <a href={path("/graphiql")}>
        <Code size={22} aria-hidden />
        {t("data")}
      </a>
    </nav>
  );
}
