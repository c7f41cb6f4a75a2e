import { taskLimits } from "@wijkbord/schema";
import { UpdateTaskDocument } from "@wijkbord/schema/operations";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useParams } from "../../shared/router.tsx";
import { useScope } from "../../activity/scope.ts";
import { useCoalition } from "../../coalitions/coalition.ts";
import { longDay } from "../../language/dates.ts";
import { useLanguage } from "../../language/language.ts";
import { useWords } from "../../language/words.ts";
import { presenceOf } from "../../presence/presenceStore.ts";
import { Button } from "../../ui/Button.tsx";
import { Field, FieldError } from "../../ui/Field.tsx";
import { showToast } from "../../ui/Toasts.tsx";
import { useBoard } from "../boardContext.ts";
import type { Card } from "../taskFeed.ts";
import { useAct } from "../useAct.ts";
import { changesOf, collisions, fieldsOf, inlineDraft, type InlineField, type InlineFields, keepInline, priorities } from "./inlineEdit.ts";
import { inlineWords } from "./inlineWords.ts";
import "./InlineEditor.css";

/** Others see who edits, and nothing moves under the hand meanwhile. */
function useAtWork(card: Card): void {
  const { store } = useBoard();
  const presence = presenceOf(useScope());
  const { number } = useParams();
  useEffect(() => {
    const release = store.order.hold();
    presence.stand({ page: "BOARD", objectId: store.boardId, taskId: card.id, mode: "EDITING" });
    return () => {
      release();
      const open = store.all().find((each) => each.number.toLowerCase() === number?.toLowerCase());
      presence.stand({ page: "BOARD", objectId: store.boardId, taskId: open?.id ?? null, mode: "VIEWING" });
    };
  }, [store, presence, card.id, number]);
}

/** Title, day, urgency and theme of a task, where it stands; Enter saves, Escape drops. */
export default function InlineEditor({ card, onClose }: { readonly card: Card; readonly onClose: () => void }) {
  const t = useWords(inlineWords);
  const act = useAct();
  const language = useLanguage();
  const { membershipId } = useScope();
  const { themes } = useCoalition();
  const { view } = useBoard();
  const [seen] = useState(() => ({ fields: fieldsOf(card), version: card.version }));
  const [kept] = useState(() => inlineDraft(membershipId, card.id, seen.fields));
  const [now, setNow] = useState<InlineFields>(kept ?? seen.fields);
  const [error, setError] = useState<string | null>(null);
  const [conflict, setConflict] = useState<{ version: number; lines: { field: InlineField; value: string }[] } | null>(null);
  const [busy, setBusy] = useState(false);
  const title = useRef<HTMLInputElement>(null);
  useAtWork(card);
  useEffect(() => title.current?.select(), []);
  const change = (part: Partial<InlineFields>) => {
    const next = { ...now, ...part };
    setNow(next);
    keepInline(membershipId, card.id, next);
  };
  const close = () => {
    keepInline(membershipId, card.id, null);
    onClose();
  };
  const send = async (expectedVersion: number, asked: boolean): Promise<void> => {
    const changes = changesOf(seen.fields, now);
    if (Object.keys(changes).length === 0) return close();
    setBusy(true);
    const outcome = await act(UpdateTaskDocument, { id: card.id, expectedVersion, ...changes }, { quiet: true });
    setBusy(false);
    if (outcome.ok) {
      showToast({ text: t("saved", { number: card.number }) });
      return close();
    }
    if (outcome.problem?.__typename !== "VersionConflict") return setError(outcome.text);
    const lines = collisions(seen.fields, now, outcome.problem.current);
    if (lines.length === 0 && !asked) return send(outcome.problem.version, true);
    return setConflict({ version: outcome.problem.version, lines });
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (now.title.trim()) void send(seen.version, false);
    else setError(t("titleRequired"));
  };
  const shown = (field: InlineField, value: string): string => {
    if (value === "") return t("empty");
    if (field === "dueOn") return longDay(value, language, view.today);
    if (field === "themeId") return themes.get(value)?.[language === "nl" ? "nameNl" : "nameEn"] ?? value;
    const priority = priorities.find((each) => each === value);
    return field === "priority" && priority ? t(priority) : value;
  };
  const label = { title: "title", dueOn: "dueOn", priority: "priority", themeId: "theme" } as const;
  return (
    <form
      className="inline-editor"
      aria-label={t("form", { number: card.number })}
      onSubmit={save}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape") {
          event.preventDefault();
          close();
        }
        if (event.key === "Enter" && event.target instanceof HTMLSelectElement) event.currentTarget.requestSubmit();
      }}
    >
      {kept && <p className="quiet">{t("kept")}</p>}
      <Field label={t("title")} error={error} hideLabel>
        <input ref={title} lang="nl" maxLength={taskLimits.title} value={now.title} onChange={(event) => change({ title: event.target.value })} />
      </Field>
      <div className="inline-editor-row">
        <Field label={t("dueOn")}>
          <input type="date" value={now.dueOn} onChange={(event) => change({ dueOn: event.target.value })} />
        </Field>
        <Field label={t("priority")}>
          <select value={now.priority} onChange={(event) => change({ priority: priorities.find((each) => each === event.target.value) ?? now.priority })}>
            {priorities.map((each) => (
              <option key={each} value={each}>
                {t(each)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t("theme")}>
          <select value={now.themeId} onChange={(event) => change({ themeId: event.target.value })}>
            <option value="">{t("none")}</option>
            {[...themes.values()].map((theme) => (
              <option key={theme.id} value={theme.id}>
                {language === "nl" ? theme.nameNl : theme.nameEn}
              </option>
            ))}
          </select>
        </Field>
      </div>
      {conflict ? (
        <div className="inline-conflict">
          <FieldError>
            {[t("conflict"), ...conflict.lines.map(({ field, value }) => t("theirs", { field: t(label[field]), value: shown(field, value) }))].join(" ")}
          </FieldError>
          <Button small look="primary" onClick={() => void send(conflict.version, true)}>
            {t("keepMine")}
          </Button>
          <Button small onClick={close}>
            {t("takeTheirs")}
          </Button>
        </div>
      ) : (
        <div className="inline-editor-acts">
          <Button type="submit" small look="primary" disabled={busy}>
            {t("save")}
          </Button>
          <Button small look="quiet" onClick={close}>
            {t("cancel")}
          </Button>
        </div>
      )}
    </form>
  );
}
