import { holdersOf, type ListContext, type ListDoubt, readWhen } from "@wijkbord/schema";
import { useId } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { longDay } from "../language/dates.ts";
import { useLanguage } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { importPageWords } from "./importPageWords.ts";
import { doubtsOf, type ListDraft } from "./listDraft.ts";

interface ListRowProps {
  readonly draft: ListDraft;
  readonly context: ListContext;
  readonly onChange: (changed: Partial<ListDraft>) => void;
}

/** A line of a list with its cells; what asks for a look has a mark and says what it is. */
export function ListRow({ draft, context, onChange }: ListRowProps) {
  const t = useWords(importPageWords);
  const language = useLanguage();
  const { organisations, members } = useCoalition();
  const id = useId();
  const { task, include, title, who, when, columnId, mended } = draft;
  const line = { line: task.place };
  const doubts = new Set(include ? doubtsOf(draft) : []);
  const mend = (cell: ListDoubt, changed: Partial<ListDraft>) => onChange({ ...changed, mended: [...new Set([...mended, cell])] });
  const { holders, names } = mended.includes("WHO") ? holdersOf("", who, context.partners) : task;
  const read = mended.includes("WHEN") ? readWhen(when, context.today) : task;
  const said = [
    ...holders.map(({ organisationId, membershipId, lead }) => {
      const person = members.get(membershipId ?? "")?.displayName;
      const short = organisations.get(organisationId)?.shortName ?? "";
      return t(lead ? "leads" : "does", { name: person ? `${short} (${person})` : short });
    }),
    ...names.map((name) => t("name", { name })),
  ].join(" · ");
  const day = read.dueOn ? longDay(read.dueOn, language, context.today) : read.when ? t("noDay", { when: read.when }) : "";
  const note = (cell: ListDoubt, text: string) => {
    const doubt = doubts.has(cell) ? t(`doubt${cell}`, { status: task.status }) : "";
    return (
      <small id={`${id}-${cell}`} className="quiet">
        {doubt && <strong>{doubt}</strong>} {text}
      </small>
    );
  };
  const cell = (name: ListDoubt, label: "cellTitle" | "cellWho" | "cellWhen" | "cellColumn") => ({
    className: "input",
    "aria-label": t(label, line),
    "aria-describedby": `${id}-${name}`,
    "data-doubt": doubts.has(name) || undefined,
    disabled: !include,
  });
  return (
    <li data-out={include ? undefined : true}>
      <label className="import-check">
        <input type="checkbox" checked={include} aria-label={t("include", line)} onChange={(event) => onChange({ include: event.target.checked })} />
        <span className="digits quiet">{task.place}</span>
      </label>
      <div className="import-cell-title">
        <input {...cell("TITLE", "cellTitle")} value={title} onChange={(event) => mend("TITLE", { title: event.target.value })} />
        {note("TITLE", task.description.split("\n")[0] ?? "")}
      </div>
      <div>
        <input {...cell("WHO", "cellWho")} value={who} onChange={(event) => mend("WHO", { who: event.target.value })} />
        {note("WHO", said)}
      </div>
      <div>
        <input {...cell("WHEN", "cellWhen")} value={when} onChange={(event) => mend("WHEN", { when: event.target.value })} />
        {note("WHEN", day)}
      </div>
      <div>
        <select {...cell("STATUS", "cellColumn")} value={columnId} onChange={(event) => mend("STATUS", { columnId: event.target.value })}>
          {context.columns.map((column) => (
            <option key={column.id} value={column.id}>
              {column.title}
            </option>
          ))}
        </select>
        {note("STATUS", "")}
      </div>
    </li>
  );
}
