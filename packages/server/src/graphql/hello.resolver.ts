import { createHash } from "node:crypto";
import { Hello } from "@wijkbord/schema/types";
import { type GraphQLSchema, printSchema } from "graphql";
import { Ctx, Info, Query, Resolver } from "type-graphql";
import manifest from "../../package.json" with { type: "json" };
import type { HubContext } from "./context.ts";
import { trustedIds } from "./trusted.ts";

const marks = new WeakMap<GraphQLSchema, string>();

/** A mark of the schema and the trusted documents, so that pages of another build notice. */
function apiVersion(schema: GraphQLSchema): string {
  const known = marks.get(schema);
  if (known) return known;
  const mark = createHash("sha256").update(printSchema(schema)).update(trustedIds().toSorted().join()).digest("hex").slice(0, 12);
  marks.set(schema, mark);
  return mark;
}

@Resolver()
export class HelloResolver {
  @Query(() => Hello, { description: "What this hub is; readable without signing in, as a trusted document." })
  hello(@Ctx() { services }: HubContext, @Info() { schema }: { schema: GraphQLSchema }): Hello {
    return Object.assign(new Hello(), { apiVersion: apiVersion(schema), version: manifest.version, demo: services.demo });
  }
}
