import { mayWrite, notAllowedSentences } from "@wijkbord/schema";
import { PrepareSignOffDocument, RefuseEditorialChangeDocument, SignOffDocument } from "@wijkbord/schema/operations";
import { Check } from "lucide-react";
import { useState } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { clockTime } from "../language/dates.ts";
import { useLanguage } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { useIsPhone } from "../ui/useIsPhone.ts";
import { Button } from "../ui/Button.tsx";
import { showToast } from "../ui/Toasts.tsx";
import { AnswerFields, type AnswerDraft, draftOf } from "./AnswerFields.tsx";
import { useNames } from "./Organisation.tsx";
import { refusalToSign, useStateReason } from "./states.tsx";
import { TextDialog } from "./TextDialog.tsx";
import { type SignOff, useOpenAgreement, type Version } from "./useAgreement.ts";
import { useAgreementAct } from "./useAgreementAct.ts";
import { useMoments } from "./useMoments.ts";
import { agreementWords } from "./words.ts";

const inputOf = (version: Version, { response, argument, articleNumber, reason, proposal }: AnswerDraft) => ({
  versionId: version.id,
  response: response ?? "CONSENT",
  argument: argument.trim() || null,
  ...(response === "OBJECTION" && { articleNumber, reason: reason.trim(), proposal: proposal.trim() || null }),
});

/** The answer of the own organisation as the hub recorded it: by whom and when. */
function Signed({ own }: { readonly own: SignOff }) {
  const t = useWords(agreementWords);
  const language = useLanguage();
  const { member } = useNames();
  const { moment } = useMoments();
  return (
    <p className="signed">
      <Check size={16} aria-hidden />
      <span>
        {t("signedAs", {
          answer: t(own.response),
          name: member(own.membershipId),
          day: moment(own.respondedAt),
          time: clockTime(new Date(own.respondedAt), language),
        })}
      </span>
    </p>
  );
}

function OpenRound({ version }: { readonly version: Version }) {
  const t = useWords(agreementWords);
  const language = useLanguage();
  const act = useAgreementAct();
  const phone = useIsPhone();
  const { viewer, hat } = useCoalition();
  const { agreement, mandates, reload } = useOpenAgreement();
  const { member } = useNames();
  const { lastDay, today } = useMoments();
  const own = version.signOffs.find(({ isCurrent, organisationId }) => isCurrent && organisationId === viewer.organisationId);
  const [changing, setChanging] = useState(false);
  const refusal = refusalToSign(viewer, mandates, agreement, today, own?.membershipId ?? null);
  const { preparation } = version;
  const name = hat.organisation.shortName;
  const sign = (draft: AnswerDraft) =>
    act(
      SignOffDocument,
      { ...inputOf(version, draft), organisationId: viewer.organisationId, contentHash: version.contentHash ?? "", expectedSignOffId: own?.id ?? null },
      { quiet: true },
    );
  const prepare = (draft: AnswerDraft) => act(PrepareSignOffDocument, inputOf(version, draft), { quiet: true });
  const after = (text: string) => async () => {
    await reload();
    setChanging(false);
    showToast({ text });
  };
  const shown = own && !changing;
  return (
    <section className="answer-panel" id="antwoord" aria-labelledby="antwoord-titel" tabIndex={-1}>
      <h2 id="antwoord-titel">{t("whatSays", { name })}</h2>
      {shown ? (
        <>
          <Signed own={own} />
          {refusal === null && version.roundClosesAt && (
            <>
              <p>{t("mayChange", { day: lastDay(version.roundClosesAt) })}</p>
              <Button onClick={() => setChanging(true)}>{t("changeAnswer")}</Button>
            </>
          )}
        </>
      ) : refusal === null ? (
        <>
          <p>{t("signFor", { name })}</p>
          {preparation && <p className="prepared">{t("preparedBy", { name: member(preparation.membershipId), answer: t(preparation.response) })}</p>}
          <AnswerFields
            version={version}
            start={draftOf(preparation ?? own)}
            button={(answer) => t("signButton", { name, answer })}
            act={sign}
            onDone={after(t("signNoted"))}
          />
        </>
      ) : (
        <>
          <p>{notAllowedSentences[refusal]?.[language]}</p>
          {mayWrite(viewer) && (
            <AnswerFields
              version={version}
              start={draftOf(preparation)}
              button={(answer) => t("prepareButton", { answer })}
              act={prepare}
              onDone={after(t("prepareNoted"))}
            />
          )}
        </>
      )}
      {phone && !shown && (
        <div className="answer-dock">
          <a className="button" data-look="primary" href="#antwoord">
            {t("giveAnswer", { name })}
          </a>
        </div>
      )}
    </section>
  );
}

function OpenNotice({ version }: { readonly version: Version }) {
  const t = useWords(agreementWords);
  const act = useAgreementAct();
  const { hat, viewer } = useCoalition();
  const { reload, agreement, mandates } = useOpenAgreement();
  const { lastDay, today } = useMoments();
  const [asking, setAsking] = useState(false);
  const name = hat.organisation.shortName;
  return (
    <section className="answer-panel" aria-labelledby="antwoord-titel">
      <h2 id="antwoord-titel">{t("noticeTitle")}</h2>
      <p>{t("noticeText", { day: version.roundClosesAt ? lastDay(version.roundClosesAt) : "" })}</p>
      {refusalToSign(viewer, mandates, agreement, today, null) === null && (
        <Button look="danger" onClick={() => setAsking(true)}>
          {t("refuseNotice", { name })}
        </Button>
      )}
      {asking && (
        <TextDialog
          optional
          title={t("refuseNotice", { name })}
          label={t("why")}
          hint={t("refuseNoticeHint")}
          button={t("refuseNotice", { name })}
          limit={1000}
          onConfirm={(reason) =>
            act(RefuseEditorialChangeDocument, { versionId: version.id, expectedVersion: version.version, reason: reason || null }, { quiet: true })
          }
          onDone={() => void reload()}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}

/** What is asked of the own organisation, or why nothing can be answered now. */
export function AnswerPanel({ version }: { readonly version: Version }) {
  const t = useWords(agreementWords);
  const reason = useStateReason();
  const { viewer, hat } = useCoalition();
  const { today } = useMoments();
  if (!version.signatoryIds.includes(viewer.organisationId)) return null;
  const late = version.roundClosesAt !== null && Date.parse(version.roundClosesAt) <= Date.now() && today !== "";
  if (version.state === "CONSENT_ROUND" && !late) return <OpenRound version={version} />;
  if (version.state === "EDITORIAL_NOTICE") return <OpenNotice version={version} />;
  if (version.state === "ADOPTED" || version.state === "DRAFT" || version.state === "WITHDRAWN") return null;
  const own = version.signOffs.find(({ isCurrent, organisationId }) => isCurrent && organisationId === viewer.organisationId);
  return (
    <section className="answer-panel" data-closed aria-labelledby="antwoord-titel">
      <h2 id="antwoord-titel">{t("whatSays", { name: hat.organisation.shortName })}</h2>
      {own && <Signed own={own} />}
      <p>{t("cannotSign", { reason: late && version.state === "CONSENT_ROUND" ? t("roundIsClosed") : reason(version.state) })}</p>
    </section>
  );
}
