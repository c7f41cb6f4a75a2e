import type { ActionListReport, ListContext } from "@wijkbord/schema";
import { useEffect, useRef, useState } from "react";
import type { BoardEntry } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { ImportRefusedNote, useAsking, useSentence } from "./ImportDone.tsx";
import { sendList } from "./importClient.ts";
import { importPageWords } from "./importPageWords.ts";
import { doubtsOf, inputOf, isPersonal, type ListDraft } from "./listDraft.ts";
import { ListRow } from "./ListRow.tsx";

const portion = 100;

interface ListPreviewProps {
  readonly board: BoardEntry;
  readonly context: ListContext;
  readonly drafts: readonly ListDraft[];
  readonly onDone: (report: ActionListReport) => void;
  readonly onAgain: () => void;
}

/** What was found in a list: doubtful cells are marked and mended here, then it goes on the board in one act. */
export function ListPreview({ board, context, drafts: found, onDone, onAgain }: ListPreviewProps) {
  const t = useWords(importPageWords);
  const asking = useAsking();
  const sentence = useSentence();
  const [drafts, setDrafts] = useState(found);
  const [onlyDoubts, setOnlyDoubts] = useState(false);
  const [shown, setShown] = useState(portion);
  const [known, setKnown] = useState(0);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const inputs = (lines: readonly ListDraft[]) => lines.filter(({ include }) => include).map((draft) => inputOf(draft, context));
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    heading.current?.focus();
    const tasks = found.filter(({ title }) => title.trim() !== "").map((draft) => inputOf(draft, context));
    void sendList(asking, { boardId: board.id, dryRun: true, tasks }).then((reply) => {
      if ("answer" in reply) setKnown(reply.answer.updated + reply.answer.unchanged);
    });
  }, [asking, board.id, context, found]);
  const change = (place: number, changed: Partial<ListDraft>) =>
    setDrafts((before) => before.map((draft) => (draft.task.place === place ? { ...draft, ...changed } : draft)));
  const doubtful = found.filter((draft) => doubtsOf(draft).length > 0);
  const open = drafts.filter((draft) => draft.include && doubtsOf(draft).length > 0).length;
  const chosen = drafts.filter(({ include }) => include);
  const personal = chosen.filter(isPersonal).length;
  const places = new Set(doubtful.map(({ task }) => task.place));
  const visible = onlyDoubts ? drafts.filter(({ task }) => places.has(task.place)) : drafts;
  const put = async () => {
    setBusy(true);
    setWrong(null);
    const reply = await sendList(asking, { boardId: board.id, dryRun: false, tasks: inputs(drafts) });
    setBusy(false);
    if ("answer" in reply) onDone(reply.answer);
    else setWrong(sentence(reply));
  };
  return (
    <section className="import-preview" aria-label={t("previewTitle", { count: drafts.length })}>
      <h2 ref={heading} tabIndex={-1}>
        {t("previewTitle", { count: drafts.length })}
      </h2>
      <p>{t("doubts", { count: open })}</p>
      {known > 0 && <p>{t("known", { count: known })}</p>}
      {personal > 0 && <p className="import-warning">{t("privacy", { count: personal })}</p>}
      {doubtful.length > 0 && (
        <label className="import-check">
          <input type="checkbox" checked={onlyDoubts} onChange={(event) => setOnlyDoubts(event.target.checked)} />
          {t("onlyDoubts")}
        </label>
      )}
      <ol className="import-rows">
        {visible.slice(0, shown).map((draft) => (
          <ListRow key={draft.task.place} draft={draft} context={context} onChange={(changed) => change(draft.task.place, changed)} />
        ))}
      </ol>
      {visible.length > shown && <Button onClick={() => setShown(shown + portion)}>{t("more", { count: Math.min(portion, visible.length - shown) })}</Button>}
      {wrong !== null && <ImportRefusedNote text={wrong} />}
      <footer className="import-bar">
        <Button look="primary" disabled={busy || chosen.length === 0 || chosen.some(({ title }) => title.trim() === "")} onClick={() => void put()}>
          {busy ? t("landing") : t("put", { count: chosen.length })}
        </Button>
        <Button look="quiet" disabled={busy} onClick={onAgain}>
          {t("again")}
        </Button>
        <p className="quiet">{t("putHint")}</p>
      </footer>
    </section>
  );
}
