import { coalitionLimits, OrganisationKind } from "@wijkbord/schema";
import { AddOrganisationDocument, UpdateOrganisationDocument } from "@wijkbord/schema/operations";
import { useId, useState } from "react";
import { useWords } from "../../language/words.ts";
import { useAct } from "../../tasks/useAct.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Field, FieldError } from "../../ui/Field.tsx";
import { Square } from "../../ui/Square.tsx";
import { useCoalition } from "../coalition.ts";
import type { Partner } from "./useSettings.ts";
import { settingsWords } from "./words.ts";

interface PartnerFormProps {
  /** Absent: a new one. */
  readonly partner?: Partner;
  /** The partner that a new department belongs to. */
  readonly parent?: Partner;
  readonly onClose: () => void;
}
const kinds = Object.values(OrganisationKind);
const colours = Array.from({ length: coalitionLimits.colours }, (_, index) => index);

/** Name, letters, kind and colour of a partner or department. */
export function PartnerForm({ partner, parent, onClose }: PartnerFormProps) {
  const t = useWords(settingsWords);
  const act = useAct();
  const form = useId();
  const { id: coalitionId } = useCoalition();
  const [name, setName] = useState(partner?.name ?? "");
  const [shortName, setShortName] = useState(partner?.shortName ?? "");
  const [letters, setLetters] = useState(partner?.letters ?? "");
  const [kind, setKind] = useState<OrganisationKind>(OrganisationKind[partner?.kind ?? (parent ? "MUNICIPAL_DEPARTMENT" : "COMMUNITY_ORG")]);
  const [colourIndex, setColour] = useState<number | null>(partner?.colourIndex ?? parent?.colourIndex ?? null);
  const [error, setError] = useState<string | null>(null);
  const save = async () => {
    const fields = { name: name.trim(), shortName: shortName.trim(), letters: letters.trim() || null, kind, colourIndex };
    const outcome = partner
      ? await act(UpdateOrganisationDocument, { id: partner.id, expectedVersion: partner.version, ...fields }, { quiet: true })
      : await act(AddOrganisationDocument, { coalitionId, parentId: parent?.id ?? null, ...fields }, { quiet: true });
    if (outcome.ok) onClose();
    else setError(outcome.text);
  };
  const actions = (
    <>
      <Button onClick={onClose}>{t("cancel")}</Button>
      <Button type="submit" form={form} look="primary">
        {t("save")}
      </Button>
    </>
  );
  const title = partner ? t("editOf", { name: partner.shortName }) : parent ? t("departmentTo", { name: parent.shortName }) : t("addPartner");
  return (
    <Dialog title={title} onClose={onClose} actions={actions}>
      <form
        id={form}
        className="settings-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label={t("partnerName")}>
          <input
            required
            minLength={coalitionLimits.organisationNameAtLeast}
            maxLength={coalitionLimits.organisationName}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label={t("shortName")} hint={t("shortNameHint")}>
          <input required maxLength={coalitionLimits.shortName} value={shortName} onChange={(event) => setShortName(event.target.value)} />
        </Field>
        <Field label={t("letters")} hint={t("lettersHint")}>
          <input maxLength={coalitionLimits.letters} value={letters} onChange={(event) => setLetters(event.target.value)} />
        </Field>
        <Field label={t("kind")}>
          <select value={kind} onChange={(event) => setKind(kinds.find((each) => each === event.target.value) ?? kind)}>
            {kinds.map((each) => (
              <option key={each} value={each}>
                {t(`kind_${each}`)}
              </option>
            ))}
          </select>
        </Field>
        <fieldset className="colours">
          <legend>{t("colour")}</legend>
          {colours.map((colour) => (
            <label key={colour}>
              <input type="radio" name={`${form}-colour`} checked={colourIndex === colour} onChange={() => setColour(colour)} />
              <Square letters={letters.trim() || "AB"} name={t("colourNumber", { number: colour + 1 })} colour={colour} />
            </label>
          ))}
        </fieldset>
        {error && <FieldError>{error}</FieldError>}
      </form>
    </Dialog>
  );
}
