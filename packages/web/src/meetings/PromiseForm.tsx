import { Letter, meetingLimits } from "@wijkbord/schema";
import { RecordPromiseDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { useAct } from "../tasks/useAct.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { useOpenMeeting } from "./useMeeting.ts";
import { meetingWords } from "./words.ts";

const letters = [Letter.ACCOUNTABLE, Letter.RESPONSIBLE, Letter.SUPPORT, Letter.CONSULTED, Letter.INFORMED];

/** A spoken yes of an organisation for the task of the point: what it does, and who said so (D9). */
export function PromiseForm({ taskId }: { readonly taskId: string }) {
  const t = useWords(meetingWords);
  const act = useAct();
  const { organisations } = useCoalition();
  const { id: meetingId } = useOpenMeeting();
  const [organisationId, setOrganisation] = useState("");
  const [letter, setLetter] = useState(Letter.RESPONSIBLE);
  const [saidBy, setSaidBy] = useState("");
  const record = async () => {
    const said = { meetingId, taskId, organisationId, letter, saidBy: saidBy.trim() || null };
    if (!(await act(RecordPromiseDocument, said)).ok) return;
    setOrganisation("");
    setSaidBy("");
  };
  return (
    <form
      className="meeting-line"
      aria-label={t("recordPromise")}
      onSubmit={(event) => {
        event.preventDefault();
        void record();
      }}
    >
      <Field label={t("whoPromises")}>
        <select required value={organisationId} onChange={(event) => setOrganisation(event.target.value)}>
          <option value="">{t("choosePartner")}</option>
          {[...organisations.values()]
            .filter(({ leftOn }) => leftOn === null)
            .map(({ id, shortName }) => (
              <option key={id} value={id}>
                {shortName}
              </option>
            ))}
        </select>
      </Field>
      <Field label={t("promisesWhat")}>
        <select value={letter} onChange={(event) => setLetter(letters.find((each) => each === event.target.value) ?? letter)}>
          {letters.map((each) => (
            <option key={each} value={each}>
              {t(each)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t("whoSaid")}>
        <input maxLength={meetingLimits.saidBy} value={saidBy} onChange={(event) => setSaidBy(event.target.value)} />
      </Field>
      <Button type="submit">{t("recordPromise")}</Button>
    </form>
  );
}
