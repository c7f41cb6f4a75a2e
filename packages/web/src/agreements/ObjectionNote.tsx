import { agreementLimits, mayDecideRound, mayManageAgreement } from "@wijkbord/schema";
import { AnswerObjectionDocument, CreateNextVersionDocument, WithdrawObjectionDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { useNavigate } from "../shared/router.tsx";
import { useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { writePath } from "./addresses.ts";
import { useNames } from "./Organisation.tsx";
import { TextDialog } from "./TextDialog.tsx";
import { type Objection, useOpenAgreement, type Version } from "./useAgreement.ts";
import { useAgreementAct } from "./useAgreementAct.ts";
import { useMoments } from "./useMoments.ts";
import { refusalToSign } from "./states.tsx";
import { agreementWords } from "./words.ts";

/** An objection beside the words it is about: why, other words, and what can be done with it. */
export function ObjectionNote({ objection, version }: { readonly objection: Objection; readonly version: Version }) {
  const t = useWords(agreementWords);
  const act = useAgreementAct();
  const path = usePath();
  const navigate = useNavigate();
  const coalition = useCoalition();
  const { viewer } = coalition;
  const { agreement, mandates, reload } = useOpenAgreement();
  const { organisation, member } = useNames();
  const { moment, today } = useMoments();
  const [asking, setAsking] = useState<"withdraw" | "answer" | null>(null);
  const isOpen = objection.state === "OPEN";
  const own = objection.organisationId === viewer.organisationId && refusalToSign(viewer, mandates, agreement, today, null) === null;
  const takes = isOpen && version.state === "OBJECTED" && mayManageAgreement(viewer, agreement);
  const answers = isOpen && version.decisionRule === "OWNER_DECIDES_AFTER_CONSULTATION" && mayDecideRound(viewer, agreement);
  const withdraws = isOpen && own && (version.state === "OBJECTED" || version.state === "CONSENT_ROUND");
  const takeUp = async () => {
    const outcome = await act(CreateNextVersionDocument, { agreementId: agreement.id, expectedVersion: agreement.version, objectionIds: [objection.id] });
    if (!outcome.ok) return;
    await reload();
    navigate(path(writePath(coalition, agreement.number)));
  };
  const next = agreement.versions.length + 1;
  return (
    <aside className="objection" data-open={isOpen || undefined} aria-label={t("objectionOf", { name: organisation(objection.organisationId) })}>
      <p lang="nl">
        <b>{t("objectionOf", { name: organisation(objection.organisationId) })}</b> ({member(objection.membershipId)}, {moment(objection.createdAt)}):{" "}
        {objection.reason || t("redacted")}
      </p>
      {objection.proposal && (
        <p>
          {t("theirProposal")} <q lang="nl">{objection.proposal}</q>
        </p>
      )}
      {!isOpen && (
        <p>
          <b>{t(`objection_${objection.state}`)}</b> <span lang="nl">{objection.resolution}</span>
        </p>
      )}
      {(takes || answers || withdraws) && (
        <footer>
          {takes && (
            <Button small onClick={() => void takeUp()}>
              {t("takeUp", { number: next })}
            </Button>
          )}
          {answers && (
            <Button small onClick={() => setAsking("answer")}>
              {t("answerObjection")}
            </Button>
          )}
          {withdraws && (
            <Button small onClick={() => setAsking("withdraw")}>
              {t("withdrawObjection")}
            </Button>
          )}
        </footer>
      )}
      {asking === "withdraw" && (
        <TextDialog
          title={t("withdrawObjection")}
          label={t("whyWithdraw")}
          hint={t("withdrawHint", { name: organisation(viewer.organisationId) })}
          button={t("withdrawAndConsent", { name: organisation(viewer.organisationId) })}
          limit={agreementLimits.note}
          onConfirm={(note) => act(WithdrawObjectionDocument, { objectionId: objection.id, response: "CONSENT", note }, { quiet: true })}
          onDone={() => void reload()}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === "answer" && (
        <TextDialog
          title={t("answerObjection")}
          label={t("yourAnswer")}
          hint={t("answerHint")}
          button={t("answerObjection")}
          limit={agreementLimits.reason}
          onConfirm={(answer) => act(AnswerObjectionDocument, { objectionId: objection.id, answer }, { quiet: true })}
          onDone={() => void reload()}
          onClose={() => setAsking(null)}
        />
      )}
    </aside>
  );
}
