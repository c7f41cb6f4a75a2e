import { taskLimits } from "@wijkbord/schema";
import { type FormEvent, useId, useState } from "react";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Field } from "../../ui/Field.tsx";
import { PrivacyWarning } from "./PrivacyWarning.tsx";
import { panelWords } from "./words.ts";

interface ReasonDialogProps {
  readonly title: string;
  readonly hint: string;
  readonly button: string;
  readonly required?: boolean;
  readonly danger?: boolean;
  /** Does the act; a text that comes back is why it was refused. */
  readonly onConfirm: (reason: string) => Promise<string | null>;
  readonly onClose: () => void;
}

/** Asks why before an act that partners will see. */
export function ReasonDialog({ title, hint, button, required = false, danger = false, onConfirm, onClose }: ReasonDialogProps) {
  const t = useWords(panelWords);
  const form = useId();
  const [reason, setReason] = useState("");
  const [error, setError] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const refused = await onConfirm(reason.trim());
    if (refused) setError(refused);
    else onClose();
  };
  const actions = (
    <>
      <Button onClick={onClose}>{t("stop")}</Button>
      <Button type="submit" form={form} look={danger ? "danger" : "primary"}>
        {button}
      </Button>
    </>
  );
  return (
    <Dialog title={title} actions={actions} onClose={onClose}>
      <form id={form} onSubmit={(event) => void submit(event)}>
        <Field label={t(required ? "reason" : "reasonOptional")} hint={hint} error={error}>
          <textarea rows={3} value={reason} required={required} maxLength={taskLimits.reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <PrivacyWarning text={reason} />
      </form>
    </Dialog>
  );
}
