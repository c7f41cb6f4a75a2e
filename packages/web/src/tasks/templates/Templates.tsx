import { mayManageTemplates, templateLimits } from "@wijkbord/schema";
import { RemoveTemplateDocument, type TemplateRowFragment, UpdateTemplateDocument } from "@wijkbord/schema/operations";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useCoalition } from "../../coalitions/coalition.ts";
import { useWords } from "../../language/words.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { FieldError } from "../../ui/Field.tsx";
import { type Outcome, useAct } from "../useAct.ts";
import { templateWords } from "./templateWords.ts";
import { useTemplates } from "./useTemplates.ts";

function TemplateItem({ template, reload }: { readonly template: TemplateRowFragment; readonly reload: () => Promise<void> }) {
  const t = useWords(templateWords);
  const act = useAct();
  const { viewer } = useCoalition();
  const [error, setError] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const { id, name, kind, version: expectedVersion, task, board } = template;
  const may = mayManageTemplates(viewer);
  const tell = async (outcome: Outcome) => {
    setError(outcome.ok ? null : outcome.text);
    await reload();
  };
  const holds = task
    ? `${task.title}, ${t("steps", { count: task.steps.length })}`
    : t("columns", { names: board?.columns.map(({ title }) => title).join(", ") ?? "" });
  return (
    <li>
      <span className="plan-row">
        <input
          className="input"
          key={name}
          aria-label={t("rename", { name })}
          defaultValue={name}
          maxLength={templateLimits.name}
          disabled={!may}
          onBlur={({ target }) =>
            target.value.trim() &&
            target.value.trim() !== name &&
            void act(UpdateTemplateDocument, { id, expectedVersion, name: target.value.trim() }, { quiet: true }).then(tell)
          }
        />
        {may && (
          <IconButton label={t("remove", { name })} onClick={() => setAsking(true)}>
            <Trash2 size={15} aria-hidden />
          </IconButton>
        )}
      </span>
      <small className="quiet">
        {t(kind)}: {holds}
      </small>
      {asking && (
        <p className="plan-ask" role="alert">
          <Button small look="danger" onClick={() => void act(RemoveTemplateDocument, { id, expectedVersion }, { quiet: true }).then(tell)}>
            {t("removeSure")}
          </Button>
          <Button small look="quiet" onClick={() => setAsking(false)}>
            {t("cancel")}
          </Button>
        </p>
      )}
      {error && <FieldError>{error}</FieldError>}
    </li>
  );
}

/** Templates of tasks and boards: rename and throw away. */
export function Templates() {
  const t = useWords(templateWords);
  const { templates, reload } = useTemplates();
  return (
    <section className="settings-card" aria-labelledby="templates-title">
      <h2 id="templates-title">{t("title")}</h2>
      {templates.length === 0 && <p className="quiet">{t("none")}</p>}
      <ul className="plan-rows">
        {templates.map((template) => (
          <TemplateItem key={template.id} template={template} reload={reload} />
        ))}
      </ul>
    </section>
  );
}
