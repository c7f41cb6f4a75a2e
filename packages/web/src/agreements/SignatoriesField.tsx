import { useCoalition } from "../coalitions/coalition.ts";
import { OrganisationSquare } from "./Organisation.tsx";
import { usePartners } from "./usePartners.ts";

interface SignatoriesFieldProps {
  readonly legend: string;
  readonly chosen: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}

/** Chooses partners; at least two are needed, which the hub checks. */
export function SignatoriesField({ legend, chosen, onChange }: SignatoriesFieldProps) {
  const { organisations } = useCoalition();
  const partners = usePartners().organisations;
  const left = chosen.filter((id) => !partners.some((partner) => partner.id === id)).flatMap((id) => organisations.get(id) ?? []);
  return (
    <fieldset className="partner-choice">
      <legend>{legend}</legend>
      {[...partners, ...left].map(({ id, name }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) => onChange(event.target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))}
          />
          <OrganisationSquare id={id} decorative />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
