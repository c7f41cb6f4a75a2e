import type { ReactNode } from "react";
import { Link } from "../shared/router.tsx";
import { usePageTitle } from "../accounts/usePageTitle.ts";
import { useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { divisionPath, peoplePath, roleMapPath, rolesPath } from "./addresses.ts";
import { divisionWords } from "./divisionWords.ts";

const views = [
  { key: "roles", word: "viewRoles", address: rolesPath },
  { key: "map", word: "viewMap", address: roleMapPath },
  { key: "division", word: "viewDivision", address: divisionPath },
  { key: "people", word: "viewPeople", address: peoplePath },
] as const;

/** Heading of the views, with the way from one to the other. */
export function RolesHead({ view, children }: { readonly view: (typeof views)[number]["key"]; readonly children?: ReactNode }) {
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
        {views.map(({ key, word, address }) => (
          <Link key={key} to={path(address(coalition))} aria-current={view === key ? "page" : undefined}>
            {t(word)}
          </Link>
        ))}
      </nav>
    </>
  );
}
