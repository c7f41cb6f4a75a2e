import { PartnerLeavesDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { useWords } from "../../language/words.ts";
import { useAct } from "../../tasks/useAct.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { FieldError } from "../../ui/Field.tsx";
import type { Partner } from "./useSettings.ts";
import { settingsWords } from "./words.ts";

/** What happens when a partner leaves, before it does. */
export function LeaveDialog({ partner, onClose }: { readonly partner: Partner; readonly onClose: () => void }) {
  const t = useWords(settingsWords);
  const act = useAct();
  const [error, setError] = useState<string | null>(null);
  const leave = async () => {
    const outcome = await act(PartnerLeavesDocument, { organisationId: partner.id, expectedVersion: partner.version }, { quiet: true });
    if (outcome.ok) onClose();
    else setError(outcome.text);
  };
  const actions = (
    <>
      <Button onClick={onClose}>{t("cancel")}</Button>
      <Button look="danger" onClick={() => void leave()}>
        {t("leaveOf", { name: partner.shortName })}
      </Button>
    </>
  );
  return (
    <Dialog title={t("leaveTitle", { name: partner.name })} onClose={onClose} actions={actions}>
      <ul className="plain-list">
        <li>{t("leaveLetters")}</li>
        <li>{t("leavePeople")}</li>
        <li>{t("leaveHistory")}</li>
      </ul>
      {error && <FieldError>{error}</FieldError>}
    </Dialog>
  );
}
