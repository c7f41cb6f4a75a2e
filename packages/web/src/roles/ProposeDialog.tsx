import { roleLimits } from "@wijkbord/schema";
import { ProposeRoleHolderDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { useAct } from "../tasks/useAct.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Field, FieldError } from "../ui/Field.tsx";
import { PersonSelect } from "./PersonSelect.tsx";
import type { Role } from "./roleFacts.ts";
import { roleWords } from "./roleWords.ts";

/** Proposes an organisation, with who would fill the seat; the own one says yes in the same step. */
export function ProposeDialog({ role, onClose }: { readonly role: Role; readonly onClose: () => void }) {
  const t = useWords(roleWords);
  const act = useAct();
  const { organisations, viewer } = useCoalition();
  const [organisationId, setOrganisationId] = useState(viewer.organisationId);
  const [membershipId, setMembershipId] = useState(viewer.membershipId);
  const [deputyMembershipId, setDeputy] = useState("");
  const [note, setNote] = useState("");
  const [error, setError] = useState<string | null>(null);
  const own = organisationId === viewer.organisationId;
  const organisation = organisations.get(organisationId)?.shortName ?? "";
  const submit = async () => {
    const input = {
      roleId: role.id,
      organisationId,
      membershipId: membershipId || null,
      deputyMembershipId: deputyMembershipId || null,
      note: note.trim() || null,
    };
    const outcome = await act(ProposeRoleHolderDocument, input, { quiet: true });
    if (outcome.ok) onClose();
    else setError(outcome.text);
  };
  const actions = (
    <>
      <Button onClick={onClose}>{t("cancel")}</Button>
      <Button look="primary" onClick={() => void submit()}>
        {t("proposeButton", { organisation })}
      </Button>
    </>
  );
  return (
    <Dialog title={t("proposeTitle", { role: role.name })} onClose={onClose} actions={actions}>
      <Field label={t("organisation")} hint={t(own ? "proposeHintOwn" : "proposeHintOther", { organisation })}>
        <select
          value={organisationId}
          onChange={(event) => {
            setOrganisationId(event.target.value);
            setMembershipId("");
            setDeputy("");
          }}
        >
          {[...organisations.values()]
            .filter(({ leftOn }) => leftOn === null)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
      </Field>
      <PersonSelect label={t("person")} organisationId={organisationId} value={membershipId} onChange={setMembershipId} />
      <PersonSelect label={t("deputyField")} organisationId={organisationId} value={deputyMembershipId} onChange={setDeputy} />
      <Field label={t("note")}>
        <input value={note} maxLength={roleLimits.note} onChange={(event) => setNote(event.target.value)} />
      </Field>
      {error && <FieldError>{error}</FieldError>}
    </Dialog>
  );
}
