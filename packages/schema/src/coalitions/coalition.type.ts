import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { SequenceScalar } from "../shared/scalars.ts";
import { WorkingStyle } from "../tasks/task.ts";
import { AccessRole, Capability, CoalitionStatus, OrganisationKind } from "./coalition.ts";

registerEnumType(AccessRole, { name: "AccessRole", description: "What a member may do in the coalition (toegangsrol)." });
registerEnumType(Capability, { name: "Capability", description: "Extra right of a member (bevoegdheid)." });
registerEnumType(CoalitionStatus, { name: "CoalitionStatus", description: "State of a coalition." });
registerEnumType(OrganisationKind, { name: "OrganisationKind", description: "Kind of organisation (soort organisatie)." });

@ObjectType({ description: "Group of equal partner organisations, the tenant of the hub (coalitie)." })
export class Coalition {
  @Field(() => ID, { description: "Identity." })
  id: string;
  @Field(() => String, { description: "Name, 3–120 characters." })
  name: string;
  @Field(() => String, { description: "Name in addresses, unique on this hub." })
  slug: string;
  @Field(() => String, { description: "2–4 letters in front of task numbers, chosen once." })
  taskPrefix: string;
  @Field(() => String, { description: "CBS code of the municipality: GM and four digits, GM0000 for a neighbourhood that CBS does not know. Source: CBS." })
  municipalityCode: string;
  @Field(() => CoalitionStatus, { description: "State of the coalition." })
  status: CoalitionStatus;
  @Field(() => String, { description: "IANA time zone for days and deadlines." })
  timeZone: string;
  @Field(() => WorkingStyle, { description: "Working style of new boards (werkwijze)." })
  defaultStyle: WorkingStyle;
  @Field(() => Int, { nullable: true, description: "Days that people stay signed in on their own device, 1–90; null: 90, and 30 for coordinators." })
  ownDeviceDays: number | null;
  @Field(() => Boolean, { description: "Agreements show who has them open now; off unless the coalition chooses it (D11)." })
  agreementPresence: boolean;
  @Field(() => Boolean, { description: "True for the fictional demo coalitions." })
  isDemo: boolean;
  @Field(() => SequenceScalar, { description: "Number of the latest change in the log." })
  sequence: number;
  lastTaskNumber: number;
  createdAt: Date;
  @Field(() => Int, { description: "Version of its settings, for `expectedVersion`." })
  version: number;
}

@ObjectType({ description: "Organisation in a coalition: a partner or a department of one (organisatie)." })
export class Organisation {
  @Field(() => ID, { description: "Identity." })
  id: string;
  @Field(() => ID, { description: "Coalition it belongs to." })
  coalitionId: string;
  @Field(() => String, { description: "Name, 2–160 characters, unique in the coalition." })
  name: string;
  @Field(() => String, { description: "Short name, at most 24 characters." })
  shortName: string;
  @Field(() => String, { description: "Two or three letters in the square of the organisation." })
  letters: string;
  @Field(() => OrganisationKind, { description: "Kind of organisation." })
  kind: OrganisationKind;
  @Field(() => ID, { nullable: true, description: "The organisation of which this is a department." })
  parentId: string | null;
  @Field(() => Int, { description: "Colour 0–11; always shown together with letters." })
  colourIndex: number;
  @Field(() => String, { nullable: true, description: "Day on which it left the coalition, YYYY-MM-DD." })
  leftOn: string | null;
  createdAt: Date;
  @Field(() => Int, { description: "Version, for `expectedVersion`." })
  version: number;
}

@ObjectType({ description: "A person acting for an organisation in a coalition (lid)." })
export class Membership {
  @Field(() => ID, { description: "Identity; send it as `x-wijkbord-membership` to act with it." })
  id: string;
  @Field(() => ID, { description: "Coalition." })
  coalitionId: string;
  @Field(() => ID, { description: "Organisation acted for." })
  organisationId: string;
  userId: string;
  @Field(() => AccessRole, { description: "What this member may do." })
  accessRole: AccessRole;
  @Field(() => [Capability], { description: "Extra rights." })
  capabilities: Capability[];
  validFrom: Date;
  @Field(() => Date, { nullable: true, description: "Moment at which it ended; null while it holds." })
  validUntil: Date | null;
  @Field(() => Int, { description: "Version, for `expectedVersion`." })
  version: number;
}
