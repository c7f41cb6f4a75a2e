import { useId, useState } from "react";
import { useWords } from "../language/words.ts";
import { PrivacyWarning } from "./PrivacyWarning.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Field } from "../ui/Field.tsx";
import type { Outcome } from "./useAgreementAct.ts";
import { useForm } from "./useForm.ts";
import { agreementWords } from "./words.ts";

interface TextDialogProps {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly limit: number;
  readonly optional?: boolean;
  readonly danger?: boolean;
  readonly onConfirm: (text: string) => Promise<Outcome>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Asks for words before an act that partners will see. */
export function TextDialog({ title, label, hint, button, limit, optional = false, danger = false, onConfirm, onDone, onClose }: TextDialogProps) {
  const t = useWords(agreementWords);
  const form = useId();
  const [text, setText] = useState("");
  const { busy, error, submit } = useForm(
    () => onConfirm(text.trim()),
    () => {
      onDone();
      onClose();
    },
  );
  const actions = (
    <>
      <Button onClick={onClose}>{t("stop")}</Button>
      <Button type="submit" form={form} look={danger ? "danger" : "primary"} aria-disabled={busy}>
        {button}
      </Button>
    </>
  );
  return (
    <Dialog title={title} actions={actions} onClose={onClose}>
      <form id={form} onSubmit={submit}>
        <Field label={label} hint={hint} error={error}>
          <textarea rows={4} required={!optional} maxLength={limit} value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
        <PrivacyWarning text={text} />
      </form>
    </Dialog>
  );
}
