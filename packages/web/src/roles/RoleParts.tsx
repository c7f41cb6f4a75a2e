import { mayManageRoles, mayProposeHolder, mayRestoreRole, roleLimits } from "@wijkbord/schema";
import { ConfirmRoleDocument, RestoreRoleDocument, RetireRoleDocument } from "@wijkbord/schema/operations";
import { UserRoundPlus } from "lucide-react";
import { useState } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { daysBetween, dayOf, longDay } from "../language/dates.ts";
import { useLanguage } from "../language/language.ts";
import { useToday } from "../language/now.ts";
import { useWords } from "../language/words.ts";
import { useAct } from "../tasks/useAct.ts";
import { Button } from "../ui/Button.tsx";
import { Badge } from "../ui/Chip.tsx";
import { ActDialog } from "./ActDialog.tsx";
import { ProposeDialog } from "./ProposeDialog.tsx";
import { comingSeats, heldSeats, isUnheld, type Role } from "./roleFacts.ts";
import { RoleForm } from "./RoleForm.tsx";
import { roleWords } from "./roleWords.ts";
import { SeatRow } from "./SeatRow.tsx";

const workWeek = 5;
const week = 7;

/** State of a role: word and colour. */
export function RoleBadge({ role }: { readonly role: Role }) {
  const t = useWords(roleWords);
  const language = useLanguage();
  const today = useToday();
  if (role.isProposed) return <Badge tone="info">{t("isProposed")}</Badge>;
  if (role.state === "FILLED" && role.vacantFrom) return <Badge tone="warning">{t("vacantFrom", { day: longDay(role.vacantFrom, language, today) })}</Badge>;
  return <Badge tone={role.state === "FILLED" ? "positive" : "neutral"}>{t(role.state)}</Badge>;
}

/** Hours, neighbourhoods and free seats in one line. */
export function RoleFacts({ role }: { readonly role: Role }) {
  const t = useWords(roleWords);
  const today = useToday();
  const { boards } = useCoalition();
  const areas = boards.filter(({ areaCode }) => role.areaCodes.includes(areaCode)).map(({ areaName }) => areaName);
  const free = role.maxHolders - heldSeats(role, today).length;
  const facts = [
    role.hoursPerWeek !== null && t("hours", { hours: role.hoursPerWeek }),
    areas.length > 0 ? areas.join(", ") : t("allAreas"),
    role.state === "FILLED" && free > 0 && t("freeSeats", { count: free }),
  ];
  return <p className="role-facts">{facts.filter(Boolean).join(" · ")}</p>;
}

/** Who holds the role, who is asked, and the way to propose somebody. */
export function RoleSeats({ role, parent }: { readonly role: Role; readonly parent: Role | undefined }) {
  const t = useWords(roleWords);
  const today = useToday();
  const { viewer, hat } = useCoalition();
  const [proposing, setProposing] = useState(false);
  const held = heldSeats(role, today);
  const coming = comingSeats(role, today);
  const asksUs = role.seats.some(({ organisationId, state }) => organisationId === viewer.organisationId && state !== "CURRENT");
  const free = role.maxHolders > held.filter(({ endsOn }) => endsOn === null).length;
  const mayPropose = mayProposeHolder(viewer) && !role.isProposed && role.state !== "RETIRED" && free;
  const name = hat.organisation.shortName;
  return (
    <>
      {held.length > 0 && (
        <ul className="seats" aria-label={t("holder")}>
          {held.map((seat) => (
            <SeatRow key={seat.id} role={role} seat={seat} parent={parent} />
          ))}
        </ul>
      )}
      {coming.length > 0 && (
        <>
          <h4>{t("proposals")}</h4>
          <ul className="seats" aria-label={t("proposals")}>
            {coming.map((seat) => (
              <SeatRow key={seat.id} role={role} seat={seat} parent={parent} />
            ))}
          </ul>
        </>
      )}
      {mayPropose && (
        <Button small className="role-propose" onClick={() => setProposing(true)}>
          <UserRoundPlus size={15} aria-hidden />
          {isUnheld(role) && !asksUs ? t("proposeOwn", { organisation: name }) : t("proposeOther")}
        </Button>
      )}
      {proposing && <ProposeDialog role={role} onClose={() => setProposing(false)} />}
    </>
  );
}

/** What the coordinator does with a role: confirm, change, retire; and bring it back. */
export function RoleManagement({ role, roles }: { readonly role: Role; readonly roles: readonly Role[] }) {
  const t = useWords(roleWords);
  const act = useAct();
  const today = useToday();
  const { viewer } = useCoalition();
  const [open, setOpen] = useState<"edit" | "retire" | null>(null);
  const input = { id: role.id, expectedVersion: role.version };
  const retiredDays = role.retiredAt ? daysBetween(dayOf(new Date(role.retiredAt)), today) : 0;
  // The hub counts working days exactly; this only decides whether the button stands there.
  const workingDays = Math.floor((retiredDays * workWeek) / week);
  if (role.state === "RETIRED")
    return mayRestoreRole(viewer, Math.min(workingDays, roleLimits.restoreWorkingDays + 1)) ? (
      <Button onClick={() => void act(RestoreRoleDocument, input)}>{t("restore")}</Button>
    ) : null;
  if (!mayManageRoles(viewer)) return null;
  return (
    <>
      {role.isProposed && (
        <Button look="primary" onClick={() => void act(ConfirmRoleDocument, input)}>
          {t("confirm")}
        </Button>
      )}
      <Button onClick={() => setOpen("edit")}>{t("edit")}</Button>
      <Button look="danger" onClick={() => setOpen("retire")}>
        {t("retire")}
      </Button>
      {open === "edit" && <RoleForm role={role} roles={roles} onClose={() => setOpen(null)} />}
      {open === "retire" && (
        <ActDialog
          title={t("retireTitle", { role: role.name })}
          hint={t("retireHint")}
          button={t("retire")}
          onConfirm={(reason) => act(RetireRoleDocument, { ...input, reason }, { quiet: true })}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
