import { EventType } from "../activity/eventType.ts";
import { AccessRole, type Viewer } from "../coalitions/coalition.ts";

const aboutInForce: readonly EventType[] = [
  EventType.AGREEMENT_IN_FORCE,
  EventType.AGREEMENT_REGISTERED,
  EventType.AGREEMENT_EXPIRED,
  EventType.AGREEMENT_SUSPENDED,
  EventType.AGREEMENT_REVIEW_DUE,
  EventType.AGREEMENT_REVIEWED,
  EventType.CONSENT_WITHDRAWN,
];

/** C9: observers follow agreements that are in force, not what leads to them; members follow all. */
export const mayReadAgreementEvent = ({ accessRole }: Pick<Viewer, "accessRole">, event: { readonly type: EventType; readonly targetType: string }): boolean =>
  accessRole !== AccessRole.OBSERVER || (event.targetType !== "ProcessAgreement" && event.targetType !== "Mandate") || aboutInForce.includes(event.type);
