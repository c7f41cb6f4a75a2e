import { taskLimits } from "@wijkbord/schema";
import { type FormEvent, lazy, Suspense, useEffect, useRef, useState } from "react";
import { useScope } from "../activity/scope.ts";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { useBoard } from "./boardContext.ts";
import type { Column } from "./boardStore.ts";
import { draftOf, emptyDraft, keepDraft } from "./newTaskDraft.ts";
import { taskWords } from "./words.ts";

const TemplateChoice = lazy(() => import("./templates/TemplateChoice.tsx"));

/** A new task in its column: title, partner, date; Enter adds it. What was typed is kept until then. */
export function NewTask({ column, onClose }: { readonly column: Column; readonly onClose: () => void }) {
  const t = useWords(taskWords);
  const { actions } = useBoard();
  const { organisations } = useCoalition();
  const title = useRef<HTMLInputElement>(null);
  const { membershipId } = useScope();
  const [draft, setDraft] = useState(() => draftOf(membershipId, column.id));
  const [templateId, setTemplateId] = useState("");
  const [suggested, setSuggested] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => title.current?.focus(), []);
  useEffect(() => keepDraft(membershipId, column.id, draft), [draft, membershipId, column.id]);
  const choose = (id: string, name: string) => {
    setTemplateId(id);
    if (draft.title.trim() === "" || draft.title === suggested) setDraft({ ...draft, title: name });
    setSuggested(name);
  };
  const close = () => {
    keepDraft(membershipId, column.id, emptyDraft);
    onClose();
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (!draft.title.trim()) {
      setError(t("titleRequired"));
      title.current?.focus();
      return;
    }
    setBusy(true);
    const problem = await actions.create({
      title: draft.title.trim(),
      columnId: column.id,
      accountableOrganisationId: draft.partner || null,
      dueOn: draft.dueOn || null,
      ...(templateId && { templateId }),
    });
    setBusy(false);
    if (problem) setError(problem);
    else close();
  };
  return (
    <form
      className="new-task"
      aria-label={t("addTaskIn", { column: column.title })}
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape") close();
        if (event.key === "Enter" && event.target instanceof HTMLSelectElement) event.currentTarget.requestSubmit();
      }}
    >
      <Field label={t("title")} error={error} hideLabel>
        <input
          ref={title}
          required
          maxLength={taskLimits.title}
          placeholder={t("titleHint")}
          value={draft.title}
          onChange={(event) => setDraft({ ...draft, title: event.target.value })}
        />
      </Field>
      <div className="new-task-row">
        <Field label={t("partner")}>
          <select value={draft.partner} onChange={(event) => setDraft({ ...draft, partner: event.target.value })}>
            <option value="">{t("noPartner")}</option>
            {[...organisations.values()]
              .filter(({ leftOn }) => leftOn === null)
              .map(({ id, shortName }) => (
                <option key={id} value={id}>
                  {shortName}
                </option>
              ))}
          </select>
        </Field>
        <Field label={t("dueOn")}>
          <input type="date" value={draft.dueOn} onChange={(event) => setDraft({ ...draft, dueOn: event.target.value })} />
        </Field>
      </div>
      <Suspense>
        <TemplateChoice value={templateId} onChoose={choose} />
      </Suspense>
      <div className="new-task-acts">
        <Button type="submit" look="primary" small disabled={busy}>
          {t("save")}
        </Button>
        <Button small look="quiet" onClick={close}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
