import { ActionLine, Board, Coalition, Label, Membership, Organisation, Theme } from "@wijkbord/schema/types";
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { type HubContext, notFoundError } from "../graphql/context.ts";
import { CoalitionTable } from "./coalition.tables.ts";

function present<Value>(value: Value | null): Value {
  if (value === null) throw notFoundError();
  return value;
}

@Resolver(() => Coalition)
export class CoalitionResolver {
  @Query(() => [Coalition], { description: "Coalitions you are a member of." })
  coalitions(@Ctx() { services, readers }: HubContext): Promise<Coalition[]> {
    const ids = readers().map(({ coalitionId }) => coalitionId);
    return services.database.read().find(CoalitionTable, { id: { $in: ids } }, { orderBy: { name: "asc", id: "asc" } });
  }

  @Query(() => Coalition, { description: "A coalition by its name in addresses; NOT_FOUND when it is not yours." })
  async coalition(
    @Arg("slug", () => String, { description: "Name in addresses." }) slug: string,
    @Ctx() { services, readers }: HubContext,
  ): Promise<Coalition> {
    const ids = readers().map(({ coalitionId }) => coalitionId);
    return present(await services.database.read().findOne(CoalitionTable, { slug, id: { $in: ids } }));
  }

  @FieldResolver(() => [Organisation], { description: "Partners and their departments, those that left included (`leftOn`)." })
  async organisations(@Root() { id }: Coalition, @Ctx() { loaders, reader }: HubContext): Promise<Organisation[]> {
    reader(id);
    return (await loaders.organisationsOf.load(id)) ?? [];
  }

  @FieldResolver(() => [Membership], { description: "Members of all partners, as of now." })
  async members(@Root() { id }: Coalition, @Ctx() { loaders, reader }: HubContext): Promise<Membership[]> {
    reader(id);
    return (await loaders.membersOf.load(id)) ?? [];
  }

  @FieldResolver(() => [Theme], { description: "Themes, in order." })
  async themes(@Root() { id }: Coalition, @Ctx() { loaders, reader }: HubContext): Promise<Theme[]> {
    reader(id);
    return (await loaders.themesOf.load(id)) ?? [];
  }

  @FieldResolver(() => [Label], { description: "Labels that tasks can carry, by name." })
  async labels(@Root() { id }: Coalition, @Ctx() { loaders, reader }: HubContext): Promise<Label[]> {
    reader(id);
    return (await loaders.labelsOf.load(id)) ?? [];
  }

  @FieldResolver(() => [ActionLine], { description: "Action lines of the plan." })
  async actionLines(@Root() { id }: Coalition, @Ctx() { loaders, reader }: HubContext): Promise<ActionLine[]> {
    reader(id);
    return (await loaders.actionLinesOf.load(id)) ?? [];
  }

  @FieldResolver(() => [Board], { description: "Boards of the neighbourhoods." })
  async boards(@Root() { id }: Coalition, @Ctx() { loaders, reader }: HubContext): Promise<Board[]> {
    reader(id);
    return (await loaders.boardsOf.load(id)) ?? [];
  }
}

@Resolver(() => Organisation)
export class OrganisationResolver {
  @FieldResolver(() => Organisation, { nullable: true, description: "The partner of which this is a department." })
  parent(@Root() { parentId }: Organisation, @Ctx() { loaders }: HubContext): Promise<Organisation | null> | null {
    return parentId ? loaders.organisation.load(parentId) : null;
  }
}

@Resolver(() => Membership)
export class MembershipResolver {
  @FieldResolver(() => String, { description: "Name of the person." })
  async displayName(@Root() { userId }: Membership, @Ctx() { loaders }: HubContext): Promise<string> {
    return (await loaders.displayName.load(userId)) ?? "";
  }

  @FieldResolver(() => Coalition, { description: "The coalition." })
  async coalition(@Root() { coalitionId }: Membership, @Ctx() { loaders }: HubContext): Promise<Coalition> {
    return present(await loaders.coalition.load(coalitionId));
  }

  @FieldResolver(() => Organisation, { description: "The organisation acted for." })
  async organisation(@Root() { organisationId }: Membership, @Ctx() { loaders }: HubContext): Promise<Organisation> {
    return present(await loaders.organisation.load(organisationId));
  }
}
