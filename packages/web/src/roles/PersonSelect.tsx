import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { Field } from "../ui/Field.tsx";
import { roleWords } from "./roleWords.ts";

interface PersonSelectProps {
  readonly label: string;
  readonly organisationId: string;
  readonly value: string;
  readonly onChange: (membershipId: string) => void;
}

/** A member of an organisation, or nobody. */
export function PersonSelect({ label, organisationId, value, onChange }: PersonSelectProps) {
  const t = useWords(roleWords);
  const { members } = useCoalition();
  return (
    <Field label={label}>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t("nobody")}</option>
        {[...members.values()]
          .filter((member) => member.organisationId === organisationId)
          .map(({ id, displayName }) => (
            <option key={id} value={id}>
              {displayName}
            </option>
          ))}
      </select>
    </Field>
  );
}
