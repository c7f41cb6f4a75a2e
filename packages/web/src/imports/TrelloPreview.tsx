import { type ImportNote, type ImportReport, TaskState } from "@wijkbord/schema";
import { useEffect, useRef, useState } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { importPageWords } from "./importPageWords.ts";
import type { TrelloChoices } from "./TrelloImport.tsx";

const states = [TaskState.PROPOSED, TaskState.AGREED, TaskState.IN_PROGRESS, TaskState.IN_REVIEW, TaskState.BLOCKED, TaskState.DONE] as const;
const listed = 50;

/** Remarks of one kind; the details come from the hub in English. */
function Notes({ title, notes }: { readonly title: string; readonly notes: readonly ImportNote[] }) {
  if (notes.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul lang="en" className="import-notes">
        {notes.slice(0, listed).map(({ place, text }, index) => (
          <li key={index}>{place === "" ? text : `${place}: ${text}`}</li>
        ))}
      </ul>
    </details>
  );
}

interface TrelloPreviewProps {
  readonly report: ImportReport;
  readonly onCheck: (choices: TrelloChoices) => void;
  readonly onLand: () => void;
  readonly onAgain: () => void;
}

/** What a board brings in: a state per list, an organisation per person, and what does not come along. */
export function TrelloPreview({ report, onCheck, onLand, onAgain }: TrelloPreviewProps) {
  const t = useWords(importPageWords);
  const { organisations } = useCoalition();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const guessed: TrelloChoices["states"] = Object.fromEntries(report.lists.filter(({ column }) => column === "NEW").map(({ list, state }) => [list, state]));
  const known = Object.fromEntries(report.members.flatMap(({ name, organisation }) => (organisation === null ? [] : [[name, organisation] as const])));
  const [chosen, setChosen] = useState(guessed);
  const [members, setMembers] = useState<TrelloChoices["members"]>(known);
  const changed = JSON.stringify([chosen, members]) !== JSON.stringify([guessed, known]);
  const partners = [...organisations.values()].filter(({ leftOn }) => leftOn === null);
  const { file, fresh, lists } = report;
  return (
    <section className="import-preview">
      <h2 ref={heading} tabIndex={-1}>
        {t("fresh", { count: fresh.cards })}
      </h2>
      <p>{t("inFile", { cards: file.cards, comments: file.comments, archived: file.archivedCards })}</p>
      {report.personalData.length > 0 && <p className="import-warning">{t("privacy", { count: report.personalData.length })}</p>}
      <section className="import-card">
        <h3>{t("lists")}</h3>
        <div className="import-columns">
          {lists.map(({ list, state, column, cards }, index) =>
            column === "ARCHIVED" ? (
              <p key={index} className="quiet">
                {t("listArchived", { name: list })}
              </p>
            ) : (
              <Field key={index} label={t("listState", { name: list, cards })}>
                <select
                  value={chosen[list] ?? state}
                  onChange={(event) => setChosen({ ...chosen, [list]: states.find((one) => one === event.target.value) ?? state })}
                >
                  {states.map((one) => (
                    <option key={one} value={one}>
                      {t(one)}
                    </option>
                  ))}
                </select>
              </Field>
            ),
          )}
        </div>
      </section>
      {report.members.length > 0 && (
        <section className="import-card">
          <h3>{t("members")}</h3>
          <p className="quiet">{t("membersHint")}</p>
          <div className="import-columns">
            {report.members.map(({ name, cards }, index) => (
              <Field key={index} label={t("member", { name, cards })}>
                <select
                  value={members[name] ?? ""}
                  onChange={(event) =>
                    setMembers(Object.fromEntries(Object.entries({ ...members, [name]: event.target.value }).filter(([, value]) => value !== "")))
                  }
                >
                  <option value="">{t("nobody")}</option>
                  {partners.map(({ id, shortName }) => (
                    <option key={id} value={shortName}>
                      {shortName}
                    </option>
                  ))}
                </select>
              </Field>
            ))}
          </div>
        </section>
      )}
      <Notes title={t("personalData", { count: report.personalData.length })} notes={report.personalData} />
      <Notes title={t("skipped", { count: report.skipped.length })} notes={report.skipped} />
      <Notes title={t("cuts", { count: report.cuts.length })} notes={report.cuts} />
      <Notes title={t("links", { count: report.links.length })} notes={report.links} />
      <footer className="import-bar">
        {changed ? (
          <Button look="primary" onClick={() => onCheck({ states: chosen, members })}>
            {t("recheck")}
          </Button>
        ) : (
          <Button look="primary" disabled={fresh.cards + fresh.comments + fresh.checklistItems + fresh.letters === 0} onClick={onLand}>
            {t("put", { count: fresh.cards })}
          </Button>
        )}
        <Button look="quiet" onClick={onAgain}>
          {t("again")}
        </Button>
        <p className="quiet">{t("putHint")}</p>
      </footer>
    </section>
  );
}
