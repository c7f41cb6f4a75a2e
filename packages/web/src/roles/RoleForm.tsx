import { mayManageRoles, roleLimits } from "@wijkbord/schema";
import { CreateRoleDocument, UpdateRoleDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { useAct } from "../tasks/useAct.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Field, FieldError } from "../ui/Field.tsx";
import type { Role } from "./roleFacts.ts";
import { roleWords } from "./roleWords.ts";

interface RoleFormProps {
  /** Absent: a new role. */
  readonly role?: Role;
  readonly roles: readonly Role[];
  readonly onClose: () => void;
}
const numberOrNull = (text: string) => (text.trim() === "" ? null : Number(text));
const textOf = (value: number | null | undefined) => (value === null || value === undefined ? "" : String(value));
const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** What a role says: to make one, propose one, or change one. */
export function RoleForm({ role, roles, onClose }: RoleFormProps) {
  const t = useWords(roleWords);
  const act = useAct();
  const { id: coalitionId, viewer, boards } = useCoalition();
  const [texts, setTexts] = useState({
    name: role?.name ?? "",
    purpose: role?.purpose ?? "",
    accountabilities: role?.accountabilities.join("\n") ?? "",
    mandate: role?.mandate ?? "",
    hours: textOf(role?.hoursPerWeek),
    seats: textOf(role?.maxHolders ?? 1),
    term: textOf(role?.termMonths),
    parent: role?.parentRoleId ?? "",
  });
  const [areas, setAreas] = useState<readonly string[]>(role?.areaCodes ?? []);
  const [error, setError] = useState<string | null>(null);
  const bind = (key: keyof typeof texts) => ({
    value: texts[key],
    onChange: (event: { readonly target: { readonly value: string } }) => setTexts({ ...texts, [key]: event.target.value }),
  });
  const save = async () => {
    if (!texts.name.trim()) return setError(t("nameRequired"));
    const fields = {
      name: texts.name.trim(),
      purpose: texts.purpose.trim(),
      accountabilities: linesOf(texts.accountabilities),
      mandate: texts.mandate.trim(),
      hoursPerWeek: numberOrNull(texts.hours),
      maxHolders: numberOrNull(texts.seats) ?? 1,
      termMonths: numberOrNull(texts.term),
      parentRoleId: texts.parent || null,
      areaCodes: [...areas],
    };
    const outcome = role
      ? await act(UpdateRoleDocument, { id: role.id, expectedVersion: role.version, ...fields }, { quiet: true })
      : await act(CreateRoleDocument, { coalitionId, ...fields }, { quiet: true });
    if (outcome.ok) onClose();
    else setError(outcome.text);
  };
  const actions = (
    <>
      <Button onClick={onClose}>{t("cancel")}</Button>
      <Button look="primary" onClick={() => void save()}>
        {t("save")}
      </Button>
    </>
  );
  return (
    <Dialog title={role ? t("formEdit", { role: role.name }) : t("formNew")} onClose={onClose} actions={actions}>
      {!role && !mayManageRoles(viewer) && <p>{t("formHintProposal")}</p>}
      <Field label={t("name")}>
        <input maxLength={roleLimits.name} {...bind("name")} />
      </Field>
      <Field label={t("purpose")}>
        <textarea maxLength={roleLimits.purpose} {...bind("purpose")} />
      </Field>
      <Field label={t("accountabilities")} hint={t("accountabilitiesHint")}>
        <textarea {...bind("accountabilities")} />
      </Field>
      <Field label={t("mandate")}>
        <textarea maxLength={roleLimits.mandate} {...bind("mandate")} />
      </Field>
      <div className="role-numbers">
        <Field label={t("hoursField")}>
          <input type="number" min={1} max={roleLimits.hoursPerWeek} {...bind("hours")} />
        </Field>
        <Field label={t("seatsField")}>
          <input type="number" min={1} max={roleLimits.maxHolders} {...bind("seats")} />
        </Field>
      </div>
      <Field label={t("termField")}>
        <input type="number" min={1} max={roleLimits.termMonths} {...bind("term")} />
      </Field>
      <Field label={t("parent")}>
        <select {...bind("parent")}>
          <option value="">{t("noParent")}</option>
          {roles
            .filter(({ id, state }) => id !== role?.id && state !== "RETIRED")
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
      </Field>
      <fieldset className="role-areas">
        <legend>{t("areas")}</legend>
        {boards.map(({ id, areaCode, areaName }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={areas.includes(areaCode)}
              onChange={(event) => setAreas(event.target.checked ? [...areas, areaCode] : areas.filter((code) => code !== areaCode))}
            />
            {areaName}
          </label>
        ))}
      </fieldset>
      {error && <FieldError>{error}</FieldError>}
    </Dialog>
  );
}
