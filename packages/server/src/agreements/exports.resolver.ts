import { JsonScalar, Mandate } from "@wijkbord/schema/types";
import type { AgreementExport } from "@wijkbord/schema";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { OrganisationTable } from "../coalitions/coalition.tables.ts";
import { type HubContext, notFoundError } from "../graphql/context.ts";
import { registerOf } from "./agreementList.ts";
import { exportAgreement } from "./exportAgreement.ts";
import { MandateTable } from "./mandate.tables.ts";
import { partiesOf } from "./parties.ts";
import { coalitionFor, todayFor } from "./reads.ts";
import { registerCsv } from "./registerCsv.ts";
import { readAgreement } from "./visible.ts";

@Resolver()
export class AgreementExportResolver {
  @Query(() => JsonScalar, {
    description:
      "One agreement with texts, hashes and answers, signed by the hub (Ed25519, key at /.well-known/wijkbord-key); check it with `wijkbord verify-agreement`.",
  })
  async agreementExport(@Arg("id", () => ID) id: string, @Ctx() context: HubContext): Promise<AgreementExport> {
    const { database, clock, hubKey } = context.services;
    const em = database.read();
    for (const viewer of context.readers()) {
      const agreement = await readAgreement(em, viewer, { id });
      if (!agreement) continue;
      const { slug } = await coalitionFor(context, agreement);
      return exportAgreement(em, hubKey, slug, viewer, agreement, clock.now());
    }
    throw notFoundError();
  }

  @Query(() => String, { description: "The register of a coalition as CSV (RFC 4180, UTF-8), one line per agreement." })
  async agreementRegister(@Arg("coalitionId", () => ID) coalitionId: string, @Ctx() context: HubContext): Promise<string> {
    const viewer = context.reader(coalitionId);
    const em = context.services.database.read();
    const agreements = await registerOf(em, viewer, {}, await todayFor(context, { coalitionId }));
    const rows = await Promise.all(agreements.map(async (agreement) => ({ agreement, parties: await partiesOf(em, agreement) })));
    return registerCsv(rows, await em.find(OrganisationTable, { coalitionId }));
  }

  @Query(() => [Mandate], { description: "Who may sign what for which organisation, also mandates that ended (machtigingen)." })
  async mandates(@Arg("coalitionId", () => ID) coalitionId: string, @Ctx() { reader, services }: HubContext): Promise<Mandate[]> {
    reader(coalitionId);
    return services.database.read().find(MandateTable, { coalitionId }, { orderBy: { organisationId: "asc", createdAt: "asc" } });
  }
}
