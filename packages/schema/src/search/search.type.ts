import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { SearchKind } from "./search.ts";

registerEnumType(SearchKind, {
  name: "SearchKind",
  description: "What a search finds (zoeken): tasks, comments under tasks, and agreements.",
  valuesConfig: {
    TASK: { description: "A task, by number, title, description or label." },
    COMMENT: { description: "A comment under a task (reactie)." },
    AGREEMENT: { description: "A process agreement, by number, title, summary or text of a version that you may read (afspraak)." },
  },
});

@ObjectType({ description: "Piece of a text around what was searched for." })
export class SearchPart {
  @Field(() => String, { description: "The piece, as plain text." })
  text: string;
  @Field(() => Boolean, { description: "True: this is what was searched for; show it marked." })
  hit: boolean;
}

@ObjectType({ description: "One thing that a search found, and that you may read now." })
export class SearchHit {
  @Field(() => SearchKind, { description: "What it is." })
  kind: SearchKind;
  @Field(() => ID, { description: "Identity of the task, the comment or the agreement." })
  id: string;
  @Field(() => String, { description: "Short number of the task or agreement, ZW-117 or PA-07; of a comment that of its task." })
  number: string;
  @Field(() => String, { description: "Title of the task or agreement; of a comment that of its task." })
  title: string;
  @Field(() => String, { description: "Its lifecycle state: a TaskState, or an AgreementState for an agreement." })
  state: string;
  @Field(() => Boolean, { description: "The task is archived." })
  archived: boolean;
  @Field(() => String, { nullable: true, description: "Code of the neighbourhood of the task; null for agreements." })
  areaCode: string | null;
  @Field(() => ID, { nullable: true, description: "Organisation that wrote the comment or owns the agreement; null for tasks." })
  organisationId: string | null;
  @Field(() => [SearchPart], { description: "Text around what was found, empty when only number, title or label match." })
  snippet: SearchPart[];
  @Field(() => String, { description: "Address of its page in Dutch, from the root of the hub; put `/en` in front for English." })
  address: string;
}

@ObjectType({ description: "What a search found, best first." })
export class SearchResult {
  @Field(() => [SearchHit], { description: "What was found." })
  hits: SearchHit[];
  @Field(() => Boolean, { description: "More was found than was asked for." })
  hasMore: boolean;
}
