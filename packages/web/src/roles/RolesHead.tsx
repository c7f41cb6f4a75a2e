import type { ReactNode } from "react";
import { Link } from "react-router";
import { usePageTitle } from "../accounts/usePageTitle.ts";
import { useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { divisionPath, rolesPath } from "./addresses.ts";
import { divisionWords } from "./divisionWords.ts";

/** Heading of both views, with the way from one to the other. */
export function RolesHead({ view, children }: { readonly view: "roles" | "division"; readonly children: ReactNode }) {
  const t = useWords(divisionWords);
  const path = usePath();
  const coalition = useCoalition();
  const heading = usePageTitle(t("title"));
  return (
    <>
      <header className="roles-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {t("title")}
          </h1>
          <p className="quiet">{t("lead")}</p>
        </div>
        <div className="roles-acts">{children}</div>
      </header>
      <nav className="roles-views" aria-label={t("views")}>
        <Link to={path(rolesPath(coalition))} aria-current={view === "roles" ? "page" : undefined}>
          {t("viewRoles")}
        </Link>
        <Link to={path(divisionPath(coalition))} aria-current={view === "division" ? "page" : undefined}>
          {t("viewDivision")}
        </Link>
      </nav>
    </>
  );
}
