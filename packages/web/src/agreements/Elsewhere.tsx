import { agreementLimits } from "@wijkbord/schema";
import { ConfirmRegisteredDocument } from "@wijkbord/schema/operations";
import { ExternalLink } from "lucide-react";
import { useState } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { Card } from "./Card.tsx";
import { OrganisationSquare, Squares, useNames } from "./Organisation.tsx";
import { refusalToSign } from "./states.tsx";
import { TextDialog } from "./TextDialog.tsx";
import { useOpenAgreement } from "./useAgreement.ts";
import { useAgreementAct } from "./useAgreementAct.ts";
import { useForm } from "./useForm.ts";
import { useMoments } from "./useMoments.ts";
import { agreementWords } from "./words.ts";

function Confirm() {
  const t = useWords(agreementWords);
  const act = useAgreementAct();
  const { hat } = useCoalition();
  const { agreement, reload } = useOpenAgreement();
  const [denying, setDenying] = useState(false);
  const name = hat.organisation.shortName;
  const { busy, submit } = useForm(
    () => act(ConfirmRegisteredDocument, { agreementId: agreement.id, confirmed: true }),
    () => void reload(),
  );
  return (
    <form className="answer-panel" onSubmit={submit}>
      <h3>{t("isThisRight", { name })}</h3>
      <div className="owner-buttons">
        <Button type="submit" look="primary" aria-disabled={busy}>
          {t("confirmFor", { name })}
        </Button>
        <Button look="danger" onClick={() => setDenying(true)}>
          {t("notRight")}
        </Button>
      </div>
      {denying && (
        <TextDialog
          title={t("notRight")}
          label={t("whatIsWrong")}
          hint={t("notRightHint", { name })}
          button={t("notRight")}
          limit={agreementLimits.note}
          onConfirm={(note) => act(ConfirmRegisteredDocument, { agreementId: agreement.id, confirmed: false, note }, { quiet: true })}
          onDone={() => void reload()}
          onClose={() => setDenying(false)}
        />
      )}
    </form>
  );
}

/** An agreement that was made elsewhere: where, when, by whom; confirmed per partner, without any claim about a text. */
export function Elsewhere() {
  const t = useWords(agreementWords);
  const { viewer } = useCoalition();
  const { agreement, mandates } = useOpenAgreement();
  const { organisation } = useNames();
  const { day, today } = useMoments();
  const { registration, registrationAnswers } = agreement;
  if (!registration) return null;
  const answered = registrationAnswers.find(({ organisationId, confirmed }) => confirmed && organisationId === viewer.organisationId);
  const asks =
    agreement.signatoryIds.includes(viewer.organisationId) &&
    !answered &&
    agreement.state !== "ENDED" &&
    refusalToSign(viewer, mandates, agreement, today, null) === null;
  const denials = registrationAnswers.filter(({ confirmed }) => !confirmed);
  return (
    <Card title={t("madeElsewhereOn", { day: day(registration.agreedOn) })} className="elsewhere">
      <div className="summary">
        <h3>{t("inShort")}</h3>
        <p lang="nl">{registration.summary}</p>
      </div>
      <dl>
        <dt>{t("place_")}</dt>
        <dd>{registration.place}</dd>
        <dt>{t("signedOnPaper")}</dt>
        <dd>
          <Squares ids={registration.signedOnPaperIds} />
        </dd>
        {registration.url && (
          <>
            <dt>{t("textAt")}</dt>
            <dd>
              <a href={registration.url} target="_blank" rel="noopener noreferrer">
                <ExternalLink size={14} aria-hidden /> {new URL(registration.url).hostname}
              </a>
            </dd>
          </>
        )}
      </dl>
      <p className="quiet">{t("noHashClaim")}</p>
      {denials.map(({ id, organisationId, note }) => (
        <aside key={id} className="objection" data-open>
          <p>
            <OrganisationSquare id={organisationId} decorative /> <b>{t("saysNotRight", { name: organisation(organisationId) })}</b>{" "}
            <span lang="nl">{note}</span>
          </p>
        </aside>
      ))}
      {asks && <Confirm />}
    </Card>
  );
}
