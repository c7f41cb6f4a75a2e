import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { DateScalar, SequenceScalar } from "../shared/scalars.ts";
import { Letter } from "../tasks/task.ts";
import { AttentionAction, AttentionKind, AttentionReach } from "./attention.ts";
import { TileKey } from "./tiles.ts";

registerEnumType(AttentionKind, {
  name: "AttentionKind",
  description: "What waits, for example LETTER_ASKED (jullie zijn gevraagd), TASK_WITHOUT_ACCOUNTABLE (zonder trekker) or ROLE_VACANT (nog niemand).",
});
registerEnumType(AttentionAction, { name: "AttentionAction", description: "The one next thing to do about it." });
registerEnumType(AttentionReach, { name: "AttentionReach", description: "On whom it waits: the person, its organisation, or the coalition." });
registerEnumType(TileKey, {
  name: "TileKey",
  description: "Which figure: M01 rollen ingevuld, M02 duidelijke taken, M03 langer dan vijf dagen vast, M04 afspraken die gelden.",
});

@ObjectType({ description: "Something that waits, with the one next action (Wacht op jou)." })
export class AttentionItem {
  @Field(() => AttentionKind, { description: "What." })
  kind: AttentionKind;
  @Field(() => AttentionReach, { description: "On whom." })
  reach: AttentionReach;
  @Field(() => AttentionAction, { description: "The one next action." })
  action: AttentionAction;
  @Field(() => ID, { description: "What the action is done to: a letter, seat, request or promise, else the thing itself." })
  objectId: string;
  @Field(() => Int, { nullable: true, description: "Version of that, for `expectedVersion`." })
  objectVersion: number | null;
  @Field(() => String, { description: "Type name of the thing to open: Task, CoalitionRole, ProcessAgreement, Board or Meeting." })
  aboutType: string;
  @Field(() => ID, { description: "Identity of the thing to open." })
  aboutId: string;
  @Field(() => String, { description: "Its title or name." })
  title: string;
  @Field(() => String, { nullable: true, description: "Its number, for example ZW-117." })
  number: string | null;
  @Field(() => ID, { nullable: true, description: "Meeting in which it was promised." })
  meetingId?: string;
  @Field(() => ID, { nullable: true, description: "Column in which a task goes on." })
  columnId?: string;
  @Field(() => ID, { nullable: true, description: "Board on which it stands." })
  boardId: string | null;
  @Field(() => ID, { nullable: true, description: "Organisation that is asked, or that does not answer." })
  organisationId: string | null;
  @Field(() => Letter, { nullable: true, description: "Letter that it is about." })
  letter: Letter | null;
  @Field(() => Date, { nullable: true, description: "Since when." })
  since: Date | null;
  @Field(() => DateScalar, { nullable: true, description: "Klaar op, or the day from which nobody holds a role." })
  dueOn: string | null;
  @Field(() => Int, { description: "How many things are behind it." })
  count: number;
}

@ObjectType({ description: "How many lines of a kind wait on whom." })
export class AttentionCount {
  @Field(() => AttentionKind, { description: "What." })
  kind: AttentionKind;
  @Field(() => AttentionReach, { description: "On whom." })
  reach: AttentionReach;
  @Field(() => Int, { description: "Number of lines." })
  count: number;
}

@ObjectType({ description: "What waits in a coalition, as one member sees it (Wacht op jou)." })
export class Attention {
  @Field(() => [AttentionItem], { description: "First what waits on the person, then on its organisation, then on the coalition; oldest first." })
  items: AttentionItem[];
  @Field(() => [AttentionCount], { description: "The same, counted." })
  counts: AttentionCount[];
  @Field(() => SequenceScalar, { description: "Number of the log that this reads from." })
  asOfSequence: number;
}

@ObjectType({ description: "A figure that is counted on this hub, with how (D14)." })
export class Tile {
  @Field(() => TileKey, { description: "Which figure." })
  key: TileKey;
  @Field(() => Int, { description: "The figure." })
  value: number;
  @Field(() => Int, { description: "Of how many." })
  of: number;
  @Field(() => String, { description: "Name in Dutch." })
  nameNl: string;
  @Field(() => String, { description: "Name in English." })
  nameEn: string;
  @Field(() => String, { description: "How it is counted, in Dutch." })
  definitionNl: string;
  @Field(() => String, { description: "How it is counted, in English." })
  definitionEn: string;
}
