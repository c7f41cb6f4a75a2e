import { agreementTemplates, templateText } from "@wijkbord/schema";
import { AgreementSource, AgreementTemplate, AgreementVersion, ProcessAgreement, VersionDifference } from "@wijkbord/schema/types";
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { HubContext } from "../graphql/context.ts";
import { agreementOf } from "./reads.ts";
import { copiesOf, differenceWith, sourceOf, sourceView } from "./source.ts";

@Resolver(() => ProcessAgreement)
export class AgreementSourceResolver {
  @Query(() => [AgreementTemplate], { description: "Agreements to start from (sjablonen), in plain Dutch and English." })
  agreementTemplates(@Ctx() context: HubContext): AgreementTemplate[] {
    context.readers();
    return agreementTemplates.map(({ key, category, watchRules, nl, en }) => ({
      key,
      category,
      watchRules: [...watchRules],
      titleNl: nl.title,
      titleEn: en.title,
      summaryNl: nl.summary,
      summaryEn: en.summary,
      textNl: templateText(nl),
      textEn: templateText(en),
    }));
  }

  @FieldResolver(() => AgreementSource, { nullable: true, description: "The version that it was copied from, as far as you may read it (overgenomen uit)." })
  async source(@Root() agreement: ProcessAgreement, @Ctx() context: HubContext): Promise<AgreementSource | null> {
    const source = await sourceOf(context, agreement);
    return source && sourceView(source);
  }

  @FieldResolver(() => [ProcessAgreement], { description: "Agreements that were copied from it, by number, as far as you may read them." })
  copies(@Root() agreement: ProcessAgreement, @Ctx() context: HubContext): Promise<ProcessAgreement[]> {
    return copiesOf(context, agreement);
  }
}

@Resolver(() => AgreementVersion)
export class VersionSourceResolver {
  @FieldResolver(() => VersionDifference, {
    nullable: true,
    description: "What is different from the version that its agreement was copied from; null when it is no copy, or when you may not read the source.",
  })
  async diffWithSource(
    @Root() version: AgreementVersion,
    @Ctx() context: HubContext,
    @Arg("current", () => Boolean, { defaultValue: false, description: "With what is in force there now, instead of what was copied." }) current = false,
  ): Promise<VersionDifference | null> {
    const source = await sourceOf(context, await agreementOf(context, version));
    const other = current ? source?.current : source?.copied;
    return other ? differenceWith(version, other) : null;
  }
}
