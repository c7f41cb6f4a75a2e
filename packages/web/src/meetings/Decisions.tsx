import { decisionLimits, mayWrite } from "@wijkbord/schema";
import { AddDecisionNoteDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import type { Card } from "../tasks/taskFeed.ts";
import { useAct } from "../tasks/useAct.ts";
import { Button } from "../ui/Button.tsx";
import { Badge } from "../ui/Chip.tsx";
import { Field } from "../ui/Field.tsx";
import { DecisionLinks } from "./DecisionLinks.tsx";
import { type Decision, useOpenMeeting } from "./useMeeting.ts";
import { meetingWords } from "./words.ts";

function NoteForm({ decision, onDone }: { readonly decision: Decision; readonly onDone: () => void }) {
  const t = useWords(meetingWords);
  const act = useAct();
  const [text, setText] = useState("");
  const add = async () => {
    if ((await act(AddDecisionNoteDocument, { decisionId: decision.id, kind: "NOTE", text: text.trim() })).ok) onDone();
  };
  return (
    <form
      className="meeting-line"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Field label={t("noteText")}>
        <input required maxLength={decisionLimits.note} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <Button type="submit" small>
        {t("addNote")}
      </Button>
    </form>
  );
}

function Line({ decision, cards }: { readonly decision: Decision; readonly cards: readonly Card[] }) {
  const t = useWords(meetingWords);
  const act = useAct();
  const { organisations, viewer, hat } = useCoalition();
  const { state, attendance } = useOpenMeeting();
  const [writing, setWriting] = useState(false);
  const own = decision.notes.filter(({ organisationId }) => organisationId === viewer.organisationId);
  const attends = mayWrite(viewer) && attendance.some(({ organisationId, present }) => present && organisationId === viewer.organisationId);
  const mayDoubt = attends && state === "LIVE" && own.every(({ kind }) => kind !== "NOT_UNDERSTOOD");
  return (
    <li>
      <p>
        <Badge tone="positive">{t("decision")}</Badge> <span lang="nl">{decision.text}</span>
      </p>
      <DecisionLinks decision={decision} cards={cards} />
      {decision.notes.map(({ id, kind, organisationId, text }) => (
        <p key={id} className="decision-note">
          <b>{t(kind === "NOTE" ? "noteOf" : "notUnderstoodBy", { name: organisations.get(organisationId)?.shortName ?? "" })}</b> <span lang="nl">{text}</span>
        </p>
      ))}
      {mayDoubt && (
        <Button small look="quiet" onClick={() => void act(AddDecisionNoteDocument, { decisionId: decision.id, kind: "NOT_UNDERSTOOD" })}>
          {t("notUnderstood")}
        </Button>
      )}
      {attends && state === "CLOSED" && !writing && (
        <Button small look="quiet" onClick={() => setWriting(true)}>
          {t("addNoteFor", { name: hat.organisation.shortName })}
        </Button>
      )}
      {writing && <NoteForm decision={decision} onDone={() => setWriting(false)} />}
    </li>
  );
}

/** Decisions as they fell; an organisation that attends says at once when it heard something else (D10). */
export function Decisions({ cards }: { readonly cards: readonly Card[] }) {
  const t = useWords(meetingWords);
  const { decisions } = useOpenMeeting();
  if (decisions.length === 0) return null;
  return (
    <section className="meeting-card decisions" aria-labelledby="besluiten-titel">
      <h2 id="besluiten-titel">{t("decisions")}</h2>
      <ol>
        {decisions.map((decision) => (
          <Line key={decision.id} decision={decision} cards={cards} />
        ))}
      </ol>
    </section>
  );
}
