import { maySeeView } from "@wijkbord/schema";
import {
  CreateSavedViewInput,
  CreateSavedViewResult,
  RemoveSavedViewInput,
  RemoveSavedViewResult,
  SavedView,
  savedViewPayloads,
  UpdateSavedViewInput,
  UpdateSavedViewResult,
} from "@wijkbord/schema/types";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { type HubContext, notFoundError } from "../graphql/context.ts";
import { type About, type Answer, answer } from "./act.ts";
import { BoardTable } from "./board.tables.ts";
import { SavedViewTable } from "./savedView.tables.ts";
import { coalitionOf } from "./subjects.ts";

type Run = Parameters<typeof answer>[2];

/** Runs a change that answers with a saved view; one that is gone is answered as it was. */
function actOnView(context: HubContext, name: keyof typeof savedViewPayloads, { subject, id, field = "id" }: About, run: Run): Answer {
  const read = (viewId: string) => context.services.database.read().findOne(SavedViewTable, { id: viewId });
  let before: object | null = null;
  const coalitionId = async () => {
    const found = await coalitionOf(context, subject, id, field);
    before = subject === "SavedView" ? await read(id) : null;
    return found;
  };
  return answer(context, coalitionId, run, async ({ objectId, asOfSequence }) =>
    Object.assign(new savedViewPayloads[name](), { savedView: (await read(objectId)) ?? before, asOfSequence }),
  );
}

@Resolver()
export class SavedViewResolver {
  @Query(() => [SavedView], { description: "Views of a board that are kept: your own and those that are shared, by name." })
  async savedViews(@Arg("boardId", () => ID) boardId: string, @Ctx() { services, readers }: HubContext): Promise<SavedView[]> {
    const viewers = readers();
    const em = services.database.read();
    const board = await em.findOne(BoardTable, { id: boardId, coalitionId: { $in: viewers.map(({ coalitionId }) => coalitionId) } });
    const viewer = viewers.find(({ coalitionId }) => coalitionId === board?.coalitionId);
    if (!board || !viewer) throw notFoundError();
    const views = await em.find(SavedViewTable, { coalitionId: board.coalitionId, boardId }, { orderBy: { name: "asc", id: "asc" } });
    return views.filter((view) => maySeeView(viewer, view));
  }

  @Mutation(() => CreateSavedViewResult, { description: "Keeps a view of a board under a name." })
  createSavedView(@Arg("input", () => CreateSavedViewInput) input: CreateSavedViewInput, @Ctx() context: HubContext): Answer {
    return actOnView(context, "createSavedView", { subject: "Board", id: input.boardId, field: "boardId" }, (actor) =>
      context.services.tasks.createSavedView(actor, input),
    );
  }

  @Mutation(() => UpdateSavedViewResult, { description: "Renames a view, changes what it shows, shares it, or opens the board with it." })
  updateSavedView(@Arg("input", () => UpdateSavedViewInput) input: UpdateSavedViewInput, @Ctx() context: HubContext): Answer {
    return actOnView(context, "updateSavedView", { subject: "SavedView", id: input.id }, (actor) => context.services.tasks.updateSavedView(actor, input));
  }

  @Mutation(() => RemoveSavedViewResult, { description: "Throws a saved view away." })
  removeSavedView(@Arg("input", () => RemoveSavedViewInput) input: RemoveSavedViewInput, @Ctx() context: HubContext): Answer {
    return actOnView(context, "removeSavedView", { subject: "SavedView", id: input.id }, (actor) => context.services.tasks.removeSavedView(actor, input));
  }
}
