import { useMemo, useState } from "react";
import { useParams, useSearchParams } from "../shared/router.tsx";
import { usePageTitle } from "../accounts/usePageTitle.ts";
import { useWords } from "../language/words.ts";
import { EmptyState, ErrorBlock, Skeleton } from "../ui/States.tsx";
import { useIsPhone } from "../ui/useIsPhone.ts";
import { AgreementHead } from "./AgreementHead.tsx";
import "./Agreements.css";
import { AnswerBar, Answers } from "./Answers.tsx";
import { AnswerPanel } from "./AnswerPanel.tsx";
import { Elsewhere } from "./Elsewhere.tsx";
import { Lanes } from "./Lanes.tsx";
import { Linked } from "./Linked.tsx";
import { LinkedRoles } from "./LinkedRoles.tsx";
import { NewVersionBanner } from "./NewVersionBanner.tsx";
import { OwnerActs } from "./OwnerActs.tsx";
import { Parties } from "./Parties.tsx";
import { Readers } from "./Readers.tsx";
import { Remarks } from "./Remarks.tsx";
import { Reviews } from "./Reviews.tsx";
import { SourceCard } from "./SourceCard.tsx";
import { isInForce, mainVersionOf } from "./states.tsx";
import { Stepper } from "./Stepper.tsx";
import { Terms } from "./Terms.tsx";
import { TextCard } from "./TextCard.tsx";
import { AgreementContext, type Agreement, type Mandate, useAgreement } from "./useAgreement.ts";
import { Versions } from "./Versions.tsx";
import { agreementWords } from "./words.ts";

interface OpenProps {
  readonly agreement: Agreement;
  readonly mandates: readonly Mandate[];
  readonly reload: () => Promise<number>;
}

function OpenAgreementPage({ agreement, mandates, reload }: OpenProps) {
  const t = useWords(agreementWords);
  const [params] = useSearchParams();
  const phone = useIsPhone();
  const heading = usePageTitle(`${agreement.number} ${agreement.title}`);
  // The version that was being read stays, also when a newer one comes.
  const [pinned, setPinned] = useState(() => mainVersionOf(agreement)?.number);
  const wanted = Number(params.get("versie")) || pinned;
  const main = mainVersionOf(agreement);
  const version = agreement.versions.find(({ number }) => number === wanted) ?? main;
  const open = useMemo(() => ({ agreement, mandates, reload, version }), [agreement, mandates, reload, version]);
  const asks = version?.state === "CONSENT_ROUND" && version.signatoryIds.length > 0;
  return (
    <AgreementContext value={open}>
      <article className="agreement">
        <AgreementHead heading={heading} />
        <Readers />
        <Stepper />
        {phone && asks && version && (
          <div className="answer-strip">
            <AnswerBar version={version} />
          </div>
        )}
        {version && main && main.number > version.number && <NewVersionBanner from={version} to={main} onOpen={() => setPinned(main.number)} />}
        <div className="agreement-columns" data-asks={asks || undefined}>
          <div className="agreement-main">
            {agreement.registration && <Elsewhere />}
            {version && <TextCard version={version} />}
            {version && <Terms version={version} />}
            {version && <Remarks version={version} />}
            <Lanes />
            <Versions />
            <SourceCard />
            <LinkedRoles />
            <Linked />
          </div>
          <div className="agreement-side">
            {version && <OwnerActs version={version} />}
            {version && <Answers version={version} />}
            {version && <AnswerPanel key={version.id} version={version} />}
            {isInForce(agreement) && <Parties />}
            {isInForce(agreement) && <Reviews />}
          </div>
        </div>
        <p className="agreement-awb">{t("awb")}</p>
      </article>
    </AgreementContext>
  );
}

/** One agreement: its text, what changed, who answered what, and what is asked of you. */
export function AgreementPage() {
  const t = useWords(agreementWords);
  const { number = "" } = useParams();
  const { agreement, mandates, state, reload } = useAgreement(number);
  usePageTitle(state === "unknown" ? t("notHere") : null);
  if (agreement) return <OpenAgreementPage key={agreement.id} agreement={agreement} mandates={mandates} reload={reload} />;
  if (state === "failed") return <ErrorBlock onRetry={() => void reload().catch(() => undefined)} />;
  if (state === "unknown") return <EmptyState title={t("notHere")} />;
  return <Skeleton rows={4} height={140} />;
}
