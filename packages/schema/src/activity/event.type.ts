import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { JsonScalar, SequenceScalar } from "../shared/scalars.ts";
import { ProcessAgreement } from "../agreements/agreement.type.ts";
import { Meeting } from "../meetings/meeting.type.ts";
import { CoalitionRole } from "../roles/role.type.ts";
import { Board } from "../tasks/board.type.ts";
import { Task } from "../tasks/task.type.ts";
import type { Visibility } from "../tasks/task.ts";
import { EventType } from "./eventType.ts";

registerEnumType(EventType, { name: "EventType", description: "Kind of change in the log." });

@ObjectType({ description: "Difference of one field." })
export class FieldChange {
  @Field(() => String, { description: "Field name." })
  field: string;
  @Field(() => JsonScalar, { nullable: true, description: "Value before." })
  before: unknown;
  @Field(() => JsonScalar, { nullable: true, description: "Value after." })
  after: unknown;
}

/** Row of the log: one accepted change of one object. */
export class LoggedEvent {
  id: string;
  coalitionId: string;
  sequence: number;
  type: EventType;
  occurredAt: Date;
  actorMembershipId: string | null;
  targetType: string;
  targetId: string;
  taskId: string | null;
  boardIds: string[];
  visibility: Visibility;
  organisationId: string | null;
  version: number | null;
  changes: FieldChange[];
  clientMutationId: string | null;
  undoes: string | null;
  byDemo: boolean;
}

@ObjectType({ description: "Organisation of an actor." })
export class ActorOrganisation {
  @Field(() => ID, { description: "Identity." })
  id: string;
  @Field(() => String, { description: "Short name." })
  shortName: string;
}

@ObjectType({ description: "Who made a change." })
export class EventActor {
  @Field(() => ID, { nullable: true, description: "Membership; null for the system." })
  membershipId: string | null;
  @Field(() => ActorOrganisation, { nullable: true, description: "Organisation acted for." })
  organisation: ActorOrganisation | null;
  @Field(() => String, { nullable: true, description: "Name, resolved when read; empty after 24 months." })
  displayName: string | null;
}

@ObjectType({ description: "The object that changed." })
export class EventTarget {
  @Field(() => String, { description: "Type name." })
  type: string;
  @Field(() => ID, { description: "Identity." })
  id: string;
}

export const LiveSubject = createUnionType({
  name: "LiveSubject",
  description: "Object as it is when the batch is made.",
  types: () => [Task, Board, ProcessAgreement, CoalitionRole, Meeting] as const,
});

@ObjectType({ description: "One accepted change (gebeurtenis)." })
export class HubEvent {
  @Field(() => ID, { description: "Identity." })
  id: string;
  @Field(() => SequenceScalar, { description: "Number in the log of the coalition." })
  sequence: number;
  @Field(() => EventType, { description: "Kind of change." })
  type: EventType;
  @Field(() => Date, { description: "When, UTC." })
  occurredAt: Date;
  @Field(() => EventActor, { description: "Who." })
  actor: EventActor;
  @Field(() => EventTarget, { description: "What." })
  target: EventTarget;
  @Field(() => ID, { nullable: true, description: "Task that it concerns." })
  taskId: string | null;
  @Field(() => [ID], { description: "Boards on which it shows." })
  boardIds: string[];
  @Field(() => Int, { nullable: true, description: "Version of the target after the change." })
  version: number | null;
  @Field(() => [FieldChange], { description: "Differences, for history." })
  changes: FieldChange[];
  @Field(() => LiveSubject, { nullable: true, description: "The object now; null when gone or not visible." })
  subject: Task | Board | ProcessAgreement | CoalitionRole | Meeting | null;
  @Field(() => ID, { nullable: true, description: "Identity that the client gave to its change." })
  clientMutationId: string | null;
  @Field(() => ID, { nullable: true, description: "Event that this one undoes." })
  undoes: string | null;
  @Field(() => Boolean, { description: "True when a partner of the demo made it who moves by itself, and no person." })
  byDemo: boolean;
}

@ObjectType({ description: "Consecutive part of a log; covers fromSequence…toSequence, hidden events are left out." })
export class EventBatch {
  @Field(() => SequenceScalar, { description: "First number covered: previous toSequence + 1." })
  fromSequence: number;
  @Field(() => SequenceScalar, { description: "Last number covered." })
  toSequence: number;
  @Field(() => SequenceScalar, { description: "Latest number of the coalition." })
  headSequence: number;
  @Field(() => Boolean, { description: "True: fetch again and go on from its asOfSequence." })
  reset: boolean;
  @Field(() => [HubEvent], { description: "Visible events, in order." })
  events: HubEvent[];
}
