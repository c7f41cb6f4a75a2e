import { CancelMeetingDocument, StartMeetingDocument } from "@wijkbord/schema/operations";
import { Play } from "lucide-react";
import { useState } from "react";
import { useWords } from "../language/words.ts";
import { useAct } from "../tasks/useAct.ts";
import { Button } from "../ui/Button.tsx";
import { Agenda } from "./Agenda.tsx";
import { AgendaSum } from "./AgendaSum.tsx";
import { NewPoint } from "./NewPoint.tsx";
import { PlanDialog } from "./PlanDialog.tsx";
import { Proposals } from "./Proposals.tsx";
import { Room } from "./Room.tsx";
import { useOpenMeeting } from "./useMeeting.ts";
import { meetingWords } from "./words.ts";

/** Before a meeting: the agenda, what it could be about, and who comes. */
export function Preparation() {
  const t = useWords(meetingWords);
  const act = useAct();
  const meeting = useOpenMeeting();
  const [changing, setChanging] = useState(false);
  const [cancelling, setCancelling] = useState(false);
  const input = { meetingId: meeting.id };
  return (
    <div className="meeting-columns">
      <div className="meeting-main">
        {meeting.viewerCanLead && (
          <div className="meeting-acts">
            <Button look="primary" onClick={() => void act(StartMeetingDocument, input)}>
              <Play size={16} aria-hidden />
              {t("start")}
            </Button>
            <Button onClick={() => setChanging(true)}>{t("change")}</Button>
            <Button look="quiet" onClick={() => setCancelling(true)}>
              {t("doesNotTakePlace")}
            </Button>
          </div>
        )}
        {cancelling && (
          <p className="meeting-ask" role="alert">
            {t("cancelHint")}
            <Button small look="danger" onClick={() => void act(CancelMeetingDocument, input)}>
              {t("cancelMeeting")}
            </Button>
            <Button small look="quiet" onClick={() => setCancelling(false)}>
              {t("keep")}
            </Button>
          </p>
        )}
        <section className="meeting-card" aria-labelledby="agenda-titel">
          <h2 id="agenda-titel">{t("agenda")}</h2>
          <Agenda withLinks />
          <AgendaSum />
          <NewPoint />
        </section>
      </div>
      <div className="meeting-side">
        <Room />
        <Proposals />
      </div>
      {changing && <PlanDialog meeting={meeting} onClose={() => setChanging(false)} />}
    </div>
  );
}
