import { mayTakeChair, MeetingState } from "@wijkbord/schema";
import { HandOverChairDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { useAct } from "../tasks/useAct.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useOpenMeeting } from "./useMeeting.ts";
import { meetingWords } from "./words.ts";

/** When the chair drops out, somebody else of an organisation that attends goes on in its place. */
export function TakeChair() {
  const t = useWords(meetingWords);
  const act = useAct();
  const { viewer } = useCoalition();
  const { id: meetingId, attendance, chairName, state, viewerCanLead } = useOpenMeeting();
  const [asked, setAsked] = useState(false);
  const attends = attendance.some(({ organisationId, present }) => present && organisationId === viewer.organisationId);
  if (viewerCanLead || !mayTakeChair(viewer, { state: MeetingState[state] }, attends)) return null;
  const take = async () => {
    if ((await act(HandOverChairDocument, { meetingId, membershipId: viewer.membershipId })).ok) setAsked(false);
  };
  const actions = (
    <>
      <Button onClick={() => setAsked(false)}>{t("cancel")}</Button>
      <Button look="primary" onClick={() => void take()}>
        {t("takeChair")}
      </Button>
    </>
  );
  return (
    <>
      <Button onClick={() => setAsked(true)}>{t("takeChair")}</Button>
      {asked && (
        <Dialog title={t("takeChair")} onClose={() => setAsked(false)} actions={actions}>
          <p>{t("takeChairHint", { name: chairName })}</p>
        </Dialog>
      )}
    </>
  );
}
