import { mayManageRoles, mayProposeRole } from "@wijkbord/schema";
import { BookCopy, Plus } from "lucide-react";
import { useState } from "react";
import { Link } from "../shared/router.tsx";
import { useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState, ErrorBlock, Skeleton } from "../ui/States.tsx";
import { rolePath } from "./addresses.ts";
import { RoleCard } from "./RoleCard.tsx";
import { isUnheld, type Role } from "./roleFacts.ts";
import { RoleForm } from "./RoleForm.tsx";
import { RolesHead } from "./RolesHead.tsx";
import { roleWords } from "./roleWords.ts";
import { TemplatesDialog } from "./TemplatesDialog.tsx";
import { useRoles } from "./useRoles.ts";

/** Which roles nobody holds, with the way to each. */
function VacancyBanner({ roles }: { readonly roles: readonly Role[] }) {
  const t = useWords(roleWords);
  const path = usePath();
  const coalition = useCoalition();
  if (roles.length === 0) return null;
  return (
    <p className="vacancy-banner" role="status">
      <b>{t("vacancy", { count: roles.length })}</b>{" "}
      {roles.map(({ id, name }) => (
        <Link key={id} to={path(rolePath(coalition, id))} lang="nl">
          {name}
        </Link>
      ))}
    </p>
  );
}

/** Roles as cards, those that nobody holds first. */
export function RolesView() {
  const t = useWords(roleWords);
  const { viewer } = useCoalition();
  const { roles, failed, reload } = useRoles();
  const [open, setOpen] = useState<"new" | "templates" | null>(null);
  const all = roles ?? [];
  const live = all.filter(({ state }) => state !== "RETIRED");
  const groups = [
    { key: "groupOpen" as const, roles: live.filter(isUnheld) },
    { key: "groupProposed" as const, roles: live.filter(({ isProposed }) => isProposed) },
    { key: "groupFilled" as const, roles: live.filter((role) => !role.isProposed && !isUnheld(role)) },
    { key: "groupRetired" as const, roles: all.filter(({ state }) => state === "RETIRED") },
  ].filter((group) => group.roles.length > 0);
  const manages = mayManageRoles(viewer);
  return (
    <div className="roles">
      <RolesHead view="roles">
        {manages && (
          <Button onClick={() => setOpen("templates")}>
            <BookCopy size={16} aria-hidden />
            {t("templates")}
          </Button>
        )}
        {mayProposeRole(viewer) && (
          <Button look="primary" onClick={() => setOpen("new")}>
            <Plus size={16} aria-hidden />
            {t(manages ? "add" : "proposeNew")}
          </Button>
        )}
      </RolesHead>
      {failed && <ErrorBlock title={t("failed")} onRetry={() => void reload().catch(() => undefined)} />}
      {!roles && !failed && <Skeleton rows={4} height={120} />}
      {roles?.length === 0 && (
        <EmptyState title={t("empty")} action={manages && <Button onClick={() => setOpen("templates")}>{t("templatesTitle")}</Button>}>
          {t("emptyHint")}
        </EmptyState>
      )}
      <VacancyBanner roles={live.filter(isUnheld)} />
      {groups.map((group) => (
        <section key={group.key} aria-labelledby={group.key}>
          <h2 className="roles-group" id={group.key}>
            {t(group.key)} <span className="quiet digits">{group.roles.length}</span>
          </h2>
          <ul className="role-cards">
            {group.roles.map((role) => (
              <RoleCard key={role.id} role={role} parent={all.find(({ id }) => id === role.parentRoleId)} />
            ))}
          </ul>
        </section>
      ))}
      {open === "new" && <RoleForm roles={all} onClose={() => setOpen(null)} />}
      {open === "templates" && <TemplatesDialog roles={all} onClose={() => setOpen(null)} />}
    </div>
  );
}
