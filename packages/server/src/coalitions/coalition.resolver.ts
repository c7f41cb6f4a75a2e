import { ActionLine, Board, Coalition, Membership, Organisation, Theme } from "@wijkbord/schema/types";
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { UserTable } from "../accounts/account.tables.ts";
import { type HubContext, notFoundError } from "../graphql/context.ts";
import { ActionLineTable, BoardTable, ThemeTable } from "../tasks/board.tables.ts";
import { CoalitionTable, MembershipTable, OrganisationTable } from "./coalition.tables.ts";

@Resolver(() => Coalition)
export class CoalitionResolver {
  @Query(() => [Coalition], { description: "Coalitions you are a member of." })
  coalitions(@Ctx() { services, readers }: HubContext): Promise<Coalition[]> {
    const ids = readers().map(({ coalitionId }) => coalitionId);
    return services.database.read().find(CoalitionTable, { id: { $in: ids } }, { orderBy: { name: "asc" } });
  }

  @Query(() => Coalition, { description: "A coalition by its name in addresses; NOT_FOUND when it is not yours." })
  async coalition(@Arg("slug", () => String) slug: string, @Ctx() { services, reader }: HubContext): Promise<Coalition> {
    const coalition = await services.database.read().findOne(CoalitionTable, { slug });
    if (!coalition) throw notFoundError();
    reader(coalition.id);
    return coalition;
  }

  @FieldResolver(() => [Organisation], { description: "Partners and their departments." })
  organisations(@Root() { id }: Coalition, @Ctx() { services }: HubContext): Promise<Organisation[]> {
    return services.database.read().find(OrganisationTable, { coalitionId: id }, { orderBy: { name: "asc" } });
  }

  @FieldResolver(() => [Membership], { description: "Members of all partners." })
  members(@Root() { id }: Coalition, @Ctx() { services }: HubContext): Promise<Membership[]> {
    return services.database.read().find(MembershipTable, { coalitionId: id }, { orderBy: { id: "asc" } });
  }

  @FieldResolver(() => [Theme], { description: "Themes, in order." })
  themes(@Root() { id }: Coalition, @Ctx() { services }: HubContext): Promise<Theme[]> {
    return services.database.read().find(ThemeTable, { coalitionId: id }, { orderBy: { position: "asc" } });
  }

  @FieldResolver(() => [ActionLine], { description: "Action lines of the plan." })
  actionLines(@Root() { id }: Coalition, @Ctx() { services }: HubContext): Promise<ActionLine[]> {
    return services.database.read().find(ActionLineTable, { coalitionId: id }, { orderBy: { title: "asc" } });
  }

  @FieldResolver(() => [Board], { description: "Boards of the neighbourhoods." })
  boards(@Root() { id }: Coalition, @Ctx() { services }: HubContext): Promise<Board[]> {
    return services.database.read().find(BoardTable, { coalitionId: id, archivedAt: null }, { orderBy: { title: "asc" } });
  }
}

@Resolver(() => Membership)
export class MembershipResolver {
  @FieldResolver(() => String, { description: "Name of the person." })
  async displayName(@Root() { userId }: Membership, @Ctx() { services }: HubContext): Promise<string> {
    const user = await services.database.read().findOne(UserTable, { id: userId });
    return user?.displayName ?? "";
  }

  @FieldResolver(() => Coalition, { description: "The coalition." })
  coalition(@Root() { coalitionId }: Membership, @Ctx() { services }: HubContext): Promise<Coalition> {
    return services.database.read().findOneOrFail(CoalitionTable, { id: coalitionId });
  }

  @FieldResolver(() => Organisation, { description: "The organisation acted for." })
  organisation(@Root() { organisationId }: Membership, @Ctx() { services }: HubContext): Promise<Organisation> {
    return services.database.read().findOneOrFail(OrganisationTable, { id: organisationId });
  }
}
