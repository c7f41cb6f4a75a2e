import { RevokeMembershipDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { useWords } from "../../language/words.ts";
import { useAct } from "../../tasks/useAct.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { FieldError } from "../../ui/Field.tsx";
import { RightsForm } from "./RightsForm.tsx";
import type { Colleague } from "./useSettings.ts";
import { settingsWords } from "./words.ts";

function EndDialog({ member, onClose }: { readonly member: Colleague; readonly onClose: () => void }) {
  const t = useWords(settingsWords);
  const act = useAct();
  const [error, setError] = useState<string | null>(null);
  const end = async () => {
    const outcome = await act(RevokeMembershipDocument, { id: member.id, expectedVersion: member.version }, { quiet: true });
    if (outcome.ok) onClose();
    else setError(outcome.text);
  };
  const actions = (
    <>
      <Button onClick={onClose}>{t("cancel")}</Button>
      <Button look="danger" onClick={() => void end()}>
        {t("endOf", { name: member.displayName })}
      </Button>
    </>
  );
  return (
    <Dialog title={t("endTitle", { name: member.displayName })} onClose={onClose} actions={actions}>
      <p>{t("endHint")}</p>
      {error && <FieldError>{error}</FieldError>}
    </Dialog>
  );
}

/** A person with what they may do; who manages the partner changes or ends it. */
export function MemberRow({ member, manages }: { readonly member: Colleague; readonly manages: boolean }) {
  const t = useWords(settingsWords);
  const [asked, setAsked] = useState<"rights" | "end" | null>(null);
  const close = () => setAsked(null);
  const named = { name: member.displayName };
  return (
    <li>
      <span>
        <b>{member.displayName}</b>
        <small className="quiet">{[t(member.accessRole), ...member.capabilities.map((capability) => t(capability))].join(" · ")}</small>
      </span>
      {manages && (
        <span className="member-acts">
          <Button small look="quiet" aria-label={t("rightsOf", named)} onClick={() => setAsked("rights")}>
            {t("rights")}
          </Button>
          <Button small look="quiet" aria-label={t("endOf", named)} onClick={() => setAsked("end")}>
            {t("end")}
          </Button>
        </span>
      )}
      {asked === "rights" && <RightsForm member={member} onClose={close} />}
      {asked === "end" && <EndDialog member={member} onClose={close} />}
    </li>
  );
}
