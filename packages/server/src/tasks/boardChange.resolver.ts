import {
  ActInput,
  AddColumnInput,
  AddColumnResult,
  ArchiveBoardResult,
  ConfirmImportedInput,
  ConfirmImportedResult,
  CreateBoardInput,
  CreateBoardResult,
  RemoveColumnInput,
  RemoveColumnResult,
  RestoreBoardResult,
  UpdateBoardInput,
  UpdateBoardResult,
  UpdateColumnInput,
  UpdateColumnResult,
} from "@wijkbord/schema/types";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { HubContext } from "../graphql/context.ts";
import { actOnBoard, type Answer } from "./act.ts";

@Resolver()
export class BoardChangeResolver {
  @Mutation(() => CreateBoardResult, { description: "Makes the board of a neighbourhood, with the usual columns." })
  createBoard(@Arg("input", () => CreateBoardInput) input: CreateBoardInput, @Ctx() context: HubContext): Answer {
    return actOnBoard(context, "createBoard", { subject: "Coalition", id: input.coalitionId, field: "coalitionId" }, (actor) =>
      context.services.tasks.createBoard(actor, input),
    );
  }

  @Mutation(() => UpdateBoardResult, { description: "Changes title, working style or grouping of a board." })
  updateBoard(@Arg("input", () => UpdateBoardInput) input: UpdateBoardInput, @Ctx() context: HubContext): Answer {
    return actOnBoard(context, "updateBoard", { subject: "Board", id: input.id }, (actor) => context.services.tasks.updateBoard(actor, input));
  }

  @Mutation(() => ArchiveBoardResult, { description: "Puts a board away with everything on it." })
  archiveBoard(@Arg("input", () => ActInput) input: ActInput, @Ctx() context: HubContext): Answer {
    return actOnBoard(context, "archiveBoard", { subject: "Board", id: input.id }, (actor) => context.services.tasks.archiveBoard(actor, input));
  }

  @Mutation(() => RestoreBoardResult, { description: "Brings an archived board back." })
  restoreBoard(@Arg("input", () => ActInput) input: ActInput, @Ctx() context: HubContext): Answer {
    return actOnBoard(context, "restoreBoard", { subject: "Board", id: input.id }, (actor) => context.services.tasks.restoreBoard(actor, input));
  }

  @Mutation(() => AddColumnResult, { description: "Adds a column." })
  addColumn(@Arg("input", () => AddColumnInput) input: AddColumnInput, @Ctx() context: HubContext): Answer {
    return actOnBoard(context, "addColumn", { subject: "Board", id: input.boardId, field: "boardId" }, (actor) =>
      context.services.tasks.addColumn(actor, input),
    );
  }

  @Mutation(() => UpdateColumnResult, { description: "Changes title, state, place or limit of a column." })
  updateColumn(@Arg("input", () => UpdateColumnInput) input: UpdateColumnInput, @Ctx() context: HubContext): Answer {
    return actOnBoard(context, "updateColumn", { subject: "BoardColumn", id: input.id }, (actor) => context.services.tasks.updateColumn(actor, input));
  }

  @Mutation(() => RemoveColumnResult, { description: "Takes a column away; its tasks go to another one." })
  removeColumn(@Arg("input", () => RemoveColumnInput) input: RemoveColumnInput, @Ctx() context: HubContext): Answer {
    return actOnBoard(context, "removeColumn", { subject: "BoardColumn", id: input.id }, (actor) => context.services.tasks.removeColumn(actor, input));
  }

  @Mutation(() => ConfirmImportedResult, {
    description: "Alles bevestigen: accepts the letters that an import proposed to the own organisation, and declines those that are not right.",
  })
  confirmImported(@Arg("input", () => ConfirmImportedInput) input: ConfirmImportedInput, @Ctx() context: HubContext): Answer {
    return actOnBoard(context, "confirmImported", { subject: "Board", id: input.boardId, field: "boardId" }, (actor) =>
      context.services.tasks.confirmImported(actor, input),
    );
  }
}
