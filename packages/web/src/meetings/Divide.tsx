import { Letter } from "@wijkbord/schema";
import { PickUpTaskDocument, RecordPromiseDocument, UpdateTaskDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { type BoardEntry, useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import type { Card } from "../tasks/taskFeed.ts";
import { useAct } from "../tasks/useAct.ts";
import { announce } from "../ui/announcer.ts";
import { Button } from "../ui/Button.tsx";
import { NewTask } from "./NewTask.tsx";
import { useOpenMeeting } from "./useMeeting.ts";
import { meetingWords } from "./words.ts";

const isOpen = ({ state, archivedAt }: Card) => archivedAt === null && state !== "DONE" && state !== "CANCELLED";
const isLed = ({ assignments, promises }: Card) =>
  assignments.some(({ letter, state }) => letter === "ACCOUNTABLE" && state === "ACCEPTED") || promises.some(({ letter }) => letter === "ACCOUNTABLE");
const few = 12;

/** One task: choose who leads, choose the day, write it down. */
function Row({ card }: { readonly card: Card }) {
  const t = useWords(meetingWords);
  const act = useAct();
  const { organisations, viewer } = useCoalition();
  const { id: meetingId } = useOpenMeeting();
  const [organisationId, setOrganisation] = useState("");
  const [dueOn, setDueOn] = useState(card.dueOn ?? "");
  const partners = [...organisations.values()].filter(({ leftOn }) => leftOn === null);
  const write = async () => {
    const { id, version: expectedVersion } = card;
    if (dueOn && dueOn !== card.dueOn && !(await act(UpdateTaskDocument, { id, expectedVersion, dueOn })).ok) return;
    const said =
      organisationId === viewer.organisationId
        ? await act(PickUpTaskDocument, { id, expectedVersion })
        : await act(RecordPromiseDocument, { meetingId, taskId: id, organisationId, letter: Letter.ACCOUNTABLE });
    if (said.ok) announce("own", t("written", { number: card.number, name: organisations.get(organisationId)?.shortName ?? "" }));
  };
  return (
    <li>
      <span className="divide-title">
        <span className="digits">{card.number}</span> <span lang="nl">{card.title}</span>
      </span>
      <select
        className="input"
        aria-label={t("whoLeads", { number: card.number })}
        value={organisationId}
        onChange={(event) => setOrganisation(event.target.value)}
      >
        <option value="">{t("chooseWho")}</option>
        {partners.map(({ id, shortName }) => (
          <option key={id} value={id}>
            {shortName}
          </option>
        ))}
      </select>
      <input className="input" type="date" aria-label={t("dueFor", { number: card.number })} value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
      <Button small aria-label={t("writeFor", { number: card.number })} disabled={!organisationId} onClick={() => void write()}>
        {t("write")}
      </Button>
    </li>
  );
}

/** Tasks that nobody leads and nobody promised to lead yet, for who takes notes; what somebody says becomes a promise (D9). */
export function Divide({ cards, boards }: { readonly cards: readonly Card[]; readonly boards: readonly BoardEntry[] }) {
  const t = useWords(meetingWords);
  const [all, setAll] = useState(false);
  const open = cards.filter((card) => isOpen(card) && !isLed(card));
  const shown = all ? open : open.slice(0, few);
  return (
    <section className="meeting-card divide" aria-labelledby="verdelen-titel">
      <h2 id="verdelen-titel">{t("divide", { count: open.length })}</h2>
      <p className="quiet">{t("divideHint")}</p>
      <ul>
        {shown.map((card) => (
          <Row key={card.id} card={card} />
        ))}
      </ul>
      {open.length > few && (
        <Button small look="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t("showLess") : t("showAll", { count: open.length })}
        </Button>
      )}
      <NewTask boards={boards} />
    </section>
  );
}
