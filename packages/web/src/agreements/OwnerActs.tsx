import { agreementLimits, AgreementCategory, mayDecideRound, mayManageAgreement, mayReveal, needsEveryAnswer } from "@wijkbord/schema";
import {
  AdoptAmongAnsweredDocument,
  ExtendRoundDocument,
  OpenEditorialNoticeDocument,
  RevealRoundDocument,
  StartClarificationDocument,
  WithdrawVersionDocument,
} from "@wijkbord/schema/operations";
import { useState } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { Card } from "./Card.tsx";
import { OpenRoundDialog } from "./OpenRoundDialog.tsx";
import { isWritableState } from "./states.tsx";
import { TextDialog } from "./TextDialog.tsx";
import { useOpenAgreement, type Version } from "./useAgreement.ts";
import { type Outcome, useAgreementAct } from "./useAgreementAct.ts";
import { agreementWords } from "./words.ts";

const mayWithdraw = new Set<Version["state"]>(["DRAFT", "CLARIFICATION", "CONSENT_ROUND", "EDITORIAL_NOTICE", "OBJECTED", "CLOSED_INCOMPLETE"]);

/** What the owner of the agreement, and the chair, can do with a version. */
export function OwnerActs({ version }: { readonly version: Version }) {
  const t = useWords(agreementWords);
  const act = useAgreementAct();
  const { viewer } = useCoalition();
  const { agreement, reload } = useOpenAgreement();
  const [asking, setAsking] = useState<"round" | "withdraw" | null>(null);
  const { state } = version;
  const decides = mayDecideRound(viewer, agreement);
  const seen = { versionId: version.id, expectedVersion: version.version };
  const then = async (outcome: Promise<Outcome>) => {
    if ((await outcome).ok) await reload();
  };
  const incomplete = decides && state === "CLOSED_INCOMPLETE";
  const asks = state === "DRAFT" && !version.editorial && mayManageAgreement(viewer, agreement);
  const opens = decides && isWritableState(state);
  const reveals = state === "CONSENT_ROUND" && !version.answersRevealed && mayReveal(viewer);
  const withdraws = decides && mayWithdraw.has(state);
  if (!asks && !opens && !incomplete && !reveals && !withdraws) return null;
  return (
    <Card title={t("nextStep")} className="owner-acts">
      {incomplete && <p>{t("incompleteText")}</p>}
      {state === "OBJECTED" && <p>{t("objectedText")}</p>}
      <div className="owner-buttons">
        {opens && version.editorial && (
          <Button look="primary" onClick={() => void then(act(OpenEditorialNoticeDocument, seen))}>
            {t("openNotice", { days: agreementLimits.editorialWorkingDays })}
          </Button>
        )}
        {opens && (
          <Button look={version.editorial ? "plain" : "primary"} onClick={() => setAsking("round")}>
            {t("openRound")}
          </Button>
        )}
        {asks && <Button onClick={() => void then(act(StartClarificationDocument, seen))}>{t("startQuestions")}</Button>}
        {incomplete && version.extendedAt === null && (
          <Button look="primary" onClick={() => void then(act(ExtendRoundDocument, seen))}>
            {t("extend")}
          </Button>
        )}
        {incomplete && !needsEveryAnswer(AgreementCategory[agreement.category]) && (
          <Button onClick={() => void then(act(AdoptAmongAnsweredDocument, seen))}>{t("adoptAmong")}</Button>
        )}
        {reveals && <Button onClick={() => void then(act(RevealRoundDocument, seen))}>{t("reveal")}</Button>}
        {withdraws && (
          <Button look="danger" onClick={() => setAsking("withdraw")}>
            {t("withdrawVersion")}
          </Button>
        )}
      </div>
      {asking === "round" && <OpenRoundDialog version={version} onClose={() => setAsking(null)} />}
      {asking === "withdraw" && (
        <TextDialog
          optional
          danger
          title={t("withdrawVersion")}
          label={t("why")}
          hint={t("withdrawVersionHint")}
          button={t("withdrawVersion")}
          limit={agreementLimits.reason}
          onConfirm={(reason) => act(WithdrawVersionDocument, { ...seen, reason: reason || null }, { quiet: true })}
          onDone={() => void reload()}
          onClose={() => setAsking(null)}
        />
      )}
    </Card>
  );
}
