import { useMemo } from "react";
import { Link } from "../shared/router.tsx";
import { useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { agreementPath } from "./addresses.ts";
import "./Agreements.css";
import { AnswerPanel } from "./AnswerPanel.tsx";
import { Answers } from "./Answers.tsx";
import { mainVersionOf } from "./states.tsx";
import { TextCard } from "./TextCard.tsx";
import { AgreementContext, useAgreement } from "./useAgreement.ts";

/** An agreement as a point of a meeting: its text, who answered what, and the answer of the own organisation. */
export function AgreementPoint({ number }: { readonly number: string }) {
  const path = usePath();
  const coalition = useCoalition();
  const { agreement, mandates, reload } = useAgreement(number);
  const version = agreement ? (mainVersionOf(agreement) ?? null) : null;
  const open = useMemo(() => agreement && { agreement, mandates, reload, version }, [agreement, mandates, reload, version]);
  if (!open || !version) return null;
  return (
    <AgreementContext value={open}>
      <p>
        <Link to={path(agreementPath(coalition, number))}>
          <span className="digits">{number}</span> <span lang="nl">{open.agreement.title}</span>
        </Link>
      </p>
      <div className="agreement agreement-point">
        <TextCard version={version} />
        <Answers version={version} />
        <AnswerPanel key={version.id} version={version} />
      </div>
    </AgreementContext>
  );
}
