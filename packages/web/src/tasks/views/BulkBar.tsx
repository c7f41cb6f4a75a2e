import { useQuery } from "@apollo/client/react";
import { taskLimits } from "@wijkbord/schema";
import { CoalitionLabelsDocument } from "@wijkbord/schema/operations";
import { ClipboardCopy } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useCoalition } from "../../coalitions/coalition.ts";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Field } from "../../ui/Field.tsx";
import { showToast } from "../../ui/Toasts.tsx";
import { useBoard, useFrame } from "../boardContext.ts";
import type { Card } from "../taskFeed.ts";
import { taskWords } from "../words.ts";
import { type BulkAct, type Failed, useBulk } from "./useBulk.ts";
import { viewWords } from "./viewWords.ts";

const CopyBlock = lazy(() => import("./CopyBlock.tsx"));

interface PickProps {
  readonly label: string;
  readonly disabled: boolean;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly onPick: (id: string) => void;
}

/** One act with its choice; nothing happens before the button is pressed. */
function Pick({ label, disabled, options, onPick }: PickProps) {
  const t = useWords(viewWords);
  const [id, setId] = useState("");
  if (options.length === 0) return null;
  return (
    <span className="bulk-pick">
      <select aria-label={label} value={id} disabled={disabled} onChange={(event) => setId(event.target.value)}>
        <option value="">{label}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
      {id !== "" && (
        <Button small look="primary" disabled={disabled} onClick={() => onPick(id)}>
          {t("doIt")}
        </Button>
      )}
    </span>
  );
}

function ReasonDialog({ onClose, onReason }: { readonly onClose: () => void; readonly onReason: (reason: string) => void }) {
  const t = useWords(viewWords);
  const words = useWords(taskWords);
  const [reason, setReason] = useState("");
  const [error, setError] = useState<string | null>(null);
  const save = () => (reason.trim() ? onReason(reason.trim()) : setError(t("reasonRequired")));
  return (
    <Dialog
      title={t("reason")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words("cancel")}</Button>
          <Button look="primary" onClick={save}>
            {words("move")}
          </Button>
        </>
      }
    >
      <Field label={words("reason")} hint={words("reasonHint")} error={error}>
        <textarea maxLength={taskLimits.reason} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </Dialog>
  );
}

/** What can be done to all chosen tasks at once. */
export function BulkBar({ cards, onDone }: { readonly cards: readonly Card[]; readonly onDone: () => void }) {
  const t = useWords(viewWords);
  const { store } = useBoard();
  const { columns, title } = useFrame(store);
  const [copying, setCopying] = useState(false);
  const { slug, organisations } = useCoalition();
  const { data } = useQuery(CoalitionLabelsDocument, { variables: { slug } });
  const words = useWords(taskWords);
  const { busy, run, undo } = useBulk();
  const [waitIn, setWaitIn] = useState<string | null>(null);
  const [failed, setFailed] = useState<readonly Failed[]>([]);
  const partners = [...organisations.values()].filter(({ leftOn }) => leftOn === null).map(({ id, shortName }) => ({ id, name: shortName }));
  const start = async (act: BulkAct) => {
    const { failed: left, changed } = await run(cards, act);
    setFailed(left);
    const count = cards.length - left.length;
    const back = async () => {
      const stayed = await undo(changed);
      const names = stayed.map(({ card, text }) => `${card.number}: ${text}`).join(" ");
      if (stayed.length > 0) showToast({ text: t("notUndone", { count: stayed.length, why: names }), tone: "problem" });
      else showToast({ text: t("undone", { count: changed.length }) });
    };
    const action = changed.length > 0 ? { action: { label: words("undo"), key: "Z", run: () => void back() } } : {};
    if (count > 0) showToast({ text: t("done", { count }), ...action });
    if (left.length === 0) onDone();
  };
  const move = (columnId: string) => {
    if (columns.find(({ id }) => id === columnId)?.state === "BLOCKED") setWaitIn(columnId);
    else void start({ kind: "move", columnId, reason: null });
  };
  return (
    <section className="bulk" aria-label={t("selected", { count: cards.length })}>
      <b role="status">{busy === null ? t("selected", { count: cards.length }) : t("busy", { done: busy + 1, count: cards.length })}</b>
      <Pick
        label={t("moveTo")}
        disabled={busy !== null}
        options={columns.toSorted((a, b) => a.position - b.position).map(({ id, title }) => ({ id, name: title }))}
        onPick={move}
      />
      <Pick label={t("askPartner")} disabled={busy !== null} options={partners} onPick={(organisationId) => void start({ kind: "ask", organisationId })} />
      <Pick
        label={t("addLabel")}
        disabled={busy !== null}
        options={data?.coalition.labels ?? []}
        onPick={(labelId) => void start({ kind: "label", labelId })}
      />
      <Button small look="quiet" disabled={busy !== null} onClick={() => setCopying(true)}>
        <ClipboardCopy size={15} aria-hidden />
        {t("copy")}
      </Button>
      {copying && (
        <Suspense>
          <CopyBlock title={t("selectionOf", { board: title })} cards={cards} onClose={() => setCopying(false)} />
        </Suspense>
      )}
      <Button small look="quiet" disabled={busy !== null} onClick={onDone}>
        {t("selectNone")}
      </Button>
      {failed.length > 0 && (
        <div className="bulk-failed" role="alert">
          <b>{t("failed", { count: failed.length })}</b>
          <ul>
            {failed.map(({ card, text }) => (
              <li key={card.id}>
                <span className="digits">{card.number}</span> {text}
              </li>
            ))}
          </ul>
        </div>
      )}
      {waitIn && (
        <ReasonDialog
          onClose={() => setWaitIn(null)}
          onReason={(reason) => {
            setWaitIn(null);
            void start({ kind: "move", columnId: waitIn, reason });
          }}
        />
      )}
    </section>
  );
}
