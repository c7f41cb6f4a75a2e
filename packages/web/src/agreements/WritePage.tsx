import { Link, useParams } from "../shared/router.tsx";
import { usePageTitle } from "../accounts/usePageTitle.ts";
import { useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { EmptyState, ErrorBlock, Skeleton } from "../ui/States.tsx";
import { agreementPath } from "./addresses.ts";
import "./Agreements.css";
import { isWritableState, openVersionOf, useStateReason } from "./states.tsx";
import { useAgreement } from "./useAgreement.ts";
import { agreementWords } from "./words.ts";
import { WriteForm } from "./WriteForm.tsx";
import { writingWords } from "./writingWords.ts";

/** Where the open version of an agreement is written. */
export function WritePage() {
  const t = useWords(writingWords);
  const w = useWords(agreementWords);
  const path = usePath();
  const reason = useStateReason();
  const coalition = useCoalition();
  const { number = "" } = useParams();
  const { agreement, state, reload } = useAgreement(number);
  const version = agreement && openVersionOf(agreement);
  const title = version ? t("writeTitle", { number, version: version.number }) : number;
  const heading = usePageTitle(agreement ? title : null);
  if (state === "failed") return <ErrorBlock onRetry={() => void reload().catch(() => undefined)} />;
  if (state === "unknown") return <EmptyState title={w("notHere")} />;
  if (!agreement) return <Skeleton rows={4} height={120} />;
  return (
    <div className="agreement writing">
      <header className="agreement-head">
        <div>
          <Link className="back" to={path(agreementPath(coalition, number))}>
            {t("backToAgreement", { number })}
          </Link>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
        </div>
      </header>
      {version && isWritableState(version.state) ? (
        <WriteForm key={version.id} agreement={agreement} version={version} reload={reload} />
      ) : (
        <EmptyState title={t("notWritable")}>{version ? reason(version.state) : t("noOpenVersion")}</EmptyState>
      )}
      <p className="agreement-awb">{w("awb")}</p>
    </div>
  );
}
