import { Pencil } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useWords } from "../../language/words.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { FieldError } from "../../ui/Field.tsx";
import { clearDraft, keepDraft, readDraft } from "./drafts.ts";
import { PrivacyWarning } from "./PrivacyWarning.tsx";
import type { Outcome } from "../useAct.ts";
import { panelWords } from "./words.ts";

interface EditableTextProps {
  readonly label: string;
  readonly editLabel: string;
  readonly value: string;
  readonly limit: number;
  readonly multiline?: boolean;
  readonly mayEdit: boolean;
  /** Version of the task that the text is read from. */
  readonly version: number;
  /** Names the draft on this device. */
  readonly draftKey: string;
  readonly save: (value: string, expectedVersion: number) => Promise<Outcome>;
  readonly onEditing?: (editing: boolean) => void;
  readonly children: ReactNode;
}

/** A text that is read until it is edited; what somebody else wrote meanwhile is shown, never overwritten. */
export function EditableText({ label, editLabel, value, limit, multiline = false, mayEdit, version, draftKey, save, onEditing, children }: EditableTextProps) {
  const t = useWords(panelWords);
  const [draft, setDraft] = useState<{ text: string; version: number; base: string } | null>(() => {
    const kept = readDraft(draftKey);
    return kept !== null && kept !== value && mayEdit ? { text: kept, version, base: value } : null;
  });
  const [error, setError] = useState<string | null>(null);
  const [conflict, setConflict] = useState(false);
  const [busy, setBusy] = useState(false);
  const control = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const editing = draft !== null;
  useEffect(() => {
    if (editing) control.current?.focus();
  }, [editing]);
  useEffect(() => onEditing?.(editing), [editing, onEditing]);

  const write = (text: string) => {
    setDraft((before) => before && { ...before, text });
    keepDraft(draftKey, text);
  };
  const close = () => {
    clearDraft(draftKey);
    setDraft(null);
    setError(null);
    setConflict(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const submit = async (expected: number) => {
    if (!draft || busy) return;
    if (draft.text === draft.base) return close();
    setBusy(true);
    const outcome = await save(draft.text, expected);
    setBusy(false);
    if (outcome.ok) return close();
    setConflict(outcome.problem?.__typename === "VersionConflict");
    setError(outcome.text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
    if (event.key === "Enter" && (!multiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void submit(draft?.version ?? version);
    }
  };

  if (!draft) {
    return (
      <div className="editable">
        {children}
        {mayEdit && (
          <IconButton ref={opener} label={editLabel} onClick={() => setDraft({ text: value, version, base: value })}>
            <Pencil size={15} aria-hidden />
          </IconButton>
        )}
      </div>
    );
  }
  const shared = { ref: control, className: "input", "aria-label": label, value: draft.text, maxLength: limit, onKeyDown, lang: "nl" } as const;
  return (
    <form
      className="editing"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(draft.version);
      }}
    >
      {multiline ? (
        <textarea {...shared} rows={8} onChange={(event) => write(event.target.value)} />
      ) : (
        <input {...shared} onChange={(event) => write(event.target.value)} />
      )}
      <PrivacyWarning text={draft.text} />
      {error && <FieldError>{error}</FieldError>}
      {conflict ? (
        <div className="other-version">
          <p>{t("otherVersion")}</p>
          <blockquote>{value}</blockquote>
          <footer>
            <Button small look="primary" onClick={() => void submit(version)}>
              {t("keepMine")}
            </Button>
            <Button small onClick={close}>
              {t("takeOther")}
            </Button>
          </footer>
        </div>
      ) : (
        <footer>
          <Button small look="primary" type="submit" disabled={busy}>
            {t("save")}
          </Button>
          <Button small onClick={close}>
            {t("stop")}
          </Button>
        </footer>
      )}
    </form>
  );
}
