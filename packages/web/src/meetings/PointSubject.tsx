import { useQuery } from "@apollo/client/react";
import { AgendaAgreementsDocument } from "@wijkbord/schema/operations";
import { Link } from "../shared/router.tsx";
import { AgreementPoint } from "../agreements/AgreementPoint.tsx";
import { taskPath, useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { rolePath } from "../roles/addresses.ts";
import type { Card } from "../tasks/taskFeed.ts";
import { Letters } from "./Letters.tsx";
import { PromiseForm } from "./PromiseForm.tsx";
import { useOpenMeeting } from "./useMeeting.ts";
import { meetingWords } from "./words.ts";

function Agreement({ id }: { readonly id: string }) {
  const { id: coalitionId } = useCoalition();
  const { data } = useQuery(AgendaAgreementsDocument, { variables: { coalitionId } });
  const number = data?.agreements.nodes.find((node) => node.id === id)?.number;
  return number ? <AgreementPoint key={number} number={number} /> : null;
}

/** What the open point is about: a task with its letters, an agreement with its answers, or a role. */
export function PointSubject({ cards }: { readonly cards: readonly Card[] }) {
  const t = useWords(meetingWords);
  const path = usePath();
  const coalition = useCoalition();
  const { agenda, openItemId, viewerCanTakeNotes } = useOpenMeeting();
  const point = agenda.find(({ id }) => id === openItemId);
  const { aboutType, aboutId } = point ?? {};
  if (!aboutType || !aboutId) return null;
  if (aboutType === "ProcessAgreement") return <Agreement id={aboutId} />;
  if (aboutType === "CoalitionRole")
    return (
      <p>
        <Link className="button" to={path(rolePath(coalition, aboutId))}>
          {t("openRole")}
        </Link>
      </p>
    );
  const card = cards.find(({ id }) => id === aboutId);
  if (!card) return null;
  return (
    <div className="point-task">
      <Link to={path(taskPath(coalition, card.number))}>
        <span className="digits">{card.number}</span> <span lang="nl">{card.title}</span>
      </Link>
      <Letters card={card} />
      {viewerCanTakeNotes && <PromiseForm key={card.id} taskId={card.id} />}
    </div>
  );
}
