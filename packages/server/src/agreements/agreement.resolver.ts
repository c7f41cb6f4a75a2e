import { agreementLimits, agreementNumber, countsAsInForce, isOpen, mayReadAgreementEvent, type Viewer } from "@wijkbord/schema";
import {
  AgreementConnection,
  AgreementFilter,
  AgreementParty,
  AgreementReview,
  AgreementVersion,
  ConsentWithdrawal,
  HubEvent,
  Organisation,
  ProcessAgreement,
  RegistrationAnswer,
} from "@wijkbord/schema/types";
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { EventTable } from "../activity/event.table.ts";
import { type HubContext, notFoundError } from "../graphql/context.ts";
import { hubEvents } from "../realtime/events.ts";
import { belongs } from "../realtime/log.ts";
import { checkFirst } from "../tasks/pages.ts";
import { agreementLoaders } from "./agreementLoaders.ts";
import { numberAfter, pageOf, registerOf } from "./agreementList.ts";
import { RegistrationAnswerTable, ReviewTable, WithdrawalTable } from "./mandate.tables.ts";
import { partiesOf } from "./parties.ts";
import { coalitionFor, todayFor, viewerOf } from "./reads.ts";
import { readAgreement } from "./visible.ts";

@Resolver(() => ProcessAgreement)
export class AgreementResolver {
  @Query(() => AgreementConnection, { description: "Agreements of a coalition by number (Procesafspraken), at most 100 at a time." })
  async agreements(
    @Ctx() context: HubContext,
    @Arg("coalitionId", () => ID) coalitionId: string,
    @Arg("filter", () => AgreementFilter, { nullable: true }) filter?: AgreementFilter,
    @Arg("first", () => Int, { defaultValue: 50 }) first = 50,
    @Arg("after", () => String, { nullable: true }) after?: string,
  ): Promise<AgreementConnection> {
    checkFirst(first, agreementLimits.page);
    const viewer = context.reader(coalitionId);
    const number = numberAfter(after);
    if (number === null) throw notFoundError();
    const { sequence } = await coalitionFor(context, { coalitionId });
    const rows = await registerOf(context.services.database.read(), viewer, filter ?? {}, await todayFor(context, { coalitionId }));
    return pageOf(rows, first, number, sequence);
  }

  @Query(() => ProcessAgreement, { description: "One agreement, by identity or by coalition and number; NOT_FOUND when it is not yours to see." })
  async agreement(
    @Ctx() context: HubContext,
    @Arg("id", () => ID, { nullable: true }) id?: string,
    @Arg("coalitionId", () => ID, { nullable: true }) coalitionId?: string,
    @Arg("number", () => Int, { nullable: true }) number?: number,
  ): Promise<ProcessAgreement> {
    const em = context.services.database.read();
    const viewers = coalitionId ? [context.reader(coalitionId)] : context.readers();
    const where = id ? { id } : coalitionId && number ? { number } : null;
    for (const viewer of where ? viewers : []) {
      const found = where && (await readAgreement(em, viewer, where));
      if (found) return found;
    }
    throw notFoundError();
  }

  @FieldResolver(() => String, { description: "Short number, for example PA-07; never used again." })
  number(@Root() { number }: ProcessAgreement): string {
    return agreementNumber(number);
  }

  @FieldResolver(() => Organisation, { description: "Organisation that owns it." })
  async owner(@Root() { ownerOrganisationId }: ProcessAgreement, @Ctx() { loaders }: HubContext): Promise<Organisation> {
    const owner = await loaders.organisation.load(ownerOrganisationId);
    if (!owner) throw notFoundError();
    return owner;
  }

  @FieldResolver(() => [AgreementVersion], { description: "Versions that you may read, oldest first." })
  versions(@Root() agreement: ProcessAgreement, @Ctx() context: HubContext): Promise<AgreementVersion[]> {
    return agreementLoaders(context).versions.load(agreement);
  }

  @FieldResolver(() => AgreementVersion, { nullable: true, description: "Version that is in force (Geldt nu)." })
  async currentVersion(@Root() agreement: ProcessAgreement, @Ctx() context: HubContext): Promise<AgreementVersion | null> {
    return (await this.versions(agreement, context)).find(({ id }) => id === agreement.currentVersionId) ?? null;
  }

  @FieldResolver(() => AgreementVersion, { nullable: true, description: "Version that is being written, asked about, answered, or waits for a choice." })
  async openVersion(@Root() agreement: ProcessAgreement, @Ctx() context: HubContext): Promise<AgreementVersion | null> {
    return (await this.versions(agreement, context)).find(({ state }) => isOpen(state)) ?? null;
  }

  @FieldResolver(() => [AgreementParty], { description: "How each signatory stands to what is in force; with 'nog niet getekend'." })
  parties(@Root() agreement: ProcessAgreement, @Ctx() { services }: HubContext): Promise<AgreementParty[]> {
    return partiesOf(services.database.read(), agreement);
  }

  @FieldResolver(() => Boolean, { description: "Something is asked of the own organisation: an answer, a signature, a confirmation or a form (wacht op jou)." })
  waitsOnMyOrganisation(@Root() agreement: ProcessAgreement, @Ctx() context: HubContext): Promise<boolean> {
    return agreementLoaders(context).waits.load(agreement);
  }

  @FieldResolver(() => Boolean, { description: "The day to look back has passed; the agreement stays in force and says so." })
  async reviewOverdue(@Root() agreement: ProcessAgreement, @Ctx() context: HubContext): Promise<boolean> {
    return countsAsInForce(agreement.state) && agreement.reviewOn !== null && agreement.reviewOn < (await todayFor(context, agreement));
  }

  @FieldResolver(() => [AgreementReview], { description: "Forms of partners, newest look back first." })
  reviews(@Root() { id }: ProcessAgreement, @Ctx() { services }: HubContext): Promise<AgreementReview[]> {
    return services.database.read().find(ReviewTable, { agreementId: id }, { orderBy: { reviewOn: "desc", createdAt: "asc" } });
  }

  @FieldResolver(() => [ConsentWithdrawal], { description: "Partners that took their consent back, newest first." })
  withdrawals(@Root() { id }: ProcessAgreement, @Ctx() { services }: HubContext): Promise<ConsentWithdrawal[]> {
    return services.database.read().find(WithdrawalTable, { agreementId: id }, { orderBy: { createdAt: "desc" } });
  }

  @FieldResolver(() => [RegistrationAnswer], { description: "What partners say about a registered agreement." })
  registrationAnswers(@Root() { id }: ProcessAgreement, @Ctx() { services }: HubContext): Promise<RegistrationAnswer[]> {
    return services.database.read().find(RegistrationAnswerTable, { agreementId: id }, { orderBy: { answeredAt: "asc" } });
  }

  @FieldResolver(() => [HubEvent], { description: "What happened, newest first, at most 100, as far as you may see it." })
  async timeline(
    @Root() agreement: ProcessAgreement,
    @Ctx() context: HubContext,
    @Arg("first", () => Int, { defaultValue: 50 }) first = 50,
  ): Promise<HubEvent[]> {
    checkFirst(first, agreementLimits.page);
    const viewer: Viewer = viewerOf(context, agreement);
    const { database } = context.services;
    const events = await database.read().find(EventTable, { coalitionId: agreement.coalitionId, targetId: agreement.id }, { orderBy: { sequence: "desc" } });
    const topic = { coalitionId: agreement.coalitionId, boardId: null };
    const visible = events.filter((event) => belongs(event, topic, viewer.organisationId) && mayReadAgreementEvent(viewer, event));
    return hubEvents(database, viewer, visible.slice(0, first), false);
  }
}
