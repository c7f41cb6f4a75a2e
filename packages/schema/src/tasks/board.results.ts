import { Field, ObjectType } from "type-graphql";
import { resultUnion } from "../shared/problems.type.ts";
import { SequenceScalar } from "../shared/scalars.ts";
import { Board } from "./board.type.ts";
import { ActionLine, Theme } from "./plan.type.ts";
import { Label } from "./underTask.type.ts";

/** Payload class of a mutation that changes one board. */
function boardPayload(name: string) {
  @ObjectType(`${name}Payload`, { description: "The board after the change." })
  class Payload {
    @Field(() => Board, { description: "The board." })
    board: Board;
    @Field(() => SequenceScalar, { description: "Number of the change in the log." })
    asOfSequence: number;
  }
  return Payload;
}

/** Payload class of a mutation that changes one label. */
function labelPayload(name: string) {
  @ObjectType(`${name}Payload`, { description: "The label after the change." })
  class Payload {
    @Field(() => Label, { description: "The label." })
    label: Label;
    @Field(() => SequenceScalar, { description: "Number of the change in the log." })
    asOfSequence: number;
  }
  return Payload;
}

/** Payload class of a mutation that changes one theme. */
function themePayload(name: string) {
  @ObjectType(`${name}Payload`, { description: "The theme after the change." })
  class Payload {
    @Field(() => Theme, { description: "The theme." })
    theme: Theme;
    @Field(() => SequenceScalar, { description: "Number of the change in the log." })
    asOfSequence: number;
  }
  return Payload;
}

/** Payload class of a mutation that changes one action line. */
function actionLinePayload(name: string) {
  @ObjectType(`${name}Payload`, { description: "The action line after the change." })
  class Payload {
    @Field(() => ActionLine, { description: "The action line." })
    actionLine: ActionLine;
    @Field(() => SequenceScalar, { description: "Number of the change in the log." })
    asOfSequence: number;
  }
  return Payload;
}

/** Mutations that answer with a board. */
export const boardPayloads = {
  createBoard: boardPayload("CreateBoard"),
  updateBoard: boardPayload("UpdateBoard"),
  archiveBoard: boardPayload("ArchiveBoard"),
  restoreBoard: boardPayload("RestoreBoard"),
  addColumn: boardPayload("AddColumn"),
  updateColumn: boardPayload("UpdateColumn"),
  removeColumn: boardPayload("RemoveColumn"),
  confirmImported: boardPayload("ConfirmImported"),
};
/** Mutations that answer with a label, theme or action line. */
export const planPayloads = {
  createLabel: labelPayload("CreateLabel"),
  renameLabel: labelPayload("RenameLabel"),
  removeLabel: labelPayload("RemoveLabel"),
  createTheme: themePayload("CreateTheme"),
  updateTheme: themePayload("UpdateTheme"),
  createActionLine: actionLinePayload("CreateActionLine"),
  updateActionLine: actionLinePayload("UpdateActionLine"),
  publishActionLine: actionLinePayload("PublishActionLine"),
  redactActionLineText: actionLinePayload("RedactActionLineText"),
};

export const CreateBoardResult = resultUnion("CreateBoard", boardPayloads.createBoard);
export const UpdateBoardResult = resultUnion("UpdateBoard", boardPayloads.updateBoard);
export const ArchiveBoardResult = resultUnion("ArchiveBoard", boardPayloads.archiveBoard);
export const RestoreBoardResult = resultUnion("RestoreBoard", boardPayloads.restoreBoard);
export const AddColumnResult = resultUnion("AddColumn", boardPayloads.addColumn);
export const UpdateColumnResult = resultUnion("UpdateColumn", boardPayloads.updateColumn);
export const RemoveColumnResult = resultUnion("RemoveColumn", boardPayloads.removeColumn);
export const ConfirmImportedResult = resultUnion("ConfirmImported", boardPayloads.confirmImported);
export const CreateLabelResult = resultUnion("CreateLabel", planPayloads.createLabel);
export const RenameLabelResult = resultUnion("RenameLabel", planPayloads.renameLabel);
export const RemoveLabelResult = resultUnion("RemoveLabel", planPayloads.removeLabel);
export const CreateThemeResult = resultUnion("CreateTheme", planPayloads.createTheme);
export const UpdateThemeResult = resultUnion("UpdateTheme", planPayloads.updateTheme);
export const CreateActionLineResult = resultUnion("CreateActionLine", planPayloads.createActionLine);
export const UpdateActionLineResult = resultUnion("UpdateActionLine", planPayloads.updateActionLine);
export const PublishActionLineResult = resultUnion("PublishActionLine", planPayloads.publishActionLine);
export const RedactActionLineTextResult = resultUnion("RedactActionLineText", planPayloads.redactActionLineText);
