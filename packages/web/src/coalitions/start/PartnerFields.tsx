import { coalitionLimits, OrganisationKind, type PartnerFault, startLimits } from "@wijkbord/schema";
import { Plus, Trash2 } from "lucide-react";
import { useWords } from "../../language/words.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { Field, FieldError } from "../../ui/Field.tsx";
import { Square } from "../../ui/Square.tsx";
import { settingsWords } from "../settings/words.ts";
import { type PartnerDraft, renamed, withPartner } from "./draft.ts";
import { startWords } from "./words.ts";

const kinds = Object.values(OrganisationKind).filter((kind) => kind !== OrganisationKind.MUNICIPAL_DEPARTMENT);
const colours = Array.from({ length: coalitionLimits.colours }, (_, index) => index);

interface PartnerFieldsProps {
  readonly partners: readonly PartnerDraft[];
  /** Shown once somebody tried to go on. */
  readonly faults: readonly PartnerFault[];
  readonly onChange: (partners: readonly PartnerDraft[]) => void;
}

const isNamed = ({ field, code }: PartnerFault) => !(field === "colourIndex" && code !== "TAKEN");
type FaultKey = "fault_name_REQUIRED" | "fault_name_TAKEN" | "fault_letters_NOT_LETTERS" | "fault_letters_TAKEN" | "fault_colourIndex_TAKEN";

/** The partners of a new coalition, the own organisation first. */
export function PartnerFields({ partners, faults, onChange }: PartnerFieldsProps) {
  const t = useWords(startWords);
  const kindWords = useWords(settingsWords);
  const faultOf = (index: number, field: PartnerFault["field"]) => {
    const fault = faults.find((each) => each.index === index && each.field === field && isNamed(each));
    return fault ? t(`fault_${fault.field}_${fault.code}` as FaultKey) : null;
  };
  const set = (index: number, part: Partial<PartnerDraft>) => onChange(partners.map((partner, at) => (at === index ? { ...partner, ...part } : partner)));
  return (
    <>
      <ol className="start-partners">
        {partners.map(({ name, kind, letters, colourIndex }, index) => {
          const title = index === 0 ? t("ownOrganisation") : t("partnerNumber", { number: index + 1 });
          const colourFault = faultOf(index, "colourIndex");
          return (
            <li key={index}>
              <fieldset>
                <legend>
                  <Square letters={letters || "·"} name={name || title} colour={colourIndex} decorative /> {title}
                </legend>
                {index >= startLimits.partnersAtLeast && (
                  <IconButton label={t("removePartner", { number: index + 1 })} onClick={() => onChange(partners.filter((_, at) => at !== index))}>
                    <Trash2 size={16} aria-hidden />
                  </IconButton>
                )}
                <div className="start-partner-row">
                  <Field label={t("partnerName")} error={faultOf(index, "name")}>
                    <input
                      maxLength={coalitionLimits.organisationName}
                      value={name}
                      onChange={(event) => onChange(renamed(partners, index, event.target.value))}
                    />
                  </Field>
                  <Field label={t("kind")}>
                    <select value={kind} onChange={(event) => set(index, { kind: kinds.find((each) => each === event.target.value) ?? kind })}>
                      {kinds.map((each) => (
                        <option key={each} value={each}>
                          {kindWords(`kind_${each}`)}
                        </option>
                      ))}
                    </select>
                  </Field>
                  <Field label={t("letters")} error={faultOf(index, "letters")}>
                    <input
                      maxLength={coalitionLimits.letters}
                      value={letters}
                      onChange={(event) => set(index, { letters: event.target.value.toUpperCase(), ownLetters: true })}
                    />
                  </Field>
                </div>
                <fieldset className="start-colours">
                  <legend>{t("colour")}</legend>
                  {colours.map((colour) => (
                    <label key={colour}>
                      <input type="radio" name={`kleur-${index}`} checked={colourIndex === colour} onChange={() => set(index, { colourIndex: colour })} />
                      <Square letters={letters || "AB"} name={t("colourNumber", { number: colour + 1 })} colour={colour} />
                    </label>
                  ))}
                </fieldset>
                {colourFault && <FieldError>{colourFault}</FieldError>}
              </fieldset>
            </li>
          );
        })}
      </ol>
      {partners.length < startLimits.partners && (
        <p>
          <Button onClick={() => onChange(withPartner(partners))}>
            <Plus size={16} aria-hidden />
            {t("addPartner")}
          </Button>
        </p>
      )}
    </>
  );
}
