import {
  AcceptAssignmentDocument,
  AcceptRoleDocument,
  ConfirmPromisesDocument,
  ConfirmRoleDocument,
  DecideHandoverDocument,
  MoveTaskDocument,
  PickUpTaskDocument,
} from "@wijkbord/schema/operations";
import { type Outcome, useAct } from "../tasks/useAct.ts";
import type { AttentionItem } from "./useToday.ts";

/** The act that a line asks for, when it can be done in place; null when the thing must be opened first. */
export function useDoNow(item: AttentionItem): (() => Promise<Outcome>) | null {
  const act = useAct();
  const { kind, objectId, objectVersion, meetingId, columnId } = item;
  if (objectVersion === null) return null;
  const input = { id: objectId, expectedVersion: objectVersion };
  const seat = { seatId: objectId, expectedVersion: objectVersion };
  switch (kind) {
    case "LETTER_ASKED":
      return () => act(AcceptAssignmentDocument, input);
    case "TASK_WITHOUT_ACCOUNTABLE":
      return () => act(PickUpTaskDocument, input);
    case "SEAT_ASKED":
      return () => act(AcceptRoleDocument, seat);
    case "ROLE_TO_CONFIRM":
      return () => act(ConfirmRoleDocument, input);
    case "HANDOVER_ASKED":
      return () => act(DecideHandoverDocument, { handoverId: objectId, expectedVersion: objectVersion, accept: true });
    case "PROMISE_TO_CONFIRM":
      return meetingId ? () => act(ConfirmPromisesDocument, { meetingId, promiseIds: [objectId] }) : null;
    case "TASK_CAN_GO_ON":
      return columnId ? () => act(MoveTaskDocument, { ...input, columnId }) : null;
    default:
      return null;
  }
}
