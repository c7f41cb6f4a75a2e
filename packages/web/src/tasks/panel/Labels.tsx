import { useQuery } from "@apollo/client/react";
import { AddTaskLabelDocument, CoalitionLabelsDocument, RemoveTaskLabelDocument } from "@wijkbord/schema/operations";
import { Tag, X } from "lucide-react";
import { useCoalition } from "../../coalitions/coalition.ts";
import { useWords } from "../../language/words.ts";
import { Menu } from "../../ui/Menu.tsx";
import { useAct } from "../useAct.ts";
import type { Detail } from "./useDetail.ts";
import { panelWords } from "./words.ts";

/** Labels of the task; more are chosen from those of the coalition. */
export function Labels({ task, mayEdit }: { readonly task: Detail; readonly mayEdit: boolean }) {
  const t = useWords(panelWords);
  const act = useAct();
  const { slug } = useCoalition();
  const { data } = useQuery(CoalitionLabelsDocument, { variables: { slug }, skip: !mayEdit });
  const rest = (data?.coalition.labels ?? []).filter(({ id }) => !task.labels.some((label) => label.id === id));
  if (task.labels.length === 0 && rest.length === 0) return null;
  return (
    <div className="labels" role="group" aria-label={t("labels")}>
      {task.labels.map(({ id, name }) => (
        <span key={id} className="label">
          <Tag size={13} aria-hidden />
          {name}
          {mayEdit && (
            <button type="button" aria-label={t("removeLabel", { name })} onClick={() => void act(RemoveTaskLabelDocument, { taskId: task.id, labelId: id })}>
              <X size={13} aria-hidden />
            </button>
          )}
        </span>
      ))}
      {mayEdit && rest.length > 0 && (
        <Menu
          className="chip"
          label={t("addLabel")}
          groups={[
            { items: rest.map(({ id, name }) => ({ key: id, label: name, onSelect: () => void act(AddTaskLabelDocument, { taskId: task.id, labelId: id }) })) },
          ]}
        >
          <Tag size={14} aria-hidden />
          {t("addLabel")}
        </Menu>
      )}
    </div>
  );
}
