import { UserRound } from "lucide-react";
import { Link } from "../shared/router.tsx";
import { useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { rolePath } from "./addresses.ts";
import { isUnheld, type Role } from "./roleFacts.ts";
import { RoleBadge, RoleFacts, RoleSeats } from "./RoleParts.tsx";
import { roleWords } from "./roleWords.ts";

/** A role as a card: what it is for, what others may count on, and who holds it; dashed while nobody does. */
export function RoleCard({ role, parent }: { readonly role: Role; readonly parent: Role | undefined }) {
  const t = useWords(roleWords);
  const path = usePath();
  const coalition = useCoalition();
  return (
    <li className="role-card" id={`rol-${role.id}`} data-role={role.name} data-state={role.state} data-unheld={isUnheld(role) || undefined}>
      <header>
        {isUnheld(role) && (
          <span className="role-ring" aria-hidden>
            <UserRound size={16} />
          </span>
        )}
        <h3 lang="nl">
          <Link to={path(rolePath(coalition, role.id))}>{role.name}</Link>
        </h3>
        <RoleBadge role={role} />
      </header>
      <p lang="nl">{role.purpose}</p>
      <RoleFacts role={role} />
      {role.accountabilities.length > 0 && (
        <details>
          <summary>{t("accountabilities")}</summary>
          <ul className="role-list" lang="nl">
            {role.accountabilities.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {role.mandate && (
            <p>
              <b>{t("mandate")}:</b> <span lang="nl">{role.mandate}</span>
            </p>
          )}
        </details>
      )}
      <RoleSeats role={role} parent={parent} />
    </li>
  );
}
