import { Link } from "../shared/router.tsx";
import { useSession } from "../accounts/session.ts";
import { usePageTitle } from "../accounts/usePageTitle.ts";
import { useCoalition } from "../coalitions/coalition.ts";
import { longDay } from "../language/dates.ts";
import { useLanguage, usePath } from "../language/language.ts";
import { useToday } from "../language/now.ts";
import { useWords } from "../language/words.ts";
import { ComingMeeting, useComingMeeting } from "../meetings/ComingMeeting.tsx";
import { ErrorBlock, Skeleton } from "../ui/States.tsx";
import { Partners } from "./Partners.tsx";
import { SinceLastVisit } from "./SinceLastVisit.tsx";
import { Tiles } from "./Tiles.tsx";
import "./Today.css";
import { useTodayRead } from "./useToday.ts";
import { ToArrange, Waiting } from "./Waiting.tsx";
import { attentionWords } from "./words.ts";

/** Vandaag: first what waits on the person, then how the coalition is doing. */
export function TodayPage() {
  const t = useWords(attentionWords);
  const language = useLanguage();
  const day = useToday();
  const { name, organisations } = useCoalition();
  const heading = usePageTitle(t("title"));
  const { today, failed, reload } = useTodayRead();
  const coming = useComingMeeting();
  const path = usePath();
  const session = useSession();
  const hats = session.state === "in" ? session.me.memberships.length : 0;
  const again = () => void reload().catch(() => undefined);
  const partners = [...organisations.values()].filter(({ leftOn }) => leftOn === null).length;
  return (
    <div className="today">
      <header className="today-head">
        <h1 ref={heading} tabIndex={-1}>
          {t("title")}
        </h1>
        <p className="quiet">
          {longDay(day, language, day)} · {t("lead", { coalition: name, count: partners })}
        </p>
      </header>
      {hats > 1 && (
        <Link className="today-all" to={path("/vandaag")}>
          {t("allCoalitions")}
        </Link>
      )}
      {coming?.live && <ComingMeeting {...coming} />}
      {failed && <ErrorBlock title={t("failed")} onRetry={again} />}
      {!today && !failed && <Skeleton rows={4} height={96} />}
      {today && (
        <div className="today-columns">
          <div className="today-main">
            <Waiting items={today.items} onDone={again} />
            <Tiles tiles={today.tiles} />
            <ToArrange items={today.items} onDone={again} />
            <Partners asOfSequence={today.asOfSequence} />
          </div>
          <div className="today-side">
            {coming && !coming.live && <ComingMeeting {...coming} />}
            <SinceLastVisit events={today.events} headSequence={today.headSequence} />
          </div>
        </div>
      )}
    </div>
  );
}
