import { AccessRole, Capability, mayGiveRights } from "@wijkbord/schema";
import { useWords } from "../../language/words.ts";
import { Field } from "../../ui/Field.tsx";
import { useCoalition } from "../coalition.ts";
import { settingsWords } from "./words.ts";

export interface Rights {
  readonly accessRole: AccessRole;
  readonly capabilities: readonly Capability[];
}
interface RightsFieldsProps {
  readonly rights: Rights;
  readonly onChange: (rights: Rights) => void;
}
const roles = Object.values(AccessRole);
const extras = Object.values(Capability);

/** What a member may do; rights that this person cannot give cannot be chosen. */
export function RightsFields({ rights, onChange }: RightsFieldsProps) {
  const t = useWords(settingsWords);
  const { viewer } = useCoalition();
  const { accessRole, capabilities } = rights;
  const toggle = (capability: Capability, on: boolean) =>
    onChange({ accessRole, capabilities: on ? [...capabilities, capability] : capabilities.filter((each) => each !== capability) });
  return (
    <>
      <Field label={t("accessRole")} hint={t(`${accessRole}_hint`)}>
        <select
          value={accessRole}
          onChange={(event) => onChange({ capabilities, accessRole: roles.find((each) => each === event.target.value) ?? accessRole })}
        >
          {roles.map((role) => (
            <option key={role} value={role} disabled={role !== accessRole && !mayGiveRights(viewer, role, [])}>
              {t(role)}
            </option>
          ))}
        </select>
      </Field>
      <fieldset className="rights">
        <legend>{t("extraRights")}</legend>
        {extras.map((capability) => (
          <label key={capability}>
            <input
              type="checkbox"
              checked={capabilities.includes(capability)}
              disabled={!mayGiveRights(viewer, AccessRole.MEMBER, [capability])}
              onChange={(event) => toggle(capability, event.target.checked)}
            />
            {t(capability)}
          </label>
        ))}
      </fieldset>
    </>
  );
}
