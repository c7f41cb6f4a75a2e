import { isWritable, mayWriteVersion } from "@wijkbord/schema";
import {
  DraftBatch,
  type Problem,
  SendDraftUpdateInput,
  SendDraftUpdateResult,
  SetDraftCursorInput,
  SetDraftCursorPayload,
  SetDraftCursorResult,
} from "@wijkbord/schema/types";
import { Arg, Ctx, ID, Int, Mutation, Resolver, Root, Subscription } from "type-graphql";
import { notFound, Refusal } from "../activity/refusal.ts";
import { type HubContext, notFoundError, unauthenticated } from "../graphql/context.ts";
import type { Source } from "../realtime/source.ts";
import { actOnAgreement, type Answer } from "./actOn.ts";
import { AgreementVersionTable } from "./agreement.tables.ts";
import { mayReadVersion, readAgreement } from "./visible.ts";

/** A version that somebody may read now, with the rights to do so. */
async function readableVersion(context: HubContext, id: string) {
  const em = context.services.database.read();
  for (const viewer of context.readers()) {
    const version = await em.findOne(AgreementVersionTable, { id, coalitionId: viewer.coalitionId });
    const agreement = version && mayReadVersion(viewer, version) ? await readAgreement(em, viewer, { id: version.agreementId }) : null;
    if (version && agreement) return { viewer, version, agreement };
  }
  return null;
}

async function followDraft({
  args: { versionId, after },
  context,
}: {
  args: { versionId: string; after?: number | null };
  context: HubContext;
}): Promise<Source> {
  const found = await readableVersion(context, versionId);
  if (!found) throw notFoundError();
  const { viewer, version, agreement } = found;
  if (isWritable(version.state) && mayWriteVersion(viewer, agreement)) await context.services.agreements.openDraft(viewer, { versionId });
  return context.services.drafts.source(viewer, versionId, after ?? 0);
}

@Resolver()
export class DraftLogResolver {
  @Subscription(() => DraftBatch, {
    description: "What is written in a version, after a position, and who writes where; ends when the text is frozen. For whoever may read the draft.",
    subscribe: followDraft,
  })
  draftUpdates(
    @Root() batch: DraftBatch,
    @Arg("versionId", () => ID, { description: "Version in writing." }) _versionId: string,
    @Arg("after", () => Int, { nullable: true, description: "Go on after this position; absent: everything." }) _after?: number,
  ): DraftBatch {
    return batch;
  }

  @Mutation(() => SendDraftUpdateResult, { description: "Adds what was written to a draft that partners write together; the text of the version follows." })
  sendDraftUpdate(@Arg("input", () => SendDraftUpdateInput) input: SendDraftUpdateInput, @Ctx() context: HubContext): Answer {
    return actOnAgreement(context, "sendDraftUpdate", { type: "AgreementVersion", id: input.versionId, field: "versionId" }, (actor) =>
      context.services.agreements.sendDraft(actor, input),
    );
  }

  @Mutation(() => SetDraftCursorResult, { description: "Shows where you are in a draft, to those who have it open. Not stored, not in the log." })
  async setDraftCursor(
    @Arg("input", () => SetDraftCursorInput) input: SetDraftCursorInput,
    @Ctx() context: HubContext,
  ): Promise<SetDraftCursorPayload | Problem> {
    const { services, principal, loaders, connectionId } = context;
    if (principal.kind === "ANONYMOUS") throw unauthenticated();
    try {
      const found = await readableVersion(context, input.versionId);
      if (!found || !isWritable(found.version.state)) throw notFound("versionId");
      const viewer = context.actor(found.agreement.coalitionId);
      const organisation = await loaders.organisation.load(viewer.organisationId);
      if (!organisation || !mayWriteVersion(viewer, found.agreement)) throw notFound("versionId");
      const { id, shortName } = organisation;
      const writer = { viewer, displayName: principal.displayName, organisation: { id, shortName }, window: connectionId ?? principal.sessionId };
      const shownUntil = services.drafts.cursors.set(writer, input, services.clock.now().getTime());
      return Object.assign(new SetDraftCursorPayload(), { shownUntil });
    } catch (error) {
      if (error instanceof Refusal) return error.problem;
      throw error;
    }
  }
}
