import { CloseMeetingDocument, HandOverChairDocument, NextAgendaItemDocument, OpenAgendaItemDocument } from "@wijkbord/schema/operations";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { useAct } from "../tasks/useAct.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Field } from "../ui/Field.tsx";
import { DecisionDialog } from "./DecisionDialog.tsx";
import { useOpenMeeting } from "./useMeeting.ts";
import { meetingWords } from "./words.ts";

function HandOver({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(meetingWords);
  const act = useAct();
  const { members, organisations } = useCoalition();
  const { id: meetingId, chairMembershipId } = useOpenMeeting();
  const others = [...members.values()].filter(({ id }) => id !== chairMembershipId);
  const [membershipId, setMember] = useState(others[0]?.id ?? "");
  const give = async () => {
    if ((await act(HandOverChairDocument, { meetingId, membershipId })).ok) onClose();
  };
  const actions = (
    <Button look="primary" onClick={() => void give()}>
      {t("handOver")}
    </Button>
  );
  return (
    <Dialog title={t("handOver")} onClose={onClose} actions={actions}>
      <Field label={t("newChair")} hint={t("newChairHint")}>
        <select value={membershipId} onChange={(event) => setMember(event.target.value)}>
          {others.map(({ id, displayName, organisationId }) => (
            <option key={id} value={id}>
              {displayName}, {organisations.get(organisationId)?.shortName}
            </option>
          ))}
        </select>
      </Field>
    </Dialog>
  );
}

function Close({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(meetingWords);
  const act = useAct();
  const { id: meetingId, agenda, promises } = useOpenMeeting();
  const waiting = agenda.filter(({ state }) => state === "WAITING").length;
  const close = async () => {
    if ((await act(CloseMeetingDocument, { meetingId })).ok) onClose();
  };
  const actions = (
    <Button look="primary" onClick={() => void close()}>
      {t("close")}
    </Button>
  );
  return (
    <Dialog title={t("close")} onClose={onClose} actions={actions}>
      <p>{t("closeHint", { points: waiting, promises: promises.filter(({ state }) => state === "OPEN").length })}</p>
    </Dialog>
  );
}

/** What only who leads does: the next point, a decision, another chair, the end. */
export function ChairBar() {
  const t = useWords(meetingWords);
  const act = useAct();
  const { id: meetingId, agenda, openItemId } = useOpenMeeting();
  const [asked, setAsked] = useState<"decision" | "hand" | "close" | null>(null);
  const done = () => setAsked(null);
  const at = agenda.findIndex(({ id }) => id === openItemId);
  const before = agenda[at < 0 ? agenda.length - 1 : at - 1];
  const more = agenda.some(({ state }) => state === "WAITING");
  return (
    <div className="chair-bar" role="group" aria-label={t("chairBar")}>
      <Button disabled={!before} onClick={() => before && void act(OpenAgendaItemDocument, { agendaItemId: before.id })}>
        {t("previous")}
      </Button>
      <Button onClick={() => setAsked("decision")}>{t("recordDecision")}</Button>
      <Button look="quiet" onClick={() => setAsked("hand")}>
        {t("handOver")}
      </Button>
      {more ? (
        <>
          <Button look="quiet" onClick={() => setAsked("close")}>
            {t("close")}
          </Button>
          <Button look="primary" onClick={() => void act(NextAgendaItemDocument, { meetingId })}>
            {t("next")}
            <ChevronRight size={16} aria-hidden />
          </Button>
        </>
      ) : (
        <Button look="primary" onClick={() => setAsked("close")}>
          {t("close")}
        </Button>
      )}
      {asked === "decision" && <DecisionDialog onClose={done} />}
      {asked === "hand" && <HandOver onClose={done} />}
      {asked === "close" && <Close onClose={done} />}
    </div>
  );
}
