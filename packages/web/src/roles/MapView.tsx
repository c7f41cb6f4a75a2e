import { Link } from "../shared/router.tsx";
import { useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useToday } from "../language/now.ts";
import { useWords } from "../language/words.ts";
import { EmptyState, ErrorBlock, Skeleton } from "../ui/States.tsx";
import { Square } from "../ui/Square.tsx";
import { rolePath } from "./addresses.ts";
import { heldSeats, isUnheld, type Role } from "./roleFacts.ts";
import { RoleBadge } from "./RoleParts.tsx";
import { RolesHead } from "./RolesHead.tsx";
import { roleWords } from "./roleWords.ts";
import { useRoles } from "./useRoles.ts";

/** A role with the roles under it; who holds it stands beside its name. */
function Branch({ role, below }: { readonly role: Role; readonly below: ReadonlyMap<string | null, readonly Role[]> }) {
  const t = useWords(roleWords);
  const path = usePath();
  const today = useToday();
  const coalition = useCoalition();
  const held = heldSeats(role, today);
  const under = below.get(role.id) ?? [];
  return (
    <li>
      <div className="map-role" data-role={role.name} data-unheld={isUnheld(role) || undefined}>
        <Link to={path(rolePath(coalition, role.id))} lang="nl">
          {role.name}
        </Link>
        <span className="map-holders">
          {held.map(({ id, organisationId, personName }) => {
            const organisation = coalition.organisations.get(organisationId);
            const name = organisation?.shortName ?? t("unknown");
            return (
              <span key={id}>
                <Square letters={organisation?.letters ?? "?"} name={name} colour={organisation?.colourIndex ?? 7} decorative />
                {name} <small>{personName ?? t("seatEmpty")}</small>
              </span>
            );
          })}
        </span>
        {(held.length === 0 || role.vacantFrom) && <RoleBadge role={role} />}
      </div>
      {under.length > 0 && (
        <ul>
          {under.map((each) => (
            <Branch key={each.id} role={each} below={below} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** All roles as they stand under each other. */
export function MapView() {
  const t = useWords(roleWords);
  const { roles, failed, reload } = useRoles();
  const live = (roles ?? []).filter(({ state }) => state !== "RETIRED");
  const ids = new Set(live.map(({ id }) => id));
  const children = Map.groupBy(live, ({ parentRoleId }) => (parentRoleId && ids.has(parentRoleId) ? parentRoleId : null));
  return (
    <div className="roles">
      <RolesHead view="map" />
      {failed && <ErrorBlock title={t("failed")} onRetry={() => void reload().catch(() => undefined)} />}
      {!roles && !failed && <Skeleton rows={6} height={44} />}
      {roles && live.length === 0 && <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>}
      <ul className="role-map">
        {(children.get(null) ?? []).map((role) => (
          <Branch key={role.id} role={role} below={children} />
        ))}
      </ul>
    </div>
  );
}
