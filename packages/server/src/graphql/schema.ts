import "reflect-metadata";
import { type GraphQLSchema, lexicographicSortSchema } from "graphql";
import { buildSchema, type NonEmptyArray, type PubSub } from "type-graphql";
import { AccountResolver } from "../accounts/account.resolver.ts";
import { AreaResolver } from "../areas/area.resolver.ts";
import { CoalitionResolver, MembershipResolver } from "../coalitions/coalition.resolver.ts";
import { RealtimeResolver } from "../realtime/realtime.resolver.ts";
import { BoardResolver } from "../tasks/board.resolver.ts";
import { CommentResolver, TaskResolver } from "../tasks/task.resolver.ts";
import { TaskChangeResolver } from "../tasks/taskChange.resolver.ts";

const resolvers: NonEmptyArray<new () => object> = [
  AccountResolver,
  AreaResolver,
  BoardResolver,
  CoalitionResolver,
  CommentResolver,
  MembershipResolver,
  RealtimeResolver,
  TaskChangeResolver,
  TaskResolver,
];

/** The log is what subscriptions follow; nothing is ever published here. */
const noPubSub: PubSub = {
  publish() {
    throw new Error("Events go to the log.");
  },
  subscribe() {
    throw new Error("Subscriptions follow the log.");
  },
};

/** The executable schema of the hub, sorted. */
export async function hubSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers,
    validate: false,
    pubSub: noPubSub,
  });
  return lexicographicSortSchema(schema);
}

