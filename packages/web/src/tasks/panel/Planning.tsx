import { Priority } from "@wijkbord/schema";
import { UpdateTaskDocument, type UpdateTaskMutationVariables } from "@wijkbord/schema/operations";
import { useCoalition } from "../../coalitions/coalition.ts";
import { useLanguage } from "../../language/language.ts";
import { useWords } from "../../language/words.ts";
import { Field } from "../../ui/Field.tsx";
import { Labels } from "./Labels.tsx";
import { LiveSelect } from "./LiveControls.tsx";
import { RepeatChoice, RepeatOf } from "./Repeat.tsx";
import { Section } from "./Section.tsx";
import { useAct } from "../useAct.ts";
import type { Detail } from "./useDetail.ts";
import { panelWords } from "./words.ts";

type Fields = Omit<UpdateTaskMutationVariables["input"], "id" | "expectedVersion">;
const priorities = [Priority.LOW, Priority.NORMAL, Priority.HIGH] as const;

/** When, how urgent, and why: day, priority, theme, action line, labels. */
export function Planning({ task, mayEdit }: { readonly task: Detail; readonly mayEdit: boolean }) {
  const t = useWords(panelWords);
  const act = useAct();
  const language = useLanguage();
  const { themes, actionLines } = useCoalition();
  const set = (fields: Fields) => act(UpdateTaskDocument, { id: task.id, expectedVersion: task.version, ...fields });
  const choose = (key: "themeId" | "actionLineId") => (id: string) => set({ [key]: id || null });
  return (
    <Section title={t("planning")}>
      <div className="planning">
        <Field label={t("dueOn")}>
          <input
            key={task.dueOn}
            type="date"
            defaultValue={task.dueOn ?? ""}
            disabled={!mayEdit}
            onBlur={(event) => event.target.value !== (task.dueOn ?? "") && void set({ dueOn: event.target.value || null })}
          />
        </Field>
        <RepeatChoice task={task} mayEdit={mayEdit} />
        <Field label={t("priority")}>
          <LiveSelect value={task.priority} disabled={!mayEdit} send={(value) => set({ priority: priorities.find((priority) => priority === value) })}>
            {priorities.map((priority) => (
              <option key={priority} value={priority}>
                {t(priority)}
              </option>
            ))}
          </LiveSelect>
        </Field>
        <Field label={t("theme")}>
          <LiveSelect value={task.themeId ?? ""} disabled={!mayEdit} send={choose("themeId")}>
            <option value="">{t("none")}</option>
            {[...themes.values()].map((theme) => (
              <option key={theme.id} value={theme.id}>
                {language === "nl" ? theme.nameNl : theme.nameEn}
              </option>
            ))}
          </LiveSelect>
        </Field>
        <Field label={t("actionLine")}>
          <LiveSelect value={task.actionLineId ?? ""} disabled={!mayEdit} send={choose("actionLineId")}>
            <option value="">{t("none")}</option>
            {[...actionLines.values()].map((line) => (
              <option key={line.id} value={line.id}>
                {line.title}
              </option>
            ))}
          </LiveSelect>
        </Field>
      </div>
      {task.repeatOfTaskId && <RepeatOf id={task.repeatOfTaskId} />}
      <Labels task={task} mayEdit={mayEdit} />
    </Section>
  );
}
