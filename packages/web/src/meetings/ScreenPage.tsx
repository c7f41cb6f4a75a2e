import { RenewMeetingCodeDocument } from "@wijkbord/schema/operations";
import { useMemo, useState } from "react";
import { Link } from "../shared/router.tsx";
import { Brand } from "../accounts/Brand.tsx";
import { usePageTitle } from "../accounts/usePageTitle.ts";
import { ConnectionChip } from "../activity/ConnectionChip.tsx";
import { useScope } from "../activity/scope.ts";
import { useCoalition } from "../coalitions/coalition.ts";
import { fullMoment } from "../language/dates.ts";
import { useLanguage, usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { newId } from "../shared/ids.ts";
import { Button } from "../ui/Button.tsx";
import { Square } from "../ui/Square.tsx";
import { EmptyState, ErrorBlock, Skeleton } from "../ui/States.tsx";
import { guestPath, meetingPath } from "./addresses.ts";
import { Agenda } from "./Agenda.tsx";
import { ChairBar } from "./ChairBar.tsx";
import { Changes } from "./Changes.tsx";
import { Decisions } from "./Decisions.tsx";
import { Divide } from "./Divide.tsx";
import { useMeetingOfAddress } from "./MeetingPage.tsx";
import { LostLine } from "./LostLine.tsx";
import "./Meetings.css";
import { PointHead } from "./PointHead.tsx";
import { PointSubject } from "./PointSubject.tsx";
import { QrCode } from "./QrCode.tsx";
import { Questions } from "./Questions.tsx";
import { type Meeting, MeetingContext, useMeeting, useOpenMeeting } from "./useMeeting.ts";
import { useNewChair } from "./useNewChair.ts";
import { useMeetingTasks } from "./useMeetingTasks.ts";
import { meetingWords } from "./words.ts";

/** The code with which people without account take part; it is shown only here and ends with the meeting. */
function JoinCard() {
  const t = useWords(meetingWords);
  const { client } = useScope();
  const { id: meetingId, viewerCanLead } = useOpenMeeting();
  const [code, setCode] = useState<string | null>(null);
  const make = async () => {
    const variables = { input: { meetingId, clientMutationId: newId() } };
    const answer = await client.mutate({ mutation: RenewMeetingCodeDocument, variables, fetchPolicy: "no-cache" }).catch(() => null);
    const made = answer?.data?.renewMeetingCode;
    if (made?.__typename === "RenewMeetingCodePayload") setCode(made.meetingCode ?? null);
  };
  if (!viewerCanLead) return null;
  return (
    <section className="meeting-card join-card" aria-labelledby="meedoen-titel">
      {code && <QrCode text={`${window.location.origin}${guestPath(code)}`} label={t("qr")} />}
      <div>
        <h2 id="meedoen-titel">{t("joinOnPhone")}</h2>
        {code ? (
          <p>
            {t("joinWith")} <b className="digits">{code}</b>
          </p>
        ) : (
          <Button onClick={() => void make()}>{t("makeCode")}</Button>
        )}
        <p className="quiet">{t("joinHint")}</p>
      </div>
    </section>
  );
}

function Present() {
  const t = useWords(meetingWords);
  const { organisations } = useCoalition();
  const { attendance } = useOpenMeeting();
  const there = attendance.filter(({ present }) => present);
  return (
    <div className="screen-room">
      <p>{t("room", { count: there.length })}</p>
      <div>
        {there.map(({ id, organisationId }) => {
          const organisation = organisations.get(organisationId);
          return organisation && <Square key={id} letters={organisation.letters} name={organisation.name} colour={organisation.colourIndex} />;
        })}
      </div>
    </div>
  );
}

function Screen({ meeting, reload }: { readonly meeting: Meeting; readonly reload: () => Promise<number> }) {
  const open = useMemo(() => ({ ...meeting, reload }), [meeting, reload]);
  const t = useWords(meetingWords);
  const path = usePath();
  const language = useLanguage();
  const coalition = useCoalition();
  const heading = usePageTitle(meeting.title);
  useNewChair(meeting);
  const { cards, boards } = useMeetingTasks(meeting);
  const back = path(meetingPath(coalition, meeting));
  return (
    <MeetingContext value={open}>
      <div className="screen">
        <nav className="screen-side" aria-label={t("agenda")}>
          <Brand />
          <div>
            <h1 ref={heading} tabIndex={-1}>
              {meeting.title}
            </h1>
            <p>{fullMoment(new Date(meeting.startsAt), language)}</p>
            {meeting.state === "LIVE" && <p>{t("chairIs", { name: meeting.chairName })}</p>}
          </div>
          <Agenda onScreen />
          <Present />
          <div className="screen-foot">
            <Link to={back}>{t("leaveScreen")}</Link>
            <ConnectionChip />
          </div>
        </nav>
        <div className="screen-main">
          {meeting.state === "LIVE" ? (
            <>
              <LostLine />
              <PointHead id="punt-titel" />
              <PointSubject cards={cards} />
              {meeting.viewerCanTakeNotes && <Divide cards={cards} boards={boards} />}
              <div className="screen-pair">
                <Decisions cards={cards} />
                <JoinCard />
                <Changes cards={cards} />
                <Questions />
              </div>
              {meeting.viewerCanLead && <ChairBar />}
            </>
          ) : (
            <EmptyState
              title={t(meeting.state === "CLOSED" ? "isClosed" : "notStarted")}
              action={
                <Link className="button" to={back}>
                  {t("leaveScreen")}
                </Link>
              }
            />
          )}
        </div>
      </div>
    </MeetingContext>
  );
}

function Read({ id }: { readonly id: string }) {
  const { meeting, failed, reload } = useMeeting(id);
  if (meeting) return <Screen meeting={meeting} reload={reload} />;
  return failed ? <ErrorBlock onRetry={() => void reload()} /> : <Skeleton rows={4} height={120} />;
}

/** Overlegscherm: the meeting on a shared screen, one point at a time. */
export function ScreenPage() {
  const t = useWords(meetingWords);
  const { id, read, failed, reload } = useMeetingOfAddress();
  if (id) return <Read key={id} id={id} />;
  if (failed) return <ErrorBlock onRetry={() => void reload()} />;
  return read ? <EmptyState title={t("notHere")} /> : <Skeleton rows={4} height={120} />;
}
