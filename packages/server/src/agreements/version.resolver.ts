import { parseArticles, signRefusal, VersionState } from "@wijkbord/schema";
import {
  AgreementArticle,
  AgreementRemark,
  AgreementVersion,
  Objection,
  PartnerAnswer,
  SignOff,
  SignOffPreparation,
  VersionDifference,
} from "@wijkbord/schema/types";
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { HubContext } from "../graphql/context.ts";
import { MandateTable } from "./mandate.tables.ts";
import { agreementOf, todayFor, viewerOf } from "./reads.ts";
import { answersAreOpen } from "./settle.ts";
import { differenceWith } from "./source.ts";
import { PreparationTable } from "./signOff.tables.ts";
import { answeredIds, maskedAnswers, readAnswers, readObjections, readRemarks, readVersions } from "./visible.ts";

@Resolver(() => AgreementVersion)
export class VersionResolver {
  @FieldResolver(() => [AgreementArticle], { description: "Articles, in the order of the text." })
  articles(@Root() { text }: AgreementVersion): AgreementArticle[] {
    return parseArticles(text).map(({ number, title, body }) => Object.assign(new AgreementArticle(), { number, title, body }));
  }

  @FieldResolver(() => Boolean, { description: "Answers are seen by all partners; false while a TOGETHER round hides them." })
  answersRevealed(@Root() version: AgreementVersion): boolean {
    return answersAreOpen(version);
  }

  @FieldResolver(() => [PartnerAnswer], { description: "Who answered, and what, as far as you may see it." })
  async answers(@Root() version: AgreementVersion, @Ctx() context: HubContext): Promise<PartnerAnswer[]> {
    const em = context.services.database.read();
    const answered = await answeredIds(em, version);
    const shown = new Map(
      (await readAnswers(em, viewerOf(context, version), version))
        .filter(({ isCurrent }) => isCurrent)
        .map(({ organisationId, response }) => [organisationId, response]),
    );
    return version.signatoryIds.map((organisationId) =>
      Object.assign(new PartnerAnswer(), { organisationId, answered: answered.has(organisationId), response: shown.get(organisationId) ?? null }),
    );
  }

  @FieldResolver(() => Int, { description: "Number of signatories that answered." })
  async answeredCount(@Root() version: AgreementVersion, @Ctx() { services }: HubContext): Promise<number> {
    return (await answeredIds(services.database.read(), version)).size;
  }

  @FieldResolver(() => [SignOff], {
    description: "The chain of answers in its order; while answers are hidden only those of the own organisation, without hashes.",
  })
  signOffs(@Root() version: AgreementVersion, @Ctx() context: HubContext): Promise<SignOff[]> {
    return readAnswers(context.services.database.read(), viewerOf(context, version), version);
  }

  @FieldResolver(() => [Objection], { description: "Objections; while answers are hidden only those of the own organisation." })
  objections(@Root() version: AgreementVersion, @Ctx() context: HubContext): Promise<Objection[]> {
    return readObjections(context.services.database.read(), viewerOf(context, version), version);
  }

  @FieldResolver(() => [AgreementRemark], { description: "Questions and opinions, oldest first: those for all and those of the own organisation." })
  remarks(@Root() version: AgreementVersion, @Ctx() context: HubContext): Promise<AgreementRemark[]> {
    return readRemarks(context.services.database.read(), viewerOf(context, version), version.id);
  }

  @FieldResolver(() => SignOffPreparation, { nullable: true, description: "Answer that the own organisation prepared." })
  preparation(@Root() version: AgreementVersion, @Ctx() context: HubContext): Promise<SignOffPreparation | null> {
    return context.services.database.read().findOne(PreparationTable, { versionId: version.id, organisationId: viewerOf(context, version).organisationId });
  }

  @FieldResolver(() => Boolean, { description: "You may answer now for your organisation: the round is open and you hold a live mandate." })
  async viewerCanSign(@Root() version: AgreementVersion, @Ctx() context: HubContext): Promise<boolean> {
    const viewer = viewerOf(context, version);
    const open = version.state === VersionState.CONSENT_ROUND && version.roundClosesAt !== null && version.roundClosesAt > context.services.clock.now();
    if (!open || !version.signatoryIds.includes(viewer.organisationId)) return false;
    const em = context.services.database.read();
    const mandates = await em.find(MandateTable, { coalitionId: version.coalitionId, organisationId: viewer.organisationId });
    const own = (await readAnswers(em, viewer, version)).find(({ isCurrent, organisationId }) => isCurrent && organisationId === viewer.organisationId);
    const { category } = await agreementOf(context, version);
    return signRefusal(viewer, mandates, category, await todayFor(context, version), own?.membershipId ?? null) === null;
  }

  @FieldResolver(() => VersionDifference, {
    nullable: true,
    description: "What is different from another version (Wat is anders); null when there is no such version to read.",
  })
  async diffWith(@Root() version: AgreementVersion, @Ctx() context: HubContext, @Arg("number", () => Int) number: number): Promise<VersionDifference | null> {
    const versions = await readVersions(context.services.database.read(), viewerOf(context, version), version.agreementId);
    const other = versions.find((found) => found.number === number);
    if (!other) return null;
    return differenceWith(version, other);
  }
}

@Resolver(() => SignOff)
export class SignOffResolver {
  @FieldResolver(() => String, { nullable: true, description: "Hash of the answer before it, 64 zeros for the first; null while answers are hidden." })
  previousHash(@Root() signOff: SignOff): string | null {
    return maskedAnswers.has(signOff) ? null : signOff.previousHash;
  }

  @FieldResolver(() => String, { nullable: true, description: "Hash of this answer in the chain; null while answers are hidden." })
  hash(@Root() signOff: SignOff): string | null {
    return maskedAnswers.has(signOff) ? null : signOff.hash;
  }

  @FieldResolver(() => Int, { nullable: true, description: "Place in the chain of the version, from 1; null while answers are hidden." })
  position(@Root() signOff: SignOff): number | null {
    return maskedAnswers.has(signOff) ? null : signOff.position;
  }
}
