import { useQuery } from "@apollo/client/react";
import { AgendaAgreementsDocument } from "@wijkbord/schema/operations";
import { Link } from "../shared/router.tsx";
import { agreementPath } from "../agreements/addresses.ts";
import { taskPath, useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { rolePath } from "../roles/addresses.ts";
import type { Card } from "../tasks/taskFeed.ts";
import type { Decision } from "./useMeeting.ts";
import { meetingWords } from "./words.ts";

function AgreementLink({ id }: { readonly id: string }) {
  const path = usePath();
  const coalition = useCoalition();
  const { data } = useQuery(AgendaAgreementsDocument, { variables: { coalitionId: coalition.id } });
  const found = data?.agreements.nodes.find((node) => node.id === id);
  return found ? <Link to={path(agreementPath(coalition, found.number))}>{`${found.number} ${found.title}`}</Link> : null;
}

/** What a decision is about. */
export function DecisionLinks({ decision, cards }: { readonly decision: Decision; readonly cards: readonly Card[] }) {
  const t = useWords(meetingWords);
  const path = usePath();
  const coalition = useCoalition();
  return decision.refs.map(({ type, id }) => {
    const card = type === "Task" ? cards.find((each) => each.id === id) : undefined;
    return (
      <p key={id}>
        {card && <Link to={path(taskPath(coalition, card.number))}>{`${card.number} ${card.title}`}</Link>}
        {type === "CoalitionRole" && <Link to={path(rolePath(coalition, id))}>{t("openRole")}</Link>}
        {type === "ProcessAgreement" && <AgreementLink id={id} />}
      </p>
    );
  });
}
