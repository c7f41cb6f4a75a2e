import { agreementLimits, mayManageAgreement } from "@wijkbord/schema";
import { AddSignatoryDocument, SignLaterDocument, WithdrawConsentDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { Badge, type Tone } from "../ui/Chip.tsx";
import { Field } from "../ui/Field.tsx";
import { Card } from "./Card.tsx";
import { OrganisationSquare, useNames } from "./Organisation.tsx";
import { refusalToSign } from "./states.tsx";
import { TextDialog } from "./TextDialog.tsx";
import { type Agreement, useOpenAgreement } from "./useAgreement.ts";
import { useAgreementAct } from "./useAgreementAct.ts";
import { useForm } from "./useForm.ts";
import { useMoments } from "./useMoments.ts";
import { usePartners } from "./usePartners.ts";
import { agreementWords } from "./words.ts";

const tones: Record<Agreement["parties"][number]["state"], Tone> = {
  BOUND: "positive",
  CONFIRMED: "positive",
  NOT_YET_SIGNED: "neutral",
  NOT_CONFIRMED: "neutral",
  WITHDRAWN: "warning",
  SUSPENDED: "negative",
  DENIED: "negative",
};

function AddSignatory() {
  const t = useWords(agreementWords);
  const act = useAgreementAct();
  const { organisations } = usePartners();
  const { agreement, reload } = useOpenAgreement();
  const [organisationId, setOrganisationId] = useState("");
  const others = organisations.filter(({ id }) => !agreement.signatoryIds.includes(id));
  const { error, submit } = useForm(
    () => act(AddSignatoryDocument, { agreementId: agreement.id, organisationId }, { quiet: true }),
    () => {
      setOrganisationId("");
      void reload();
    },
  );
  if (others.length === 0) return null;
  return (
    <form className="inline-form" onSubmit={submit}>
      <Field label={t("letSign")} error={error}>
        <select required value={organisationId} onChange={(event) => setOrganisationId(event.target.value)}>
          <option value="">{t("choosePartner")}</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Button small type="submit">
        {t("letSignButton")}
      </Button>
    </form>
  );
}

/** Whom the agreement in force binds; sign later, take consent back, let another partner sign. */
export function Parties() {
  const t = useWords(agreementWords);
  const act = useAgreementAct();
  const { viewer, hat } = useCoalition();
  const { agreement, mandates, reload } = useOpenAgreement();
  const { organisation } = useNames();
  const { today } = useMoments();
  const [asking, setAsking] = useState(false);
  const own = agreement.parties.find(({ organisationId }) => organisationId === viewer.organisationId);
  const current = agreement.versions.find(({ id }) => id === agreement.currentVersionId);
  const maySign = own && refusalToSign(viewer, mandates, agreement, today, null) === null;
  const name = hat.organisation.shortName;
  const later = useForm(
    () => act(SignLaterDocument, { agreementId: agreement.id, organisationId: viewer.organisationId, contentHash: current?.contentHash ?? "" }),
    () => void reload(),
  );
  const signsLater = maySign && current && own.state !== "BOUND";
  return (
    <Card
      title={t("parties")}
      note={t("boundOf", { bound: agreement.parties.filter(({ state }) => state === "BOUND" || state === "CONFIRMED").length, all: agreement.parties.length })}
    >
      <ul className="sign-list">
        {agreement.parties.map(({ organisationId, state }) => (
          <li key={organisationId}>
            <OrganisationSquare id={organisationId} decorative open={state === "NOT_YET_SIGNED" || state === "NOT_CONFIRMED"} />
            <div>
              <b>{organisation(organisationId)}</b>
            </div>
            <Badge tone={tones[state]}>{t(`party_${state}`)}</Badge>
          </li>
        ))}
      </ul>
      <div className="agreement-foot">
        {signsLater && (
          <form onSubmit={later.submit}>
            <p>{t("signLaterText", { number: current.number })}</p>
            <Button type="submit" look="primary" aria-disabled={later.busy}>
              {t("signLater", { name })}
            </Button>
          </form>
        )}
        {maySign && (own.state === "BOUND" || own.state === "CONFIRMED") && (
          <Button small look="danger" onClick={() => setAsking(true)}>
            {t("withdrawConsent", { name })}
          </Button>
        )}
        {mayManageAgreement(viewer, agreement) && <AddSignatory />}
      </div>
      {asking && (
        <TextDialog
          danger
          title={t("withdrawConsent", { name })}
          label={t("why")}
          hint={t("withdrawConsentHint", { days: agreementLimits.underReviewDays })}
          button={t("withdrawConsent", { name })}
          limit={agreementLimits.reason}
          onConfirm={(reason) => act(WithdrawConsentDocument, { agreementId: agreement.id, reason }, { quiet: true })}
          onDone={() => void reload()}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  );
}
