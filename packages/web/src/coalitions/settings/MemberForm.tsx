import { AccessRole, coalitionLimits } from "@wijkbord/schema";
import { AddMembershipDocument } from "@wijkbord/schema/operations";
import { useId, useState } from "react";
import { useWords } from "../../language/words.ts";
import { useAct } from "../../tasks/useAct.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Field, FieldError } from "../../ui/Field.tsx";
import { type Rights, RightsFields } from "./RightsFields.tsx";
import type { Partner } from "./useSettings.ts";
import { settingsWords } from "./words.ts";

/** Lets a person act for a partner. */
export function MemberForm({ partner, onClose }: { readonly partner: Partner; readonly onClose: () => void }) {
  const t = useWords(settingsWords);
  const act = useAct();
  const form = useId();
  const [email, setEmail] = useState("");
  const [displayName, setDisplayName] = useState("");
  const [rights, setRights] = useState<Rights>({ accessRole: AccessRole.MEMBER, capabilities: [] });
  const [error, setError] = useState<string | null>(null);
  const save = async () => {
    const person = { email: email.trim(), displayName: displayName.trim() };
    const input = { organisationId: partner.id, ...person, accessRole: rights.accessRole, capabilities: [...rights.capabilities] };
    const outcome = await act(AddMembershipDocument, input, { quiet: true });
    if (outcome.ok) onClose();
    else setError(outcome.text);
  };
  const actions = (
    <>
      <Button onClick={onClose}>{t("cancel")}</Button>
      <Button type="submit" form={form} look="primary">
        {t("addMember")}
      </Button>
    </>
  );
  return (
    <Dialog title={t("addMemberTo", { name: partner.shortName })} onClose={onClose} actions={actions}>
      <form
        id={form}
        className="settings-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label={t("personName")}>
          <input required maxLength={coalitionLimits.displayName} value={displayName} onChange={(event) => setDisplayName(event.target.value)} />
        </Field>
        <Field label={t("email")} hint={t("emailHint")}>
          <input required type="email" maxLength={coalitionLimits.email} value={email} onChange={(event) => setEmail(event.target.value)} />
        </Field>
        <RightsFields rights={rights} onChange={setRights} />
        {error && <FieldError>{error}</FieldError>}
      </form>
    </Dialog>
  );
}
