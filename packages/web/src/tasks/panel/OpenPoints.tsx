import { CircleAlert } from "lucide-react";
import { useCoalition } from "../../coalitions/coalition.ts";
import { useWords } from "../../language/words.ts";
import type { Detail } from "./useDetail.ts";
import { panelWords } from "./words.ts";

/** What is still to be arranged before the task stands well where it stands. */
export function OpenPoints({ task }: { readonly task: Detail }) {
  const t = useWords(panelWords);
  const { organisations } = useCoalition();
  if (task.openPoints.length === 0 && task.importedNames.length === 0) return null;
  return (
    <div className="notice" data-tone="warning">
      <CircleAlert size={16} aria-hidden />
      <div>
        <b>{t("openPoints")}</b>
        <ul>
          {task.openPoints.map(({ code, objectId }) => (
            <li key={`${code}${objectId}`}>{t(code, { name: organisations.get(objectId ?? "")?.shortName ?? "" })}</li>
          ))}
          {task.importedNames.length > 0 && <li>{t("importedNames", { names: task.importedNames.join(", ") })}</li>}
        </ul>
      </div>
    </div>
  );
}
