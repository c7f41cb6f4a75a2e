import { Monitor } from "lucide-react";
import { Link } from "../shared/router.tsx";
import { useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { screenPath } from "./addresses.ts";
import { Agenda } from "./Agenda.tsx";
import { AgendaSum } from "./AgendaSum.tsx";
import { ChairBar } from "./ChairBar.tsx";
import { Changes } from "./Changes.tsx";
import { Decisions } from "./Decisions.tsx";
import { Divide } from "./Divide.tsx";
import { NewPoint } from "./NewPoint.tsx";
import { PointHead } from "./PointHead.tsx";
import { PointSubject } from "./PointSubject.tsx";
import { Questions } from "./Questions.tsx";
import { Room } from "./Room.tsx";
import { TakeChair } from "./TakeChair.tsx";
import { useMeetingTasks } from "./useMeetingTasks.ts";
import { useOpenMeeting } from "./useMeeting.ts";
import { meetingWords } from "./words.ts";

/** Taking part in a meeting: the point that is open, what it is about, and what was agreed. */
export function Following() {
  const t = useWords(meetingWords);
  const path = usePath();
  const coalition = useCoalition();
  const meeting = useOpenMeeting();
  const { cards, boards } = useMeetingTasks(meeting);
  return (
    <>
      <div className="meeting-acts">
        <Link className="button wide-only" to={path(screenPath(coalition, meeting))}>
          <Monitor size={16} aria-hidden />
          {t("openScreen")}
        </Link>
        <TakeChair />
      </div>
      <div className="meeting-columns">
        <div className="meeting-main">
          <section className="meeting-card meeting-point" aria-labelledby="punt-titel">
            <PointHead id="punt-titel" />
            <PointSubject cards={cards} />
          </section>
          {meeting.viewerCanLead && <ChairBar />}
          {meeting.viewerCanTakeNotes && <Divide cards={cards} boards={boards} />}
          <Decisions cards={cards} />
          <Changes cards={cards} />
        </div>
        <div className="meeting-side">
          <section className="meeting-card" aria-labelledby="agenda-titel">
            <h2 id="agenda-titel">{t("agenda")}</h2>
            <Agenda />
            <AgendaSum />
            <NewPoint />
          </section>
          <Room />
          <Questions />
        </div>
      </div>
    </>
  );
}
