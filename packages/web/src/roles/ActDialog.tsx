import { roleLimits } from "@wijkbord/schema";
import { type ReactNode, useState } from "react";
import { useWords } from "../language/words.ts";
import type { Outcome } from "../tasks/useAct.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Field, FieldError } from "../ui/Field.tsx";
import { roleWords } from "./roleWords.ts";

interface ActDialogProps {
  readonly title: string;
  readonly button: string;
  readonly hint?: string;
  /** Fields above the reason. */
  readonly children?: ReactNode;
  readonly withReason?: boolean;
  readonly onConfirm: (reason: string | null) => Promise<Outcome>;
  readonly onClose: () => void;
}

/** Asks before an act on a role, with room for why; a refusal stands in the window. */
export function ActDialog({ title, button, hint, children, withReason = true, onConfirm, onClose }: ActDialogProps) {
  const t = useWords(roleWords);
  const [reason, setReason] = useState("");
  const [error, setError] = useState<string | null>(null);
  const confirm = async () => {
    const outcome = await onConfirm(reason.trim() || null);
    if (outcome.ok) onClose();
    else setError(outcome.text);
  };
  const actions = (
    <>
      <Button onClick={onClose}>{t("cancel")}</Button>
      <Button look="primary" onClick={() => void confirm()}>
        {button}
      </Button>
    </>
  );
  return (
    <Dialog title={title} onClose={onClose} actions={actions}>
      {hint && <p>{hint}</p>}
      {children}
      {withReason && (
        <Field label={t("reason")}>
          <textarea value={reason} maxLength={roleLimits.reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      )}
      {error && <FieldError>{error}</FieldError>}
    </Dialog>
  );
}
