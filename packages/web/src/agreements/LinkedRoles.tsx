import { mayWriteVersion } from "@wijkbord/schema";
import { LinkAgreementRoleDocument, UnlinkAgreementRoleDocument } from "@wijkbord/schema/operations";
import { Unlink, UserRound } from "lucide-react";
import { useState } from "react";
import { Link } from "../shared/router.tsx";
import { useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { rolePath } from "../roles/addresses.ts";
import { useRoles } from "../roles/useRoles.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Card } from "./Card.tsx";
import { triangleWords } from "./triangleWords.ts";
import { useOpenAgreement } from "./useAgreement.ts";
import { type Outcome, useAgreementAct } from "./useAgreementAct.ts";
import { useForm } from "./useForm.ts";
import { agreementWords } from "./words.ts";

function LinkRole({ onDone }: { readonly onDone: () => void }) {
  const t = useWords(triangleWords);
  const act = useAgreementAct();
  const { agreement, reload } = useOpenAgreement();
  const { roles } = useRoles();
  const linked = new Set(agreement.roles.map(({ id }) => id));
  const choices = roles?.filter(({ id, state }) => !linked.has(id) && state !== "RETIRED") ?? [];
  const [chosen, setChosen] = useState("");
  const run = () => act(LinkAgreementRoleDocument, { agreementId: agreement.id, roleId: chosen || (choices[0]?.id ?? "") }, { quiet: true });
  const { error, submit } = useForm(run, () => {
    onDone();
    void reload();
  });
  return (
    <form className="inline-form" aria-label={t("linkRole")} onSubmit={submit}>
      <Field label={t("whichRole")} error={error}>
        <select autoFocus value={chosen} onChange={(event) => setChosen(event.target.value)}>
          {choices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Button small type="submit" look="primary" disabled={choices.length === 0}>
        {t("linkRole")}
      </Button>
    </form>
  );
}

/** The roles that an agreement relies on, and whether somebody holds them. */
export function LinkedRoles() {
  const t = useWords(triangleWords);
  const words = useWords(agreementWords);
  const act = useAgreementAct();
  const path = usePath();
  const coalition = useCoalition();
  const { agreement, reload } = useOpenAgreement();
  const [adding, setAdding] = useState(false);
  const mayLink = mayWriteVersion(coalition.viewer, agreement) && agreement.state !== "ENDED";
  if (agreement.roles.length === 0 && !mayLink) return null;
  const remove = async (outcome: Promise<Outcome>) => {
    if ((await outcome).ok) await reload();
  };
  const action = mayLink && (
    <Button small look="quiet" aria-expanded={adding} onClick={() => setAdding(!adding)}>
      {t("linkRole")}
    </Button>
  );
  return (
    <Card title={t("roles")} action={action} className="linked">
      {adding && <LinkRole onDone={() => setAdding(false)} />}
      <ul>
        {agreement.roles.map((role) => (
          <li key={role.id}>
            <UserRound size={17} aria-hidden />
            <Link to={path(rolePath(coalition, role.id))}>
              <span lang="nl">{role.name}</span>
              <small>
                {t("roleWord")}, {t(`role_${role.state}`)}
              </small>
            </Link>
            {mayLink && (
              <IconButton
                label={words("unlink", { name: role.name })}
                onClick={() => void remove(act(UnlinkAgreementRoleDocument, { agreementId: agreement.id, roleId: role.id }))}
              >
                <Unlink size={15} aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
