import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { ActorOrganisation } from "../activity/event.type.ts";
import { ChangeInput } from "../shared/change.inputs.ts";
import { resultUnion } from "../shared/problems.type.ts";
import { agreementPayloads } from "./agreement.results.ts";

@ObjectType({
  description: "Where somebody is in a draft that is written together (wie schrijft mee). In memory for 45 seconds; never stored, logged or exported.",
})
export class DraftCursor {
  @Field(() => String, { description: "Window that writes, as it named itself." })
  clientId: string;
  @Field(() => ID, { description: "Membership." })
  membershipId: string;
  @Field(() => String, { description: "Name." })
  displayName: string;
  @Field(() => ActorOrganisation, { description: "Organisation acted for." })
  organisation: ActorOrganisation;
  @Field(() => String, { nullable: true, description: "Start of the selection: a relative position of Yjs as JSON; null when the text has no focus." })
  anchor: string | null;
  @Field(() => String, { nullable: true, description: "Place of the cursor: a relative position of Yjs as JSON." })
  head: string | null;
}

@ObjectType({ description: "What is new in a draft. Apply `updates` in any order; they may repeat what you have." })
export class DraftBatch {
  @Field(() => ID, {
    nullable: true,
    description: "Document that the updates belong to; another one than before: begin with an empty document. Null: nobody writes yet.",
  })
  documentId: string | null;
  @Field(() => Int, { description: "Last number in the batch; go on with it as `after`." })
  toPosition: number;
  @Field(() => [String], { description: "Updates of Yjs (version 1) in base64; the Markdown is the shared text named `text`." })
  updates: string[];
  @Field(() => [DraftCursor], { nullable: true, description: "Everybody who writes now; null when nothing changed." })
  cursors: DraftCursor[] | null;
}

@InputType({
  description:
    "What was written in a draft. Refused when the text would break a limit or hold what may not be in it; the field then names the line: `text:12`.",
})
export class SendDraftUpdateInput extends ChangeInput {
  @Field(() => ID, { description: "Version, still in writing." })
  versionId: string;
  @Field(() => ID, { description: "Document that was written in." })
  documentId: string;
  @Field(() => String, { description: "Update of Yjs (version 1) in base64, at most 66,000 bytes; it depends on nothing that the hub does not have." })
  update: string;
}

@InputType({ description: "Says where you are in a draft: at each move and every 20 seconds." })
export class SetDraftCursorInput {
  @Field(() => ID, { description: "Version, still in writing." })
  versionId: string;
  @Field(() => String, { description: "Name of this window, at most 40 characters." })
  clientId: string;
  @Field(() => String, { nullable: true, description: "Start of the selection, at most 400 characters." })
  anchor?: string | null;
  @Field(() => String, { nullable: true, description: "Place of the cursor, at most 400 characters." })
  head?: string | null;
  @Field(() => Boolean, { description: "False: this window stops writing." })
  writing: boolean;
}

@ObjectType({ description: "How you are shown in a draft." })
export class SetDraftCursorPayload {
  @Field(() => Date, { nullable: true, description: "Until when, unless said again; null when no longer." })
  shownUntil: Date | null;
}
export const SetDraftCursorResult = resultUnion("SetDraftCursor", SetDraftCursorPayload);
export const SendDraftUpdateResult = resultUnion("SendDraftUpdate", agreementPayloads.sendDraftUpdate);
