import { SetVisibilityDocument } from "@wijkbord/schema/operations";
import { Lock } from "lucide-react";
import { useState } from "react";
import { useCoalition } from "../../coalitions/coalition.ts";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { useAct } from "../useAct.ts";
import { panelWords } from "./words.ts";

interface InternalProps {
  readonly targetType: "Task" | "Comment" | "ChecklistItem" | "TaskLink";
  readonly targetId: string;
  readonly organisationId: string;
}

/** Lock and words on what only the own organisation reads, with the one act that shares it. */
export function Internal({ targetType, targetId, organisationId }: InternalProps) {
  const t = useWords(panelWords);
  const act = useAct();
  const { organisations } = useCoalition();
  const [asking, setAsking] = useState(false);
  const share = async () => {
    await act(SetVisibilityDocument, { targetType, targetId, visibility: "COALITION", warned: true });
    setAsking(false);
  };
  return (
    <span className="internal">
      <Lock size={13} aria-hidden />
      {t("internal", { organisation: organisations.get(organisationId)?.shortName ?? "" })}
      <Button small look="quiet" onClick={() => setAsking(true)}>
        {t("share")}
      </Button>
      {asking && (
        <Dialog
          title={t("shareTitle")}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{t("stop")}</Button>
              <Button look="primary" onClick={() => void share()}>
                {t("share")}
              </Button>
            </>
          }
        >
          <p>{t("shareHint")}</p>
        </Dialog>
      )}
    </span>
  );
}
