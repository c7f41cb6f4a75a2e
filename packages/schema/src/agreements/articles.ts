/** One numbered article of a text. The raw parts of all articles together are exactly the text. */
export interface Article {
  /** 0 is what stands before the first article. */
  readonly number: number;
  /** Heading without marks and number; empty when the article has none. */
  readonly title: string;
  /** Words without the heading. */
  readonly body: string;
  readonly raw: string;
}

const heading = /^#{1,6}[ \t]+(.+)$/;
const numbered = /^\d{1,3}[.)][ \t]+/;
const label = /^(?:artikel|article|art\.)?\s*\d{0,3}\s*[.:)–-]?\s*/i;

function startsOf(lines: readonly string[]): (line: string, index: number) => boolean {
  if (lines.some((line) => heading.test(line))) return (line) => heading.test(line);
  if (lines.some((line) => numbered.test(line))) return (line) => numbered.test(line);
  return (line, index) => line.trim() !== "" && (index === 0 || lines[index - 1]?.trim() === "");
}

function articleOf(lines: readonly string[], number: number, raw: string): Article {
  const [first = "", ...rest] = lines;
  const title = heading.exec(first)?.[1]?.replace(label, "").trim() ?? "";
  const body = heading.test(first) ? rest.join("\n") : [first.replace(numbered, ""), ...rest].join("\n");
  return { number, title, body: body.trim(), raw };
}

/**
 * The articles of a Markdown text: each heading starts one; without headings each numbered paragraph;
 * without those each paragraph. They are numbered in their order.
 */
export function parseArticles(text: string): Article[] {
  const lines = text.split("\n");
  const starts = startsOf(lines);
  const groups: string[][] = [[]];
  for (const [index, line] of lines.entries()) {
    if (starts(line, index)) groups.push([]);
    groups.at(-1)?.push(line);
  }
  const [preamble = [], ...rest] = groups;
  const parts = preamble.length > 0 ? [preamble, ...rest] : rest;
  const first = preamble.length > 0 ? 0 : 1;
  return parts.map((part, index) => articleOf(part, index + first, part.join("\n") + (index < parts.length - 1 ? "\n" : "")));
}

/** The text with the body of one article replaced; unchanged when there is no such article. */
export function withArticle(text: string, number: number, body: string): string {
  return parseArticles(text)
    .map((article) => {
      if (article.number !== number || !article.body) return article.raw;
      const at = article.raw.lastIndexOf(article.body);
      return article.raw.slice(0, at) + body.trim() + article.raw.slice(at + article.body.length);
    })
    .join("");
}
