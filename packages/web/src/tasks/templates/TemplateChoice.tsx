import { useWords } from "../../language/words.ts";
import { Field } from "../../ui/Field.tsx";
import { templateWords } from "./templateWords.ts";
import { useTemplates } from "./useTemplates.ts";

interface TemplateChoiceProps {
  readonly value: string;
  readonly onChoose: (id: string, title: string) => void;
}

/** A template to begin a task with; absent while there is none. */
export default function TemplateChoice({ value, onChoose }: TemplateChoiceProps) {
  const t = useWords(templateWords);
  const { templates } = useTemplates();
  const tasks = templates.filter(({ kind }) => kind === "TASK");
  if (tasks.length === 0) return null;
  return (
    <Field label={t("template")}>
      <select value={value} onChange={(event) => onChoose(event.target.value, tasks.find(({ id }) => id === event.target.value)?.task?.title ?? "")}>
        <option value="">{t("noTemplate")}</option>
        {tasks.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  );
}
