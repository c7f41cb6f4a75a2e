import { useQuery } from "@apollo/client/react";
import { BlockedByDocument, UpdateTaskDocument } from "@wijkbord/schema/operations";
import { Hourglass, X } from "lucide-react";
import { Link } from "../../shared/router.tsx";
import { taskPath, useCoalition } from "../../coalitions/coalition.ts";
import { usePath } from "../../language/language.ts";
import { useWords } from "../../language/words.ts";
import { IconButton } from "../../ui/Button.tsx";
import { useAct } from "../useAct.ts";
import type { Detail } from "./useDetail.ts";
import { panelWords } from "./words.ts";

/** The task that this one waits for, with a way to it. */
export function BlockedBy({ task, mayEdit }: { readonly task: Detail; readonly mayEdit: boolean }) {
  const t = useWords(panelWords);
  const act = useAct();
  const path = usePath();
  const coalition = useCoalition();
  const { data } = useQuery(BlockedByDocument, { variables: { id: task.blockedByTaskId ?? "" }, skip: task.blockedByTaskId === null });
  if (!data || task.blockedByTaskId === null) return null;
  const { number, title } = data.task;
  return (
    <p className="blocked-by">
      <Hourglass size={15} aria-hidden />
      <Link to={path(taskPath(coalition, number))}>{t("waitsFor", { number, title })}</Link>
      {mayEdit && (
        <IconButton
          label={t("waitsNoMore", { number })}
          onClick={() => void act(UpdateTaskDocument, { id: task.id, expectedVersion: task.version, blockedByTaskId: null })}
        >
          <X size={15} aria-hidden />
        </IconButton>
      )}
    </p>
  );
}
