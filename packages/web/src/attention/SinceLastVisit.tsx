import { useEffect } from "react";
import { Link } from "../shared/router.tsx";
import { useScope } from "../activity/scope.ts";
import { useCoalition } from "../coalitions/coalition.ts";
import { ago, fullMoment } from "../language/dates.ts";
import { useLanguage, usePath } from "../language/language.ts";
import { useNow } from "../language/now.ts";
import { useWords } from "../language/words.ts";
import { Circle, Square } from "../ui/Square.tsx";
import { aboutOf, deedOf, isReminder, withoutRepeats } from "./activityLine.ts";
import { activityWords } from "./activityWords.ts";
import { keepVisit, lastVisit } from "./lastVisit.ts";
import type { ActivityEvent } from "./useToday.ts";
import { attentionWords } from "./words.ts";

const most = 12;

function Line({ event, isNew }: { readonly event: ActivityEvent; readonly isNew: boolean }) {
  const t = useWords(attentionWords);
  const w = useWords(activityWords);
  const language = useLanguage();
  const path = usePath();
  const now = useNow();
  const coalition = useCoalition();
  const { actor, occurredAt, byDemo } = event;
  const organisation = coalition.organisations.get(actor.organisation?.id ?? "");
  const about = aboutOf(coalition, event);
  const moment = new Date(occurredAt);
  const name = actor.displayName ?? actor.organisation?.shortName ?? t("hub");
  return (
    <li className="activity-line" data-new={isNew || undefined}>
      {actor.displayName ? (
        <Circle name={actor.displayName} colour={organisation?.colourIndex ?? 7} size="s" decorative />
      ) : (
        <Square letters={organisation?.letters ?? "WB"} name={name} colour={organisation?.colourIndex ?? 7} size="s" decorative />
      )}
      <div>
        <b>{name}</b> {deedOf(event, w)}{" "}
        {about &&
          (about.address ? (
            <Link to={path(about.address)} lang="nl">
              {about.title}
            </Link>
          ) : (
            <span lang="nl">{about.title}</span>
          ))}
        {byDemo && <span className="by-demo">{t("byDemo")}</span>}
        <small>
          {isNew && <span className="hidden-text">{t("isNew")}, </span>}
          <time dateTime={occurredAt} title={fullMoment(moment, language)}>
            {ago(moment, language, now)}
          </time>
          {about?.number && <> · {about.number}</>}
          {organisation && <> · {organisation.shortName}</>}
        </small>
      </div>
    </li>
  );
}

/** What happened, newest first; what is new to this device stands out. */
export function SinceLastVisit({ events, headSequence }: { readonly events: readonly ActivityEvent[]; readonly headSequence: number }) {
  const t = useWords(attentionWords);
  const language = useLanguage();
  const now = useNow();
  const { membershipId } = useScope();
  const visit = lastVisit(membershipId);
  useEffect(() => keepVisit(membershipId, headSequence), [membershipId, headSequence]);
  const isNew = ({ sequence, actor }: ActivityEvent) => visit !== null && sequence > visit.sequence && actor.membershipId !== membershipId;
  const told = withoutRepeats(events.filter((event) => event.subject !== null && !isReminder(event)));
  const fresh = told.filter(isNew).length;
  return (
    <section className="today-card" aria-labelledby="vorige-bezoek" data-since>
      <header>
        <h2 id="vorige-bezoek">{visit ? t("sinceVisit") : t("firstVisit")}</h2>
        {visit && (
          <span className="quiet">{fresh > 0 ? t("newCount", { count: fresh }) : t("lastVisitAt", { moment: ago(new Date(visit.at), language, now) })}</span>
        )}
      </header>
      {visit && fresh === 0 && <p className="today-note">{t("nothingNew")}</p>}
      <ul>
        {told.slice(0, Math.max(most, fresh)).map((event) => (
          <Line key={event.id} event={event} isNew={isNew(event)} />
        ))}
      </ul>
    </section>
  );
}
