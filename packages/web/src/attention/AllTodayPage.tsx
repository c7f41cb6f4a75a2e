import { Link } from "../shared/router.tsx";
import { Brand } from "../accounts/Brand.tsx";
import { NotHerePage } from "../accounts/NotHerePage.tsx";
import { rememberHat, useSession } from "../accounts/session.ts";
import { usePageTitle } from "../accounts/usePageTitle.ts";
import { longDay } from "../language/dates.ts";
import { useLanguage, usePath } from "../language/language.ts";
import { useToday } from "../language/now.ts";
import { useWords } from "../language/words.ts";
import { EmptyState, ErrorBlock, Skeleton } from "../ui/States.tsx";
import { marks } from "./AttentionRow.tsx";
import { addressOf, lookOf, sentenceOf } from "./lines.ts";
import "./Today.css";
import { type HatToday, useAllToday, waitingIn } from "./useAllToday.ts";
import { attentionWords } from "./words.ts";

/** What waits in one coalition; each line leads to where it is answered. */
function OneCoalition({ today }: { readonly today: HatToday }) {
  const t = useWords(attentionWords);
  const language = useLanguage();
  const day = useToday();
  const path = usePath();
  const { hat, data } = today;
  const { slug, name } = hat.coalition;
  const waiting = waitingIn(today);
  const names = new Map(data.coalition.organisations.map(({ id, shortName }) => [id, shortName]));
  const choose = () => rememberHat(hat);
  return (
    <section className="today-card" aria-label={`${name}, ${hat.organisation.shortName}`} data-coalition={slug}>
      <header>
        <h2>
          {name} <small className="quiet">{hat.organisation.shortName}</small> <span className="quiet digits">{waiting.length}</span>
        </h2>
        <Link to={path(`/${slug}/vandaag`)} onClick={choose} aria-label={t("about", { act: t("look"), title: name })}>
          {t("look")}
        </Link>
      </header>
      {waiting.length === 0 && <p className="today-note">{t("nothing")}</p>}
      <ul>
        {waiting.map((item) => {
          const { mark, tone } = lookOf(item);
          const Mark = marks[mark];
          const organisation = names.get(item.organisationId ?? hat.organisationId) ?? "";
          return (
            <li key={`${item.kind} ${item.objectId}`} className="attention-row" data-kind={item.kind}>
              <span className="attention-mark" data-tone={tone}>
                <Mark size={17} aria-hidden />
              </span>
              <div>
                <Link className="attention-title" onClick={choose} to={path(addressOf({ slug, boards: data.coalition.boards }, item) ?? `/${slug}/vandaag`)}>
                  {item.number && <span className="digits">{item.number} </span>}
                  <span lang="nl">{item.title}</span>
                </Link>
                <small>{sentenceOf(item, t, { organisation, day: item.dueOn ? longDay(item.dueOn, language, day) : "" })}</small>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Vandaag over all coalitions of a person. */
export function AllTodayPage() {
  const t = useWords(attentionWords);
  const session = useSession();
  const heading = usePageTitle(t("allTitle"));
  const { all, failed, retry } = useAllToday(session.state === "in" ? session.me : null);
  if (session.state === "out") return <NotHerePage />;
  const count = (all ?? []).reduce((sum, today) => sum + waitingIn(today).length, 0);
  return (
    <main id="content" className="all-today">
      <Brand />
      <header className="today-head">
        <h1 ref={heading} tabIndex={-1}>
          {t("allTitle")}
        </h1>
        {all && (
          <p className="quiet" data-total={count}>
            {t("allLead", { count })}
          </p>
        )}
      </header>
      {failed && <ErrorBlock title={t("failed")} onRetry={retry} />}
      {!all && !failed && <Skeleton rows={4} height={64} />}
      {all?.length === 0 && <EmptyState title={t("noCoalition")} />}
      {all?.map((today) => (
        <OneCoalition key={today.hat.id} today={today} />
      ))}
    </main>
  );
}
