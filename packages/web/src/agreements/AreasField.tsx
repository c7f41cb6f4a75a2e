import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { writingWords } from "./writingWords.ts";

/** Chooses neighbourhoods; none means the whole coalition. */
export function AreasField({ chosen, onChange }: { readonly chosen: readonly string[]; readonly onChange: (codes: readonly string[]) => void }) {
  const t = useWords(writingWords);
  const { boards } = useCoalition();
  return (
    <fieldset className="partner-choice">
      <legend>{t("areas")}</legend>
      {boards.map(({ id, areaCode, areaName }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(areaCode)}
            onChange={(event) => onChange(event.target.checked ? [...chosen, areaCode] : chosen.filter((each) => each !== areaCode))}
          />
          {areaName}
        </label>
      ))}
    </fieldset>
  );
}
