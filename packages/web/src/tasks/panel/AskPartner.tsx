import { Letter, taskLimits } from "@wijkbord/schema";
import { ProposeAssignmentDocument } from "@wijkbord/schema/operations";
import { type FormEvent, useState } from "react";
import { useCoalition } from "../../coalitions/coalition.ts";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field, FieldError } from "../../ui/Field.tsx";
import { useAct } from "../useAct.ts";
import type { Detail } from "./useDetail.ts";
import { panelWords } from "./words.ts";

const letters = [Letter.ACCOUNTABLE, Letter.RESPONSIBLE, Letter.SUPPORT, Letter.CONSULTED, Letter.INFORMED] as const;

/** Asks an organisation to carry a letter; for the own organisation it holds at once. */
export function AskPartner({ task, onDone }: { readonly task: Detail; readonly onDone: () => void }) {
  const t = useWords(panelWords);
  const act = useAct();
  const { organisations, members, viewer } = useCoalition();
  const [organisationId, setOrganisationId] = useState(viewer.organisationId);
  const [letter, setLetter] = useState<Letter>(Letter.ACCOUNTABLE);
  const [membershipId, setMembershipId] = useState("");
  const [note, setNote] = useState("");
  const [error, setError] = useState<string | null>(null);
  const partners = [...organisations.values()].filter(({ leftOn }) => leftOn === null);
  const people = [...members.values()].filter((member) => member.organisationId === organisationId);
  const name = organisations.get(organisationId)?.shortName ?? "";
  const own = organisationId === viewer.organisationId;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const outcome = await act(
      ProposeAssignmentDocument,
      { taskId: task.id, organisationId, letter, membershipId: membershipId || null, note: note.trim() || null },
      { quiet: true },
    );
    if (outcome.ok) onDone();
    else setError(outcome.text);
  };
  return (
    <form className="panel-form" aria-label={t("askTitle")} onSubmit={(event) => void submit(event)}>
      <Field label={t("organisation")}>
        <select
          autoFocus
          value={organisationId}
          onChange={(event) => {
            setOrganisationId(event.target.value);
            setMembershipId("");
          }}
        >
          {partners.map((organisation) => (
            <option key={organisation.id} value={organisation.id}>
              {organisation.name}
            </option>
          ))}
        </select>
      </Field>
      <fieldset className="choice">
        <legend>{t("letter")}</legend>
        {letters.map((each) => (
          <label key={each}>
            <input type="radio" name="letter" value={each} checked={letter === each} onChange={() => setLetter(each)} />
            {t(each)}
            {each === Letter.ACCOUNTABLE && <small className="quiet">({t("ACCOUNTABLEHelp")})</small>}
          </label>
        ))}
      </fieldset>
      {people.length > 0 && (
        <Field label={t("person")}>
          <select value={membershipId} onChange={(event) => setMembershipId(event.target.value)}>
            <option value="">{t("nobodySpecial")}</option>
            {people.map(({ id, displayName }) => (
              <option key={id} value={id}>
                {displayName}
              </option>
            ))}
          </select>
        </Field>
      )}
      {!own && (
        <Field label={t("note")}>
          <input value={note} maxLength={taskLimits.note} onChange={(event) => setNote(event.target.value)} />
        </Field>
      )}
      {error && <FieldError>{error}</FieldError>}
      <footer>
        <Button type="submit" small look="primary">
          {t(own ? "takeButton" : "askButton", { name })}
        </Button>
        <Button small onClick={onDone}>
          {t("stop")}
        </Button>
      </footer>
    </form>
  );
}
