import { taskLimits } from "@wijkbord/schema";
import { useId, useState } from "react";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Field } from "../ui/Field.tsx";
import { useBoard, useFrame } from "./boardContext.ts";
import type { Target } from "./boardActions.ts";
import type { Card } from "./taskFeed.ts";
import { taskWords } from "./words.ts";

interface MoveDialogProps {
  readonly card: Card;
  /** Chosen already, for example by dragging; then only the reason is asked. */
  readonly to?: Target;
  readonly onClose: () => void;
}

const top = "top";
const bottom = "bottom";

/** Moves a card without dragging: column and place, and the reason when it starts to wait. */
export function MoveDialog({ card, to, onClose }: MoveDialogProps) {
  const t = useWords(taskWords);
  const { store, actions } = useBoard();
  const { columns } = useFrame(store);
  const group = useId();
  const here = store.order.columnOf(card.id) ?? "";
  const [columnId, setColumnId] = useState(to?.columnId ?? here);
  const [place, setPlace] = useState(top);
  const [reason, setReason] = useState("");
  const [error, setError] = useState<string | null>(null);
  const column = columns.find(({ id }) => id === columnId);
  const waits = column?.state === "BLOCKED" && card.state !== "BLOCKED";
  const others = store.order.list(columnId).filter((id) => id !== card.id);
  const target = (): Target => to ?? { columnId, afterTaskId: place === top ? null : place === bottom ? (others.at(-1) ?? null) : place };
  const save = () => {
    if (waits && !reason.trim()) return setError(t("reasonRequired"));
    onClose();
    void actions.move(card, target(), waits ? reason.trim() : null).then(() => actions.focus.request(card.id));
  };
  return (
    <Dialog
      title={t(to ? "reasonTitle" : "moveTitle", { number: card.number })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button look="primary" onClick={save}>
            {t("move")}
          </Button>
        </>
      }
    >
      <p className="quiet">{card.title}</p>
      {!to && (
        <fieldset className="move-columns">
          <legend>{t("toColumn")}</legend>
          {columns.map(({ id, title, state }) => (
            <label key={id}>
              <input
                type="radio"
                name={group}
                checked={id === columnId}
                onChange={() => {
                  setColumnId(id);
                  setPlace(top);
                }}
                onKeyDown={(event) => {
                  if (event.key === "Enter") save();
                }}
              />
              <i className="column-mark" data-state={state} aria-hidden />
              {title}
              {id === here && <small className="quiet">{t("here")}</small>}
            </label>
          ))}
        </fieldset>
      )}
      {!to && (
        <Field label={t("position")}>
          <select value={place} onChange={(event) => setPlace(event.target.value)}>
            <option value={top}>{t("atTop")}</option>
            {others.length > 0 && <option value={bottom}>{t("atBottom")}</option>}
            {others.map((id) => {
              const other = store.feed.cards.get(id);
              return (
                <option key={id} value={id}>
                  {t("under", { number: other?.number ?? "", title: other?.title ?? "" })}
                </option>
              );
            })}
          </select>
        </Field>
      )}
      {waits && (
        <Field label={t("reason")} hint={t("reasonHint")} error={error}>
          <textarea maxLength={taskLimits.reason} value={reason} autoFocus={Boolean(to)} onChange={(event) => setReason(event.target.value)} />
        </Field>
      )}
    </Dialog>
  );
}
