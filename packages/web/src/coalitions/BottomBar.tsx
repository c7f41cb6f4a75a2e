import { mayWrite } from "@wijkbord/schema";
import { FileCheck2, House, Menu as MenuIcon, Plus, SquareKanban } from "lucide-react";
import { NavLink, useNavigate } from "../shared/router.tsx";
import { MenuCount } from "../attention/laterMenuCount.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { meetingsPath } from "../meetings/addresses.ts";
import { rolesPath } from "../roles/addresses.ts";
import { Menu } from "../ui/Menu.tsx";
import { areaPath, boardPath, useCoalition } from "./coalition.ts";
import { useOpenArea } from "./useOpenArea.ts";
import { coalitionWords } from "./words.ts";

/** The bar below on a phone. */
export function BottomBar() {
  const t = useWords(coalitionWords);
  const path = usePath();
  const navigate = useNavigate();
  const coalition = useCoalition();
  const open = useOpenArea();
  const more = [
    { key: "roles", label: t("roles"), onSelect: () => navigate(path(rolesPath(coalition))) },
    { key: "meetings", label: t("meetings"), onSelect: () => navigate(path(meetingsPath(coalition))) },
    ...(open ? [{ key: "area", label: t("areaPage", { area: open.areaName }), onSelect: () => navigate(path(areaPath(coalition, open))) }] : []),
    { key: "settings", label: t("settings"), onSelect: () => navigate(path(`/${coalition.slug}/instellingen`)) },
    { key: "data", label: t("data"), onSelect: () => window.location.assign(path("/graphiql")) },
  ];
  return (
    <nav className="bottom" aria-label={t("quickMenu")}>
      <NavLink to={path(`/${coalition.slug}/vandaag`)}>
        <House size={22} aria-hidden />
        {t("today")}
        <MenuCount of="today" />
      </NavLink>
      {open && (
        <NavLink to={path(boardPath(coalition, open))}>
          <SquareKanban size={22} aria-hidden />
          {t("boardShort")}
        </NavLink>
      )}
      {open && mayWrite(coalition.viewer) && (
        <button type="button" className="bottom-add" aria-label={t("addTask")} onClick={() => navigate(`${path(boardPath(coalition, open))}?nieuw`)}>
          <Plus size={22} aria-hidden />
        </button>
      )}
      <NavLink to={path(`/${coalition.slug}/afspraken`)}>
        <FileCheck2 size={22} aria-hidden />
        {t("agreements")}
        <MenuCount of="agreements" />
      </NavLink>
      <Menu className="bottom-more" label={t("more")} groups={[{ items: more }]}>
        <MenuIcon size={22} aria-hidden />
        <span>{t("more")}</span>
      </Menu>
    </nav>
  );
}
