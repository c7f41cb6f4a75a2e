import { type ActionListReport, listLimits, type ListColumnKind, type ListContext, type ListShape, shapeOf, TaskState, tasksOfTable } from "@wijkbord/schema";
import { type ClipboardEvent, useState } from "react";
import { type BoardEntry, useCoalition } from "../coalitions/coalition.ts";
import { dayOf } from "../language/dates.ts";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { ImportDone, ImportRefusedNote } from "./ImportDone.tsx";
import { importPageWords } from "./importPageWords.ts";
import { ListColumns } from "./ListColumns.tsx";
import { ListPreview } from "./ListPreview.tsx";
import { draftOf } from "./listDraft.ts";
import { type NamedTable, readPaste, readTables, Unreadable } from "./readTable.ts";

interface ListImportProps {
  readonly board: BoardEntry;
  readonly columns: readonly { readonly id: string; readonly title: string; readonly state: keyof typeof TaskState }[];
}
interface Read {
  readonly tables: readonly NamedTable[];
  readonly table: NamedTable;
  readonly shape: ListShape;
}

/** The sheet that looks most like a list comes first. */
const most = ({ rows }: NamedTable) => rows.length;
function opened(tables: readonly NamedTable[]): Read | null {
  const table = tables.toSorted((a, b) => Number(shapeOf(b).headerRow >= 0) - Number(shapeOf(a).headerRow >= 0) || most(b) - most(a))[0];
  return table ? { tables, table, shape: shapeOf(table) } : null;
}

/** What lists are recognised with: partners, people and columns of this board. */
function useContext(columns: ListImportProps["columns"]): ListContext {
  const { organisations, members } = useCoalition();
  return {
    partners: { organisations: [...organisations.values()].filter(({ leftOn }) => leftOn === null), members: [...members.values()] },
    columns: columns.map(({ id, title, state }) => ({ id, title, state: TaskState[state] })),
    today: dayOf(new Date()),
  };
}

interface SourceProps {
  readonly busy: boolean;
  readonly onFile: (file: File) => void;
  readonly onPaste: (html: string, text: string) => void;
}

function ListSource({ busy, onFile, onPaste }: SourceProps) {
  const t = useWords(importPageWords);
  const [text, setText] = useState("");
  const paste = (event: ClipboardEvent) => {
    const html = event.clipboardData.getData("text/html");
    if (!html.includes("<table")) return;
    event.preventDefault();
    onPaste(html, event.clipboardData.getData("text/plain"));
  };
  return (
    <section className="import-card">
      <Field label={t("listFile")} hint={t("listFileHint")}>
        <input type="file" accept=".xlsx,.csv,.txt" disabled={busy} onChange={(event) => event.target.files?.[0] && onFile(event.target.files[0])} />
      </Field>
      <Field label={t("paste")} hint={t("pasteHint")}>
        <textarea rows={5} value={text} onPaste={paste} onChange={(event) => setText(event.target.value)} />
      </Field>
      <p>
        <Button disabled={text.trim() === ""} onClick={() => onPaste("", text)}>
          {t("readPaste")}
        </Button>
      </p>
      {busy && <p role="status">{t("reading")}</p>}
    </section>
  );
}

/** A list from Excel or Word: read here, looked over, and put on the board in one act. */
export function ListImport({ board, columns }: ListImportProps) {
  const t = useWords(importPageWords);
  const context = useContext(columns);
  const [read, setRead] = useState<Read | null>(null);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [report, setReport] = useState<ActionListReport | null>(null);
  const open = async (read: () => Promise<readonly NamedTable[]>) => {
    setBusy(true);
    setWrong(null);
    try {
      setRead(opened(await read()));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      setWrong(t(error.key, error.values));
    } finally {
      setBusy(false);
    }
  };
  const again = () => {
    setRead(null);
    setReport(null);
    setWrong(null);
  };
  if (report) return <ImportDone board={board} report={report} onAgain={again} />;
  if (!read) {
    return (
      <>
        {wrong && <ImportRefusedNote text={wrong} />}
        <ListSource
          busy={busy}
          onFile={(file) => void open(() => readTables(file))}
          onPaste={(html, text) => void open(() => Promise.resolve().then(() => [readPaste(html, text)]))}
        />
      </>
    );
  }
  const { tables, table, shape } = read;
  const tasks = tasksOfTable(table, shape, context);
  const over = tasks[listLimits.rows];
  const change = (kinds: readonly ListColumnKind[]) => setRead({ ...read, shape: { ...shape, kinds } });
  return (
    <>
      <section className="import-card">
        {tables.length > 1 && (
          <Field label={t("sheet")}>
            <select
              value={tables.indexOf(table)}
              onChange={(event) => {
                const chosen = tables[Number(event.target.value)];
                if (chosen) setRead({ tables, table: chosen, shape: shapeOf(chosen) });
              }}
            >
              {tables.map(({ name }, index) => (
                <option key={name} value={index}>
                  {name}
                </option>
              ))}
            </select>
          </Field>
        )}
        <ListColumns shape={shape} onChange={change} />
      </section>
      {over || tasks.length === 0 ? (
        <>
          <ImportRefusedNote text={over ? t("tooMany", { line: over.place }) : t("noTasks")} />
          <p>
            <Button onClick={again}>{t("again")}</Button>
          </p>
        </>
      ) : (
        <ListPreview
          key={`${tables.indexOf(table)} ${shape.kinds.join()}`}
          board={board}
          context={context}
          drafts={tasks.map(draftOf)}
          onDone={setReport}
          onAgain={again}
        />
      )}
    </>
  );
}
