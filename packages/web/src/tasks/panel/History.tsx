import { UndoEventDocument } from "@wijkbord/schema/operations";
import { EventType, isUndoable, mayUndo } from "@wijkbord/schema";
import { RotateCcw } from "lucide-react";
import { useState } from "react";
import { useCoalition } from "../../coalitions/coalition.ts";
import { ago, dayOf, fullMoment, longDay } from "../../language/dates.ts";
import { useLanguage } from "../../language/language.ts";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/Button.tsx";
import { showToast } from "../../ui/Toasts.tsx";
import { differences, type Entry, headline, type Names } from "./historyText.ts";
import { historyWords } from "./historyWords.ts";
import { rightsOf } from "./rights.ts";
import { Section } from "./Section.tsx";
import { useAct } from "../useAct.ts";
import type { Detail } from "./useDetail.ts";
import { panelWords } from "./words.ts";

const shownAtFirst = 6;

interface HistoryRowProps {
  readonly entry: Entry;
  readonly names: Names;
  readonly mayUndoIt: boolean;
}

function HistoryRow({ entry, names, mayUndoIt }: HistoryRowProps) {
  const t = useWords(panelWords);
  const h = useWords(historyWords);
  const act = useAct();
  const language = useLanguage();
  const moment = new Date(entry.occurredAt);
  const lines = differences(entry, h, names);
  const who = entry.actor.membershipId ? (entry.actor.displayName ?? t("unknownPerson")) : t("system");
  const undo = async () => {
    if ((await act(UndoEventDocument, { eventId: entry.id })).ok) showToast({ text: t("undone") });
  };
  return (
    <li>
      <p>
        <b>{who}</b>
        {entry.actor.organisation && <span className="quiet"> ({entry.actor.organisation.shortName})</span>} {headline(entry, h, names)}{" "}
        {entry.byDemo && <small className="by-demo">{t("byDemo")}</small>}
      </p>
      {lines.map((line) => (
        <p key={line} className="quiet">
          {line}
        </p>
      ))}
      <footer>
        <time className="quiet" dateTime={entry.occurredAt} title={fullMoment(moment, language)}>
          {ago(moment, language, new Date())}
        </time>
        {mayUndoIt && (
          <Button small look="quiet" onClick={() => void undo()}>
            <RotateCcw size={14} aria-hidden />
            {t("undo")}
          </Button>
        )}
      </footer>
    </li>
  );
}

/** What happened to the task, newest first, with what can be put back. */
export function History({ task, columnName }: { readonly task: Detail; readonly columnName: (id: string) => string | undefined }) {
  const t = useWords(panelWords);
  const language = useLanguage();
  const { themes, actionLines, organisations, viewer } = useCoalition();
  const [all, setAll] = useState(false);
  const names: Names = {
    column: columnName,
    theme: (id) => (language === "nl" ? themes.get(id)?.nameNl : themes.get(id)?.nameEn),
    actionLine: (id) => actionLines.get(id)?.title,
    letter: (id) => {
      const assignment = task.assignments.find((each) => each.id === id);
      const organisation = organisations.get(assignment?.organisationId ?? "");
      return assignment && organisation && { organisation: organisation.shortName, letter: t(assignment.letter) };
    },
    day: (date) => longDay(date, language, dayOf(new Date())),
  };
  const undone = new Set(task.history.map(({ undoes }) => undoes));
  const places = ({ target, changes }: Entry) => changes.map(({ field }) => `${target.id}.${field}`);
  const changedSince = new Map(task.history.map((entry, index) => [entry.id, new Set(task.history.slice(0, index).flatMap(places))]));
  const { assignments } = rightsOf(task);
  const mayUndoIt = (entry: Entry) => {
    const { id, type, actor, occurredAt } = entry;
    const overtaken = places(entry).some((place) => changedSince.get(id)?.has(place));
    if (!isUndoable(EventType[type]) || undone.has(id) || overtaken) return false;
    return mayUndo(viewer, {
      actorMembershipId: actor.membershipId,
      minutesAgo: (Date.now() - new Date(occurredAt).getTime()) / 60_000,
      assignments,
      mayChange: task.viewerCanEdit,
    });
  };
  const rows = all ? task.history : task.history.slice(0, shownAtFirst);
  return (
    <Section title={t("history")}>
      <ol className="history">
        {rows.map((entry) => (
          <HistoryRow key={entry.id} entry={entry} names={names} mayUndoIt={mayUndoIt(entry)} />
        ))}
      </ol>
      {rows.length < task.history.length && (
        <Button small look="quiet" onClick={() => setAll(true)}>
          {t("historyMore")}
        </Button>
      )}
    </Section>
  );
}
