import { AccessRole, Capability } from "@wijkbord/schema";
import { ChangeMembershipDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { useWords } from "../../language/words.ts";
import { useAct } from "../../tasks/useAct.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { FieldError } from "../../ui/Field.tsx";
import { type Rights, RightsFields } from "./RightsFields.tsx";
import type { Colleague } from "./useSettings.ts";
import { settingsWords } from "./words.ts";

/** Changes what a member may do. */
export function RightsForm({ member, onClose }: { readonly member: Colleague; readonly onClose: () => void }) {
  const t = useWords(settingsWords);
  const act = useAct();
  const [rights, setRights] = useState<Rights>({
    accessRole: AccessRole[member.accessRole],
    capabilities: member.capabilities.map((capability) => Capability[capability]),
  });
  const [error, setError] = useState<string | null>(null);
  const save = async () => {
    const input = { id: member.id, expectedVersion: member.version, accessRole: rights.accessRole, capabilities: [...rights.capabilities] };
    const outcome = await act(ChangeMembershipDocument, input, { quiet: true });
    if (outcome.ok) onClose();
    else setError(outcome.text);
  };
  const actions = (
    <>
      <Button onClick={onClose}>{t("cancel")}</Button>
      <Button look="primary" onClick={() => void save()}>
        {t("save")}
      </Button>
    </>
  );
  return (
    <Dialog title={t("rightsOf", { name: member.displayName })} onClose={onClose} actions={actions}>
      <RightsFields rights={rights} onChange={setRights} />
      {error && <FieldError>{error}</FieldError>}
    </Dialog>
  );
}
