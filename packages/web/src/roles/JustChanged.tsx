import { Link } from "../shared/router.tsx";
import { taskPath, useCoalition } from "../coalitions/coalition.ts";
import { ago, fullMoment } from "../language/dates.ts";
import { useLanguage, usePath } from "../language/language.ts";
import { useNow } from "../language/now.ts";
import { useWords } from "../language/words.ts";
import { usePresent } from "../presence/Presence.tsx";
import type { Present } from "../presence/presenceStore.ts";
import type { Card } from "../tasks/taskFeed.ts";
import { Circle, Square } from "../ui/Square.tsx";
import { divisionWords } from "./divisionWords.ts";
import type { LetterChange } from "./letterChanges.ts";

const marks = { ACCOUNTABLE: "A", RESPONSIBLE: "R", SUPPORT: "S", CONSULTED: "C", INFORMED: "I" } as const;

function Line({ change, card }: { readonly change: LetterChange; readonly card: Card }) {
  const t = useWords(divisionWords);
  const path = usePath();
  const language = useLanguage();
  const now = useNow();
  const coalition = useCoalition();
  const { actor, occurredAt, state, letter, organisationId, byDemo } = change;
  const who = actor.displayName ?? actor.organisation?.shortName ?? t("hub");
  const acting = coalition.organisations.get(actor.organisation?.id ?? "");
  const moment = new Date(occurredAt);
  const organisation = coalition.organisations.get(organisationId)?.shortName ?? "";
  return (
    <li>
      {actor.displayName ? (
        <Circle name={who} colour={acting?.colourIndex ?? 7} size="s" decorative />
      ) : (
        <Square letters={acting?.letters ?? "WB"} name={who} colour={acting?.colourIndex ?? 7} size="s" decorative />
      )}
      <div>
        {t(`just_${state}`, { organisation, what: t(marks[letter]) })}
        <Link to={path(taskPath(coalition, card.number))} lang="nl">
          {card.title}
        </Link>
        <small>
          {who} ·{" "}
          <time dateTime={occurredAt} title={fullMoment(moment, language)}>
            {ago(moment, language, now)}
          </time>
          {byDemo && <> · {t("byDemo")}</>}
        </small>
      </div>
    </li>
  );
}

/** Who is dividing a task now. */
function Busy({ person, card }: { readonly person: Present; readonly card: Card }) {
  const t = useWords(divisionWords);
  const path = usePath();
  const coalition = useCoalition();
  const { displayName, organisation } = person;
  return (
    <li data-busy>
      <Circle name={displayName} colour={coalition.organisations.get(organisation.id)?.colourIndex ?? 7} size="s" decorative />
      <div>
        {t("dividesNow", { name: displayName })}
        <Link to={path(taskPath(coalition, card.number))} lang="nl">
          {card.title}
        </Link>
        <small>
          {organisation.shortName} · {t("busyNow")}
        </small>
      </div>
    </li>
  );
}

/** Net veranderd: who changed which letter, newest first; it is silent, as changes of others are. */
export function JustChanged({ last, cards }: { readonly last: readonly LetterChange[]; readonly cards: readonly Card[] }) {
  const t = useWords(divisionWords);
  const byId = new Map(cards.map((card) => [card.id, card]));
  const busy = usePresent().filter(({ mode }) => mode === "EDITING");
  return (
    <section className="just-changed" aria-labelledby="net-veranderd">
      <header>
        <h2 id="net-veranderd">{t("justChanged")}</h2>
        <span className="quiet">{t("live")}</span>
      </header>
      {last.length === 0 && busy.length === 0 && <p className="quiet">{t("justNothing")}</p>}
      <ul>
        {busy.map((person) => {
          const card = byId.get(person.taskId ?? "");
          return card && <Busy key={person.membershipId} person={person} card={card} />;
        })}
        {last.map((change) => {
          const card = byId.get(change.taskId);
          return card && <Line key={change.id} change={change} card={card} />;
        })}
      </ul>
    </section>
  );
}
