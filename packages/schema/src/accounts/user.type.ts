import { Field, ID, ObjectType } from "type-graphql";

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
}

@ObjectType({ description: "A fictional person of the demo that you can act as." })
export class DemoPerson {
  @Field(() => String, { description: "Key for `signInAsDemoPerson`." })
  key: string;
  @Field(() => String, { description: "Name of the fictional person." })
  displayName: string;
  @Field(() => DemoOrganisation, { description: "Organisation this person acts for." })
  organisation: DemoOrganisation;
  @Field(() => String, { description: "Name of the coalition." })
  coalitionName: string;
}

@ObjectType({ description: "A demo session; the cookie is set as well." })
export class DemoSession {
  @Field(() => String, { description: "Bearer token of this session, for programs." })
  token: string;
}
