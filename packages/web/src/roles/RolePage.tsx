import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { Link, useParams, useSearchParams } from "../shared/router.tsx";
import { AgreementsOfRole } from "../agreements/AgreementsOf.tsx";
import { NotHerePage } from "../accounts/NotHerePage.tsx";
import { usePageTitle } from "../accounts/usePageTitle.ts";
import { useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { ErrorBlock, Skeleton } from "../ui/States.tsx";
import { rolesPath } from "./addresses.ts";
import { ProposeDialog } from "./ProposeDialog.tsx";
import type { Role } from "./roleFacts.ts";
import { RoleHistory } from "./RoleHistory.tsx";
import { RoleLinks } from "./RoleLinks.tsx";
import { RoleBadge, RoleFacts, RoleManagement, RoleSeats } from "./RoleParts.tsx";
import "./Roles.css";
import { roleWords } from "./roleWords.ts";
import { useRoles } from "./useRoles.ts";

function OneRole({ role, roles }: { readonly role: Role; readonly roles: readonly Role[] }) {
  const t = useWords(roleWords);
  const path = usePath();
  const coalition = useCoalition();
  const heading = usePageTitle(role.name);
  const [params, setParams] = useSearchParams();
  const [proposing, setProposing] = useState(params.has("stel-voor"));
  const parent = roles.find(({ id }) => id === role.parentRoleId);
  const close = () => {
    setProposing(false);
    setParams({}, { replace: true });
  };
  return (
    <article className="roles role-page">
      <Link className="role-back" to={path(rolesPath(coalition))}>
        <ArrowLeft size={15} aria-hidden />
        {t("back")}
      </Link>
      <header className="roles-head">
        <div>
          <h1 ref={heading} tabIndex={-1} lang="nl">
            {role.name}
          </h1>
          <RoleBadge role={role} />
          <RoleFacts role={role} />
        </div>
        <div className="roles-acts">
          <RoleManagement role={role} roles={roles} />
        </div>
      </header>
      <div className="role-columns">
        <div>
          <section className="role-section">
            <h2>{t("purpose")}</h2>
            <p lang="nl">{role.purpose}</p>
            {role.accountabilities.length > 0 && (
              <>
                <h2>{t("accountabilities")}</h2>
                <ul className="role-list" lang="nl">
                  {role.accountabilities.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </>
            )}
            {role.mandate && (
              <>
                <h2>{t("mandate")}</h2>
                <p lang="nl">{role.mandate}</p>
              </>
            )}
            {parent && (
              <>
                <h2>{t("parent")}</h2>
                <p lang="nl">{parent.name}</p>
              </>
            )}
          </section>
          <AgreementsOfRole roleId={role.id} />
          <RoleLinks role={role} />
        </div>
        <div>
          <section className="role-section" data-unheld={role.state !== "FILLED" || undefined}>
            <h2>{t("holder")}</h2>
            <RoleSeats role={role} parent={parent} />
          </section>
          <RoleHistory role={role} />
        </div>
      </div>
      {proposing && <ProposeDialog role={role} onClose={close} />}
    </article>
  );
}

/** One role with who holds it, who held it, and what happened. */
export function RolePage() {
  const t = useWords(roleWords);
  const { role: id } = useParams();
  const { roles, failed, reload } = useRoles();
  const role = roles?.find((each) => each.id === id);
  if (failed) return <ErrorBlock title={t("failed")} onRetry={() => void reload().catch(() => undefined)} />;
  if (!roles) return <Skeleton rows={4} height={96} />;
  return role ? <OneRole key={role.id} role={role} roles={roles} /> : <NotHerePage />;
}
