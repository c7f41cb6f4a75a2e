import { WatchKind, WatchPeriod } from "@wijkbord/schema";
import { AgreementVersion, DateScalar, Meeting, Task, WatchCaseView, WatchOutcome } from "@wijkbord/schema/types";
import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { HubContext } from "../graphql/context.ts";
import { agreementLoaders } from "./agreementLoaders.ts";
import { agreementOf, coalitionFor, todayFor } from "./reads.ts";
import { watchOutcomes } from "./watchOutcomes.ts";

const aboutTasks: readonly WatchKind[] = [WatchKind.BLOCKED_LONGER_THAN, WatchKind.ANSWER_WITHIN];

@Resolver(() => AgreementVersion)
export class VersionWatchResolver {
  @FieldResolver(() => [WatchOutcome], {
    description: "What its watch rules counted in the quarter of a day, or since the last look back: 9 van de 11 keer gelukt.",
  })
  async watchOutcomes(
    @Root() version: AgreementVersion,
    @Ctx() context: HubContext,
    @Arg("day", () => DateScalar, { nullable: true, description: "A day in the quarter; default today." }) day?: string | null,
    @Arg("period", () => WatchPeriod, { nullable: true, description: "Default QUARTER; LOOK_BACK for who looks back now." }) period?: WatchPeriod | null,
  ): Promise<WatchOutcome[]> {
    const { database, clock } = context.services;
    const { timeZone } = await coalitionFor(context, version);
    return watchOutcomes(database.read(), await agreementOf(context, version), version, {
      timeZone,
      now: clock.now(),
      day: day ?? (await todayFor(context, version)),
      period: period ?? WatchPeriod.QUARTER,
    });
  }
}

@Resolver(() => WatchCaseView)
export class WatchCaseResolver {
  @FieldResolver(() => Task, { nullable: true, description: "The task, when the case is about one." })
  task(@Root() { kind, objectId, coalitionId }: WatchCaseView, @Ctx() context: HubContext): Promise<Task | null> | null {
    return aboutTasks.includes(kind) ? agreementLoaders(context).task.load({ id: objectId, coalitionId }) : null;
  }

  @FieldResolver(() => Meeting, { nullable: true, description: "The meeting, when the case is about one." })
  meeting(@Root() { kind, objectId, coalitionId }: WatchCaseView, @Ctx() context: HubContext): Promise<Meeting | null> | null {
    return kind === WatchKind.UPDATED_BEFORE_MEETING ? agreementLoaders(context).meeting.load({ id: objectId, coalitionId }) : null;
  }
}
