import { Check } from "lucide-react";
import { useWords } from "../language/words.ts";
import { useOpenAgreement } from "./useAgreement.ts";
import { useMoments } from "./useMoments.ts";
import { isInForce } from "./states.tsx";
import { agreementWords } from "./words.ts";

/** The life of the agreement, and where it is now. */
export function Stepper() {
  const t = useWords(agreementWords);
  const { day } = useMoments();
  const { agreement, version } = useOpenAgreement();
  const { state, registration, reviewOn } = agreement;
  const inForce = isInForce(agreement);
  const asked = version?.state === "CLARIFICATION";
  const names = registration && agreement.versions.length === 0 ? [t("stepElsewhere")] : [t("stepDraft"), t(asked ? "stepQuestions" : "stepRound")];
  const steps = [...names, t("stepForce"), t("stepReview"), t("stepEnd")];
  const force = names.length;
  const at =
    state === "ENDED"
      ? steps.length - 1
      : state === "UNDER_REVIEW" || agreement.reviewOverdue
        ? force + 1
        : inForce
          ? force
          : state === "DRAFT"
            ? 0
            : names.length - 1;
  return (
    <ol className="stepper" aria-label={t("stepper")}>
      {steps.map((step, index) => (
        <li key={step} data-done={index < at || undefined} aria-current={index === at ? "step" : undefined}>
          <span className="step-mark" aria-hidden>
            {index < at ? <Check size={12} strokeWidth={2.6} /> : index + 1}
          </span>
          <span>
            {step}
            {index < at && <span className="hidden-text">, {t("stepDone")}</span>}
            {index === force + 1 && reviewOn && <span className="quiet"> ({day(reviewOn)})</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
