import { templateLimits } from "@wijkbord/schema";
import { CreateBoardTemplateDocument, CreateTaskTemplateDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Field } from "../../ui/Field.tsx";
import { showToast } from "../../ui/Toasts.tsx";
import { useAct } from "../useAct.ts";
import { templateWords } from "./templateWords.ts";

interface KeepTemplateProps {
  /** What is taken over. */
  readonly of: { readonly taskId: string } | { readonly boardId: string };
  readonly suggested: string;
  readonly onClose: () => void;
}

/** Keeps a task or the columns of a board as a template, under a name. */
export default function KeepTemplate({ of, suggested, onClose }: KeepTemplateProps) {
  const t = useWords(templateWords);
  const act = useAct();
  const [name, setName] = useState([...suggested].slice(0, templateLimits.name).join(""));
  const [error, setError] = useState<string | null>(null);
  const isTask = "taskId" in of;
  const save = async () => {
    if (!name.trim()) return setError(t("nameRequired"));
    const outcome = isTask
      ? await act(CreateTaskTemplateDocument, { taskId: of.taskId, name }, { quiet: true })
      : await act(CreateBoardTemplateDocument, { boardId: of.boardId, name }, { quiet: true });
    if (!outcome.ok) return setError(outcome.text);
    showToast({ text: t("kept", { name: name.trim() }) });
    return onClose();
  };
  return (
    <Dialog
      title={t(isTask ? "keepTaskTitle" : "keepBoardTitle")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button look="primary" onClick={() => void save()}>
            {t("save")}
          </Button>
        </>
      }
    >
      <p className="quiet">{t(isTask ? "keepTaskLead" : "keepBoardLead")}</p>
      <Field label={t("name")} error={error}>
        <input maxLength={templateLimits.name} value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
    </Dialog>
  );
}
