import { AgendaState, mayEditPoint } from "@wijkbord/schema";
import { AddAgendaLinkDocument, RemoveAgendaLinkDocument } from "@wijkbord/schema/operations";
import { useCoalition } from "../coalitions/coalition.ts";
import { DocumentLinks } from "../shared/DocumentLinks.tsx";
import { useAct } from "../tasks/useAct.ts";
import { type Point, useOpenMeeting } from "./useMeeting.ts";

interface PointLinksProps {
  readonly point: Point;
  readonly startAdding?: boolean;
}

/** Links of a point, for who prepares it and for who looks. */
export function PointLinks({ point, startAdding = false }: PointLinksProps) {
  const act = useAct();
  const { viewer } = useCoalition();
  const meeting = useOpenMeeting();
  const facts = { chairMembershipId: meeting.chairMembershipId, noteTakerMembershipId: meeting.noteTakerMembershipId };
  const mayEdit = meeting.state !== "CLOSED" && mayEditPoint(viewer, facts, { ...point, state: AgendaState[point.state] });
  return (
    <DocumentLinks
      links={point.links}
      mayEdit={mayEdit}
      startAdding={startAdding}
      onAdd={(link) => act(AddAgendaLinkDocument, { agendaItemId: point.id, ...link }, { quiet: true })}
      onRemove={(linkId) => act(RemoveAgendaLinkDocument, { agendaItemId: point.id, linkId })}
    />
  );
}
