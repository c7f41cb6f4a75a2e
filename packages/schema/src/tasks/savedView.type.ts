import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { BoardLayout, type SavedViewGroup, TaskOrder, ViewDue } from "./savedView.ts";
import { Swimlane } from "./task.ts";

registerEnumType(BoardLayout, { name: "BoardLayout", description: "How a board is laid out: by column, by partner that trekt, or as a list (weergave)." });
registerEnumType(ViewDue, { name: "ViewDue", description: "LATE: day has passed. THIS_WEEK: from today to Sunday." });
registerEnumType(TaskOrder, { name: "TaskOrder", description: "What the list is put in order by." });

@ObjectType({ description: "Which tasks a view leaves over; filters add up." })
export class ViewFilter {
  @Field(() => String, { description: "Words that number, title or labels hold, at most 100 characters; empty: all." })
  text: string;
  @Field(() => Boolean, { description: "Only tasks of the organisation of who looks." })
  mine: boolean;
  @Field(() => Boolean, { description: "Only tasks that nobody trekt." })
  withoutLead: boolean;
  @Field(() => ID, { nullable: true, description: "Theme; one that is gone leaves nothing over." })
  themeId: string | null;
  @Field(() => ID, { nullable: true, description: "Organisation that has a part in it." })
  organisationId: string | null;
  @Field(() => ID, { nullable: true, description: "Label; one that is gone leaves nothing over." })
  labelId: string | null;
  @Field(() => ViewDue, { nullable: true, description: "Day." })
  due: ViewDue | null;
}

@ObjectType({ description: "A way to look at a board that was kept under a name (bewaarde weergave)." })
export class SavedView {
  @Field(() => ID, { description: "Identity; stands in the address of the board." })
  id: string;
  coalitionId: string;
  @Field(() => ID, { description: "Board." })
  boardId: string;
  @Field(() => String, { description: "Name, 1–60 characters." })
  name: string;
  @Field(() => Boolean, { description: "True: for everybody of the coalition. False: for its maker alone." })
  shared: boolean;
  @Field(() => Boolean, { description: "The board opens with it: a private one for its maker, a shared one for everybody without a private one." })
  isDefault: boolean;
  @Field(() => ID, { description: "Membership that made it." })
  ownerMembershipId: string;
  @Field(() => ID, { description: "Organisation of its maker." })
  organisationId: string;
  @Field(() => BoardLayout, { description: "Layout." })
  layout: BoardLayout;
  @Field(() => Swimlane, { nullable: true, description: "Grouping of rows; null: as the board has it." })
  rows: Swimlane | null;
  @Field(() => ViewFilter, { description: "Which tasks." })
  filter: ViewFilter;
  @Field(() => TaskOrder, { description: "What the list is put in order by." })
  orderBy: TaskOrder;
  @Field(() => Boolean, { description: "The other way round." })
  descending: boolean;
  @Field(() => Int, { description: "Version; send it as `expectedVersion`." })
  version: number;
  groupVersions: Partial<Record<SavedViewGroup, number>>;
}
