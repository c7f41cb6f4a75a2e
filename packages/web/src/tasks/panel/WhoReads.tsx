import { Globe, Lock } from "lucide-react";
import { useId } from "react";
import { useCoalition } from "../../coalitions/coalition.ts";
import { useWords } from "../../language/words.ts";
import { panelWords } from "./words.ts";

interface WhoReadsProps {
  readonly internal: boolean;
  readonly onChange: (internal: boolean) => void;
}

/** Chooses who reads what is being written; never switched silently. */
export function WhoReads({ internal, onChange }: WhoReadsProps) {
  const t = useWords(panelWords);
  const name = useId();
  const { hat } = useCoalition();
  return (
    <fieldset className="who-reads">
      <legend className="hidden-text">{t("visibleTo")}</legend>
      <label>
        <input type="radio" name={name} checked={!internal} onChange={() => onChange(false)} />
        <Globe size={14} aria-hidden />
        {t("forAll")}
      </label>
      <label>
        <input type="radio" name={name} checked={internal} onChange={() => onChange(true)} />
        <Lock size={14} aria-hidden />
        {t("forOwn", { organisation: hat.organisation.shortName })}
      </label>
    </fieldset>
  );
}
