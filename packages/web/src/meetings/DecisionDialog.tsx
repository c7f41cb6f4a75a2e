import { DecisionKind, decisionLimits } from "@wijkbord/schema";
import { RecordDecisionDocument } from "@wijkbord/schema/operations";
import { useId, useState } from "react";
import { useWords } from "../language/words.ts";
import { useAct } from "../tasks/useAct.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Field, FieldError } from "../ui/Field.tsx";
import { useOpenMeeting } from "./useMeeting.ts";
import { meetingWords } from "./words.ts";

const kindOf: Readonly<Record<string, DecisionKind>> = {
  Task: DecisionKind.TASK_DIVISION,
  CoalitionRole: DecisionKind.ROLE,
  ProcessAgreement: DecisionKind.AGREEMENT,
};

/** Writes a decision down as it is read out; it is never changed afterwards. */
export function DecisionDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(meetingWords);
  const act = useAct();
  const form = useId();
  const { id: meetingId, agenda, openItemId } = useOpenMeeting();
  const [text, setText] = useState("");
  const [error, setError] = useState<string | null>(null);
  const point = agenda.find(({ id }) => id === openItemId);
  const { aboutType, aboutId } = point ?? {};
  const record = async () => {
    const about = aboutType && aboutId ? [{ type: aboutType, id: aboutId }] : [];
    const kind = kindOf[aboutType ?? ""] ?? DecisionKind.OTHER;
    const outcome = await act(RecordDecisionDocument, { meetingId, text: text.trim(), kind, refs: about }, { quiet: true });
    if (outcome.ok) onClose();
    else setError(outcome.text);
  };
  const actions = (
    <>
      <Button onClick={onClose}>{t("cancel")}</Button>
      <Button type="submit" form={form} look="primary">
        {t("recordDecision")}
      </Button>
    </>
  );
  return (
    <Dialog title={t("recordDecision")} onClose={onClose} actions={actions}>
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          void record();
        }}
      >
        <Field label={t("decisionText")} hint={t("decisionHint")}>
          <textarea required maxLength={decisionLimits.text} value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
        {error && <FieldError>{error}</FieldError>}
      </form>
    </Dialog>
  );
}
