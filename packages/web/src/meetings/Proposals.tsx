import { AddAgendaItemsDocument, AgendaProposalDocument, type AgendaProposalQuery } from "@wijkbord/schema/operations";
import { Plus } from "lucide-react";
import { useEffect, useState } from "react";
import { useScope } from "../activity/scope.ts";
import { useWords } from "../language/words.ts";
import { useAct } from "../tasks/useAct.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { useOpenMeeting } from "./useMeeting.ts";
import { meetingWords } from "./words.ts";

type Proposal = AgendaProposalQuery["agendaProposal"][number];
const few = 8;
const titleOf = ({ number, title }: Proposal) => `${number ? `${number} ` : ""}${title}`;
const pointOf = (proposal: Proposal) => ({ title: titleOf(proposal).slice(0, 140), aboutType: proposal.aboutType, aboutId: proposal.aboutId });

/** What waits on the board and in the coalition and could be talked about. */
export function Proposals() {
  const t = useWords(meetingWords);
  const act = useAct();
  const { client } = useScope();
  const { id: meetingId, agenda } = useOpenMeeting();
  const [items, setItems] = useState<readonly Proposal[]>([]);
  useEffect(() => {
    let left = false;
    void client
      .query({ query: AgendaProposalDocument, variables: { meetingId }, fetchPolicy: "no-cache" })
      .then(({ data }) => left || setItems(data?.agendaProposal ?? []))
      .catch(() => undefined);
    return () => {
      left = true;
    };
  }, [client, meetingId, agenda]);
  if (items.length === 0) return null;
  const reasons = Map.groupBy(items, ({ aboutId }) => aboutId);
  const shown = [...reasons.values()].flatMap(([first]) => first ?? []).slice(0, few);
  const put = (chosen: readonly Proposal[]) => act(AddAgendaItemsDocument, { meetingId, items: chosen.map(pointOf) });
  return (
    <section className="meeting-card" aria-labelledby="voorstel-titel">
      <h2 id="voorstel-titel">{t("proposal")}</h2>
      <p className="quiet">{t("proposalHint")}</p>
      <ul className="proposals">
        {shown.map((item) => (
          <li key={item.aboutId}>
            <span>
              {titleOf(item)}
              <small className="quiet">
                {reasons
                  .get(item.aboutId)
                  ?.map(({ kind }) => t(kind))
                  .join(" · ")}
              </small>
            </span>
            <IconButton label={t("putOn", { title: titleOf(item) })} onClick={() => void put([item])}>
              <Plus size={16} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      <Button small onClick={() => void put(shown)}>
        {t("putAll", { count: shown.length })}
      </Button>
    </section>
  );
}
