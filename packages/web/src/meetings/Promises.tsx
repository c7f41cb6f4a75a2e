import { mayAnswerPromise, meetingLimits } from "@wijkbord/schema";
import { ConfirmPromisesDocument, DenyPromiseDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { Link } from "../shared/router.tsx";
import { taskPath, useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { useAct } from "../tasks/useAct.ts";
import { Button } from "../ui/Button.tsx";
import { Badge } from "../ui/Chip.tsx";
import { Field } from "../ui/Field.tsx";
import { type Promised, useOpenMeeting } from "./useMeeting.ts";
import { meetingWords } from "./words.ts";

const tones = { OPEN: "warning", CONFIRMED: "positive", DENIED: "negative", LAPSED: "neutral" } as const;

function Deny({ promise, onDone }: { readonly promise: Promised; readonly onDone: () => void }) {
  const t = useWords(meetingWords);
  const act = useAct();
  const [reason, setReason] = useState("");
  const deny = async () => {
    if ((await act(DenyPromiseDocument, { promiseId: promise.id, reason: reason.trim() })).ok) onDone();
  };
  return (
    <form
      className="meeting-line"
      onSubmit={(event) => {
        event.preventDefault();
        void deny();
      }}
    >
      <Field label={t("denyWhy")}>
        <input required maxLength={meetingLimits.reason} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <Button type="submit" small>
        {t("deny")}
      </Button>
    </form>
  );
}

function Line({ promise }: { readonly promise: Promised }) {
  const t = useWords(meetingWords);
  const path = usePath();
  const coalition = useCoalition();
  const [denying, setDenying] = useState(false);
  const { task, organisationId, letter, state, saidBy, reason } = promise;
  const may = state === "OPEN" && mayAnswerPromise(coalition.viewer, promise);
  return (
    <li>
      <p>
        <Badge tone={tones[state]}>{t(`promise_${state}`)}</Badge>{" "}
        {t("does", { name: coalition.organisations.get(organisationId)?.shortName ?? "", what: t(letter) })}
        {": "}
        {task && <Link to={path(taskPath(coalition, task.number))}>{`${task.number} ${task.title}`}</Link>}
      </p>
      {(saidBy ?? reason) && <p className="quiet">{[saidBy && t("saidBy", { name: saidBy }), reason].filter(Boolean).join(" · ")}</p>}
      {may && !denying && (
        <Button small look="quiet" onClick={() => setDenying(true)}>
          {t("deny")}
        </Button>
      )}
      {denying && may && <Deny promise={promise} onDone={() => setDenying(false)} />}
    </li>
  );
}

/** What was said for organisations (toezeggingen); the own organisation confirms all of it in one act (D9). */
export function Promises() {
  const t = useWords(meetingWords);
  const act = useAct();
  const { viewer, hat } = useCoalition();
  const { id: meetingId, promises } = useOpenMeeting();
  if (promises.length === 0) return null;
  const own = promises.filter((promise) => promise.state === "OPEN" && mayAnswerPromise(viewer, promise));
  const ordered = [
    ...promises.filter(({ organisationId }) => organisationId === viewer.organisationId),
    ...promises.filter(({ organisationId }) => organisationId !== viewer.organisationId),
  ];
  return (
    <section className="meeting-card promises" aria-labelledby="toezeggingen-titel">
      <h2 id="toezeggingen-titel">{t("promises")}</h2>
      <p className="quiet">{t("promisesHint")}</p>
      {own.length > 0 && (
        <p>
          <Button look="primary" onClick={() => void act(ConfirmPromisesDocument, { meetingId })}>
            {t("confirmAll", { count: own.length, name: hat.organisation.shortName })}
          </Button>
        </p>
      )}
      <ul>
        {ordered.map((promise) => (
          <Line key={promise.id} promise={promise} />
        ))}
      </ul>
    </section>
  );
}
