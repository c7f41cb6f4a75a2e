import { addMonths, agreementLimits, mayDecideRound, mayWrite } from "@wijkbord/schema";
import { AskForRoundDocument, ProposeRenewalDocument, type ReviewAdvice, type ReviewHelped, SubmitReviewDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { Field, FieldError } from "../ui/Field.tsx";
import { Card } from "./Card.tsx";
import { OrganisationSquare, useNames } from "./Organisation.tsx";
import { RadioRow } from "./RadioRow.tsx";
import { useOpenAgreement } from "./useAgreement.ts";
import { type Outcome, useAgreementAct } from "./useAgreementAct.ts";
import { useForm } from "./useForm.ts";
import { useMoments } from "./useMoments.ts";
import { LookBackFigures } from "./WatchCases.tsx";
import { agreementWords } from "./words.ts";

const helpedChoices: readonly ReviewHelped[] = ["YES", "PARTLY", "NO"];
const adviceChoices: readonly ReviewAdvice[] = ["KEEP", "CHANGE", "STOP"];

function ReviewForm({ onDone }: { readonly onDone: () => void }) {
  const t = useWords(agreementWords);
  const act = useAgreementAct();
  const { today } = useMoments();
  const { agreement, reload } = useOpenAgreement();
  const [helped, setHelped] = useState<ReviewHelped>("YES");
  const [advice, setAdvice] = useState<ReviewAdvice>("KEEP");
  const [change, setChange] = useState("");
  const [nextOn, setNextOn] = useState("");
  const { busy, error, submit } = useForm(
    () =>
      act(SubmitReviewDocument, { agreementId: agreement.id, helped, advice, change: change.trim() || null, nextReviewOn: nextOn || null }, { quiet: true }),
    () => {
      onDone();
      void reload();
    },
  );
  return (
    <form className="dialog-form" aria-label={t("reviewForm")} onSubmit={submit}>
      <RadioRow legend={t("didItHelp")} choices={helpedChoices} value={helped} onChange={setHelped} label={(each) => t(`helped_${each}`)} />
      <RadioRow legend={t("whatNow")} choices={adviceChoices} value={advice} onChange={setAdvice} label={(each) => t(`advice_${each}`)} />
      <Field label={t(advice === "CHANGE" ? "whatToChange" : "remark")}>
        <textarea
          rows={3}
          required={advice === "CHANGE"}
          maxLength={agreementLimits.reason}
          value={change}
          onChange={(event) => setChange(event.target.value)}
        />
      </Field>
      <Field label={t("nextReview")} hint={t("nextReviewHint")}>
        <input
          type="date"
          min={today}
          max={addMonths(today, agreementLimits.reviewMonths)}
          value={nextOn}
          onChange={(event) => setNextOn(event.target.value)}
        />
      </Field>
      {error && <FieldError>{error}</FieldError>}
      <Button type="submit" look="primary" aria-disabled={busy}>
        {t("sendReview")}
      </Button>
    </form>
  );
}

/** Looking back: the form of each partner, and leaving the agreement as it is for another year. */
export function Reviews() {
  const t = useWords(agreementWords);
  const act = useAgreementAct();
  const { viewer } = useCoalition();
  const { agreement, reload } = useOpenAgreement();
  const { organisation } = useNames();
  const { day, lastDay } = useMoments();
  const [writing, setWriting] = useState(false);
  const signs = mayWrite(viewer) && agreement.signatoryIds.includes(viewer.organisationId);
  const then = async (outcome: Promise<Outcome>) => {
    if ((await outcome).ok) await reload();
  };
  return (
    <Card title={t("reviews")} note={agreement.reviewOn ? day(agreement.reviewOn) : undefined} className="reviews">
      {agreement.renewalOn && agreement.renewalClosesAt && (
        <div className="notice" data-tone="warning">
          <p>{t("renewalText", { day: day(agreement.renewalOn), until: lastDay(agreement.renewalClosesAt) })}</p>
          {signs && (
            <Button small onClick={() => void then(act(AskForRoundDocument, { agreementId: agreement.id }))}>
              {t("askForRound")}
            </Button>
          )}
        </div>
      )}
      <ul className="sign-list">
        {agreement.reviews.map((review) => (
          <li key={review.id}>
            <OrganisationSquare id={review.organisationId} decorative />
            <div>
              <b>{organisation(review.organisationId)}</b>
              <small>
                {t(`helped_${review.helped}`)} · {t(`advice_${review.advice}`)}
              </small>
              {review.change && <p lang="nl">{review.change}</p>}
            </div>
            <span className="quiet">{day(review.reviewOn)}</span>
          </li>
        ))}
      </ul>
      <div className="agreement-foot">
        {signs && (
          <Button small aria-expanded={writing} onClick={() => setWriting(!writing)}>
            {t("reviewForm")}
          </Button>
        )}
        {mayDecideRound(viewer, agreement) && agreement.state === "IN_FORCE" && !agreement.renewalOn && (
          <Button small onClick={() => void then(act(ProposeRenewalDocument, { agreementId: agreement.id }))}>
            {t("leaveAsIs")}
          </Button>
        )}
      </div>
      {writing && <LookBackFigures />}
      {writing && <ReviewForm onDone={() => setWriting(false)} />}
    </Card>
  );
}
