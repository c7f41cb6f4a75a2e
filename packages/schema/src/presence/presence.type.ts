import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import { ActorOrganisation } from "../activity/event.type.ts";
import { resultUnion } from "../shared/problems.type.ts";
import { PresenceMode, PresencePage } from "./presence.ts";

registerEnumType(PresencePage, {
  name: "PresencePage",
  description:
    "Page that somebody has open: board (bord), division of work (rollen), one task (taak), or one agreement (afspraak; only where the coalition shows presence there).",
});
registerEnumType(PresenceMode, {
  name: "PresenceMode",
  description: "What somebody does there. HIDDEN takes the person away everywhere in the coalition (niet laten zien dat ik er ben).",
});

@ObjectType({ description: "Somebody who has the same page open (nu aanwezig). Held in memory for 45 seconds; never stored, logged or exported." })
export class PresentPerson {
  @Field(() => ID, {
    description: "Membership; one entry for all windows of a person. On an agreement whose reaction round is open: the organisation, once for all its people.",
  })
  membershipId: string;
  @Field(() => String, { description: "Name; empty on an agreement whose reaction round is open: then only the organisation is shown." })
  displayName: string;
  @Field(() => ActorOrganisation, { description: "Organisation acted for." })
  organisation: ActorOrganisation;
  @Field(() => PresencePage, { description: "Page." })
  page: PresencePage;
  @Field(() => ID, { description: "Board, task or agreement that the page shows." })
  objectId: string;
  @Field(() => ID, { nullable: true, description: "Task that is open on the page; null when it is none or not yours to see." })
  taskId: string | null;
  @Field(() => PresenceMode, { description: "VIEWING or EDITING." })
  mode: PresenceMode;
}

@ObjectType({ description: "Who is on a page: first the whole list, then what changes, at most twice per second." })
export class PresenceUpdate {
  @Field(() => Boolean, { description: "True: `present` is the whole list, forget what you had. False: put `present` into the list and take `left` out." })
  full: boolean;
  @Field(() => [PresentPerson], { description: "The list, or those that came or changed." })
  present: PresentPerson[];
  @Field(() => [ID], { description: "Memberships of those that went." })
  left: string[];
}

@InputType({
  description: "Says where you are. Send it at each change and every 20 seconds; it is gone after 45 seconds, or with the socket that it came over.",
})
export class SetPresenceInput {
  @Field(() => ID, { description: "Coalition." })
  coalitionId: string;
  @Field(() => PresencePage, { description: "Page that is open." })
  page: PresencePage;
  @Field(() => ID, { nullable: true, description: "Board, task or agreement that the page shows; needed unless HIDDEN." })
  objectId?: string;
  @Field(() => ID, { nullable: true, description: "Task that is open on the page." })
  taskId?: string;
  @Field(() => PresenceMode, { description: "What you do there." })
  mode: PresenceMode;
}

@ObjectType({ description: "How you are shown." })
export class SetPresencePayload {
  @Field(() => PresenceMode, { description: "What others see." })
  mode: PresenceMode;
  @Field(() => Date, { nullable: true, description: "Until when, unless said again; null when HIDDEN." })
  shownUntil: Date | null;
}
export const SetPresenceResult = resultUnion("SetPresence", SetPresencePayload);
