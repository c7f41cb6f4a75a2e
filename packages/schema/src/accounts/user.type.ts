import { Field, ID, Int, ObjectType } from "type-graphql";
import { AccessRole, OrganisationKind } from "../coalitions/coalition.ts";
import { Membership } from "../coalitions/coalition.type.ts";

@ObjectType({ description: "A person with an account (persoon)." })
export class User {
  @Field(() => ID, { description: "Identity of the person." })
  id: string;
  @Field(() => String, { description: "Name as shown to partners." })
  displayName: string;
  email: string;
  demoKey: string | null;
  locale: string;
  createdAt: Date;
}

@ObjectType({ description: "Organisation of a demo person." })
export class DemoOrganisation {
  @Field(() => String, { description: "Name of the organisation." })
  name: string;
  @Field(() => String, { description: "Two or three letters in its square." })
  letters: string;
  @Field(() => Int, { description: "Colour 0–11." })
  colourIndex: number;
  @Field(() => OrganisationKind, { description: "Kind of organisation." })
  kind: OrganisationKind;
}

@ObjectType({ description: "A fictional person of the demo that you can act as." })
export class DemoPerson {
  @Field(() => String, { description: "Key for `signInAsDemoPerson`." })
  key: string;
  @Field(() => String, { description: "Name of the fictional person." })
  displayName: string;
  @Field(() => DemoOrganisation, { description: "Organisation this person acts for." })
  organisation: DemoOrganisation;
  @Field(() => AccessRole, { description: "What this person may do there." })
  accessRole: AccessRole;
  @Field(() => String, { description: "Name of the coalition." })
  coalitionName: string;
}

@ObjectType({ description: "A demo session; the cookie is set as well." })
export class DemoSession {
  @Field(() => String, { description: "Bearer token of this session, for programs." })
  token: string;
}

@ObjectType({ description: "The signed-in person with all memberships (wie ben ik)." })
export class Me {
  @Field(() => ID, { description: "Identity of the person." })
  id: string;
  @Field(() => String, { description: "Name as shown to partners." })
  displayName: string;
  @Field(() => [Membership], { description: "Live memberships, the oldest first." })
  memberships: Membership[];
}

@ObjectType({ description: "A device on which you are signed in (aangemeld apparaat)." })
export class OwnSession {
  @Field(() => ID, { description: "Identity, for `endSession`." })
  id: string;
  @Field(() => Date, { description: "Moment of signing in." })
  createdAt: Date;
  @Field(() => Date, { description: "Moment of latest use, exact to five minutes." })
  lastUsedAt: Date;
  @Field(() => Date, { description: "Moment at which it ends when it is not used before; only on an own device use makes it longer." })
  expiresAt: Date;
  @Field(() => Boolean, { description: "Marked as your own device when signing in." })
  ownDevice: boolean;
  @Field(() => Boolean, { description: "The session of this request." })
  current: boolean;
}
