import { ArticleChange, type DifferencePart, parseArticles, textDifference, wordDifference } from "@wijkbord/schema";

export interface ArticleView {
  readonly key: string;
  readonly change: ArticleChange;
  readonly moved: boolean;
  readonly oldNumber: number | null;
  readonly newNumber: number | null;
  readonly title: readonly DifferencePart[];
  readonly body: readonly DifferencePart[];
}

/** Article by article what is different, headings and words apart, without the numbers that the page draws itself. */
export function articleViews(before: string, after: string): ArticleView[] {
  const old = new Map(parseArticles(before).map((article) => [article.number, article]));
  const fresh = new Map(parseArticles(after).map((article) => [article.number, article]));
  return textDifference(before, after).flatMap(({ change, moved, oldNumber, newNumber }) => {
    const from = oldNumber === null ? undefined : old.get(oldNumber);
    const to = newNumber === null ? undefined : fresh.get(newNumber);
    const title = wordDifference(from?.title ?? "", to?.title ?? "");
    const body = wordDifference(from?.body ?? "", to?.body ?? "");
    const same = [...title, ...body].every(({ kind, text }) => kind === "SAME" || text.trim() === "");
    if (title.length + body.length === 0) return [];
    return [
      {
        key: `${oldNumber}-${newNumber}`,
        change: change === ArticleChange.CHANGED && same ? ArticleChange.SAME : change,
        moved,
        oldNumber,
        newNumber,
        title,
        body,
      },
    ];
  });
}
