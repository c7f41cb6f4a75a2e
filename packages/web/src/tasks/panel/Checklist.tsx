import { taskLimits } from "@wijkbord/schema";
import { AddChecklistItemDocument, RemoveChecklistItemDocument, SetChecklistItemDocument } from "@wijkbord/schema/operations";
import { Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useCoalition } from "../../coalitions/coalition.ts";
import { useWords } from "../../language/words.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { Internal } from "./Internal.tsx";
import { LiveCheck, LiveSelect } from "./LiveControls.tsx";
import { Section } from "./Section.tsx";
import { useAct } from "../useAct.ts";
import type { Detail } from "./useDetail.ts";
import { WhoReads } from "./WhoReads.tsx";
import { panelWords } from "./words.ts";

type Item = Detail["checklist"][number];

function Step({ item, mayEdit }: { readonly item: Item; readonly mayEdit: boolean }) {
  const t = useWords(panelWords);
  const act = useAct();
  const { members } = useCoalition();
  const text = item.redactedFields?.includes("text") ? t("redacted") : item.text;
  return (
    <li>
      <label className="check-line">
        <LiveCheck checked={item.done} disabled={!mayEdit} send={(done) => act(SetChecklistItemDocument, { id: item.id, done })} />
        <span data-done={item.done || undefined}>{text}</span>
      </label>
      {mayEdit ? (
        <LiveSelect
          className="input step-who"
          aria-label={t("assignStep", { text })}
          value={item.assigneeMembershipId ?? ""}
          send={(id) => act(SetChecklistItemDocument, { id: item.id, assigneeMembershipId: id || null })}
        >
          <option value="">{t("nobody")}</option>
          {[...members.values()].map(({ id, displayName }) => (
            <option key={id} value={id}>
              {displayName}
            </option>
          ))}
        </LiveSelect>
      ) : (
        item.assigneeMembershipId && <span className="quiet">{members.get(item.assigneeMembershipId)?.displayName}</span>
      )}
      {mayEdit && (
        <IconButton label={t("removeStep", { text })} onClick={() => void act(RemoveChecklistItemDocument, { id: item.id })}>
          <Trash2 size={15} aria-hidden />
        </IconButton>
      )}
      {item.visibility === "ORGANISATION" && <Internal targetType="ChecklistItem" targetId={item.id} organisationId={item.organisationId} />}
    </li>
  );
}

/** The steps of a task. */
export function Checklist({ task, mayEdit }: { readonly task: Detail; readonly mayEdit: boolean }) {
  const t = useWords(panelWords);
  const act = useAct();
  const [text, setText] = useState("");
  const [internal, setInternal] = useState(false);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim()) return;
    const outcome = await act(AddChecklistItemDocument, { taskId: task.id, text, visibility: internal ? "ORGANISATION" : "COALITION" });
    if (outcome.ok) setText("");
  };
  if (task.checklist.length === 0 && !mayEdit) return null;
  const done = task.checklist.filter((item) => item.done).length;
  return (
    <Section title={t("steps")} note={task.checklist.length > 0 && t("stepsDone", { done, total: task.checklist.length })}>
      <ul className="steps">
        {task.checklist.map((item) => (
          <Step key={item.id} item={item} mayEdit={mayEdit} />
        ))}
      </ul>
      {mayEdit && (
        <form className="add-row" onSubmit={(event) => void add(event)}>
          <input
            className="input"
            aria-label={t("addStep")}
            placeholder={t("addStep")}
            value={text}
            maxLength={taskLimits.checklistItem}
            onChange={(event) => setText(event.target.value)}
          />
          <Button small type="submit">
            {t("add")}
          </Button>
          {text && task.visibility !== "ORGANISATION" && <WhoReads internal={internal} onChange={setInternal} />}
        </form>
      )}
    </Section>
  );
}
