import { UserRound } from "lucide-react";
import { Link } from "../shared/router.tsx";
import { useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useToday } from "../language/now.ts";
import { useWords } from "../language/words.ts";
import { rolePath } from "./addresses.ts";
import { comingSeats, isUnheld } from "./roleFacts.ts";
import { roleWords } from "./roleWords.ts";
import { useRoles } from "./useRoles.ts";

/** Roles that nobody holds or that end soon, with how many want them, beside the division. */
export function Vacancies() {
  const t = useWords(roleWords);
  const path = usePath();
  const today = useToday();
  const coalition = useCoalition();
  const live = (useRoles().roles ?? []).filter(({ state }) => state !== "RETIRED");
  const wanted = live.filter((role) => isUnheld(role) || role.vacantFrom !== null);
  if (wanted.length === 0) return null;
  return (
    <aside className="vacancies" aria-labelledby="nog-niemand">
      <header>
        <h2 id="nog-niemand">{t("groupOpen")}</h2>
        <span className="quiet">{t("someOf", { count: wanted.length, of: live.length })}</span>
      </header>
      <ul>
        {wanted.map((role) => {
          const proposals = comingSeats(role, today).length;
          const address = path(rolePath(coalition, role.id));
          const verb = t(proposals > 0 ? "seeProposals" : "proposeSomebody");
          return (
            <li key={role.id} data-vacancy={role.name}>
              <span className="role-ring" aria-hidden>
                <UserRound size={16} />
              </span>
              <div>
                <b lang="nl">{role.name}</b>
                <p lang="nl">{role.purpose}</p>
                <small>
                  {role.hoursPerWeek !== null && <>{t("hours", { hours: role.hoursPerWeek })} · </>}
                  {t("proposalCount", { count: proposals })}
                </small>
              </div>
              <Link
                className="button"
                data-small
                data-look={proposals > 0 ? "primary" : "plain"}
                aria-label={t("verbRole", { verb, role: role.name })}
                to={proposals > 0 ? address : `${address}?stel-voor`}
              >
                {verb}
              </Link>
            </li>
          );
        })}
      </ul>
    </aside>
  );
}
