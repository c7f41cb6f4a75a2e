import { ErrorCode, searchLimits } from "@wijkbord/schema";
import { SearchResult } from "@wijkbord/schema/types";
import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import { type HubContext, notFoundError } from "../graphql/context.ts";
import { coded } from "../graphql/errors.ts";
import { searchAgreements } from "./agreements.ts";
import { searchComments } from "./comments.ts";
import { wantedOf } from "./query.ts";
import { searchAlikeTasks, searchTasks } from "./tasks.ts";

/** From this likeness on, a title is what somebody meant to type. */
const alike = 0.36;
/** With fewer hits than this, slips of the finger are thought of. */
const few = 3;

@Resolver()
export class SearchResolver {
  @Query(() => SearchResult, {
    description:
      "Searches a coalition while you type (zoeken): tasks by number, title, description and label, comments, and agreements. Dutch words are found by their stem and from their beginning, and slips of the finger are forgiven. Only what you may read now is found.",
  })
  async search(
    @Ctx() context: HubContext,
    @Arg("coalitionId", () => ID, { description: "Coalition to search." }) coalitionId: string,
    @Arg("text", () => String, { description: `What to search for, at most ${searchLimits.text} characters; all its words must be there.` }) text: string,
    @Arg("first", () => Int, { defaultValue: 20, description: `Number of hits, 1–${searchLimits.page}.` }) first = 20,
  ): Promise<SearchResult> {
    const viewer = context.reader(coalitionId);
    if (first > searchLimits.page) throw coded(ErrorCode.LIMIT, `\`first\` is at most ${searchLimits.page}.`);
    if (first < 1) throw coded(ErrorCode.BAD_USER_INPUT, "`first` is at least 1.");
    if (text.length > searchLimits.text) throw coded(ErrorCode.LIMIT, `\`text\` is at most ${searchLimits.text} characters.`);
    const coalition = await context.loaders.coalition.load(coalitionId);
    if (!coalition) throw notFoundError();
    const wanted = wantedOf(viewer, coalition, text, first + 1);
    if (!wanted) return Object.assign(new SearchResult(), { hits: [], hasMore: false });
    const em = () => context.services.database.read();
    const found = (await Promise.all([searchTasks(em(), wanted), searchAgreements(em(), wanted), searchComments(em(), wanted)])).flat();
    if (found.length < few && !wanted.number) {
      const known = new Set(found.map(({ hit }) => hit.id));
      found.push(
        ...(await searchAlikeTasks(em(), wanted, alike)).filter(({ hit }) => !known.has(hit.id)).map(({ hit, score }) => ({ hit, score: score / 10 })),
      );
    }
    const best = found.toSorted((a, b) => b.score - a.score);
    return Object.assign(new SearchResult(), { hits: best.slice(0, first).map(({ hit }) => hit), hasMore: best.length > first });
  }
}
