import { CalendarDays, Code, FileCheck2, House, MapPin, Settings2, SquareKanban, Table2 } from "lucide-react";
import { NavLink } from "../shared/router.tsx";
import { Brand } from "../accounts/Brand.tsx";
import { PersonMenu } from "../accounts/PersonMenu.tsx";
import { MenuCount } from "../attention/laterMenuCount.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { meetingsPath } from "../meetings/addresses.ts";
import { rolesPath } from "../roles/addresses.ts";
import { areaPath, boardPath, useCoalition } from "./coalition.ts";
import { AreaSwitcher, HatSwitcher } from "./Switchers.tsx";
import { useOpenArea } from "./useOpenArea.ts";
import { coalitionWords } from "./words.ts";

/** The side bar: only entries that work. */
export function Navigation() {
  const t = useWords(coalitionWords);
  const path = usePath();
  const coalition = useCoalition();
  const open = useOpenArea();
  return (
    <nav className="nav" aria-label={t("mainMenu")}>
      <Brand />
      <AreaSwitcher className="nav-switch" note={coalition.name} />
      <ul className="nav-first">
        <li>
          <NavLink to={path(`/${coalition.slug}/vandaag`)}>
            <House size={16} aria-hidden />
            {t("today")}
          </NavLink>
          <MenuCount of="today" />
        </li>
      </ul>
      <h2>{t("together")}</h2>
      <ul>
        <li>
          {open && (
            <NavLink to={path(boardPath(coalition, open))}>
              <SquareKanban size={16} aria-hidden />
              {t("board")}
            </NavLink>
          )}
        </li>
        <li>
          <NavLink to={path(rolesPath(coalition))}>
            <Table2 size={16} aria-hidden />
            {t("roles")}
          </NavLink>
          <MenuCount of="roles" />
        </li>
        <li>
          <NavLink to={path(`/${coalition.slug}/afspraken`)}>
            <FileCheck2 size={16} aria-hidden />
            {t("agreements")}
          </NavLink>
          <MenuCount of="agreements" />
        </li>
        <li>
          <NavLink to={path(meetingsPath(coalition))}>
            <CalendarDays size={16} aria-hidden />
            {t("meetings")}
          </NavLink>
        </li>
      </ul>
      <h2>{t("inTheArea")}</h2>
      <ul>
        <li>
          {open && (
            <NavLink end to={path(areaPath(coalition, open))}>
              <MapPin size={16} aria-hidden />
              {t("areaPage", { area: open.areaName })}
            </NavLink>
          )}
        </li>
      </ul>
      <h2>{t("insight")}</h2>
      <ul>
        <li>
          <a href={path("/graphiql")}>
            <Code size={16} aria-hidden />
            {t("data")}
          </a>
        </li>
        <li>
          <NavLink to={path(`/${coalition.slug}/instellingen`)}>
            <Settings2 size={16} aria-hidden />
            {t("settings")}
          </NavLink>
        </li>
      </ul>
      <div className="nav-foot">
        <HatSwitcher className="nav-switch" />
        <PersonMenu className="nav-person" />
      </div>
    </nav>
  );
}
