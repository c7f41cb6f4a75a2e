import { taskPath, useCoalition } from "../../coalitions/coalition.ts";
import { longDay } from "../../language/dates.ts";
import { useLanguage, usePath } from "../../language/language.ts";
import { useToday } from "../../language/now.ts";
import { useWords } from "../../language/words.ts";
import { QrCode } from "../../meetings/QrCode.tsx";
import type { Card } from "../taskFeed.ts";
import { paperWords } from "./paperWords.ts";

/** Who leads and does a task, when it is due, why it waits: the words of a card on paper. */
function useFacts(card: Card): string[] {
  const t = useWords(paperWords);
  const language = useLanguage();
  const today = useToday();
  const { organisations } = useCoalition();
  const names = (letter: string, state: string) =>
    card.assignments
      .filter((held) => held.letter === letter && held.state === state)
      .map(({ organisationId }) => organisations.get(organisationId)?.shortName ?? "")
      .join(", ");
  const [leads, does] = [names("ACCOUNTABLE", "ACCEPTED"), names("RESPONSIBLE", "ACCEPTED")];
  const asked = [names("ACCOUNTABLE", "PROPOSED"), names("RESPONSIBLE", "PROPOSED")].filter(Boolean).join(", ");
  return [
    card.dueOn ? t("due", { day: longDay(card.dueOn, language, today) }) : "",
    leads ? t("leads", { names: leads }) : asked ? "" : t("nobody"),
    does && does !== leads ? t("does", { names: does }) : "",
    asked ? t("asked", { names: asked }) : "",
    card.checklistTotal > 0 ? t("steps", { done: card.checklistDone, total: card.checklistTotal }) : "",
    card.blockedReason ? t("waits", { reason: card.blockedReason }) : "",
  ].filter(Boolean);
}

interface PaperTaskProps {
  readonly card: Card;
  /** With a box to tick and lines to write on. */
  readonly toWrite: boolean;
}

/** One task on paper: number, title, facts and a code that opens it. */
export function PaperTask({ card, toWrite }: PaperTaskProps) {
  const t = useWords(paperWords);
  const path = usePath();
  const coalition = useCoalition();
  const facts = useFacts(card);
  const owner = coalition.organisations.get(card.organisationId)?.shortName ?? "";
  return (
    <li className="paper-task">
      {toWrite && <span className="paper-box" aria-hidden />}
      <div className="paper-text">
        <p className="paper-title">
          <span className="digits">{card.number}</span> <b lang="nl">{card.title}</b>
        </p>
        {card.visibility === "ORGANISATION" && <p className="paper-internal">{t("onlyFor", { name: owner })}</p>}
        <p className="paper-facts">{facts.join(" · ")}</p>
        {toWrite && <span className="paper-lines" aria-hidden />}
      </div>
      <QrCode text={`${window.location.origin}${path(taskPath(coalition, card.number))}`} label={t("code", { number: card.number })} />
    </li>
  );
}
