import { diffArrays } from "diff";
import { type Article, parseArticles } from "./articles.ts";

export enum PartKind {
  SAME = "SAME",
  ADDED = "ADDED",
  REMOVED = "REMOVED",
}
export interface DifferencePart {
  readonly kind: PartKind;
  readonly text: string;
}
export enum ArticleChange {
  SAME = "SAME",
  CHANGED = "CHANGED",
  ADDED = "ADDED",
  REMOVED = "REMOVED",
}
export interface ArticleDifference {
  readonly change: ArticleChange;
  /** It stands in another place among the articles that stayed. */
  readonly moved: boolean;
  readonly oldNumber: number | null;
  readonly newNumber: number | null;
  readonly parts: readonly DifferencePart[];
}

/** Texts that differ in more words than this are shown as a whole. */
const maxEditLength = 4_000;
/** Words, spaces and marks; a time or an amount is one word. */
const words = (text: string) => text.match(/\p{N}+(?:[.,:]\p{N}+)+|[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) ?? [];

/** Words that follow each other and were all replaced are read as one change, the spaces between them included. */
function joined(parts: readonly DifferencePart[]): DifferencePart[] {
  const found: DifferencePart[] = [];
  let [removed, added] = ["", ""];
  const close = () => {
    if (removed) found.push({ kind: PartKind.REMOVED, text: removed });
    if (added) found.push({ kind: PartKind.ADDED, text: added });
    [removed, added] = ["", ""];
  };
  for (const [index, part] of parts.entries()) {
    const isGap = part.kind === PartKind.SAME && /^ +$/.test(part.text) && removed !== "" && added !== "" && index < parts.length - 1;
    if (part.kind === PartKind.SAME && !isGap) {
      close();
      found.push(part);
      continue;
    }
    if (part.kind !== PartKind.ADDED) removed += part.text;
    if (part.kind !== PartKind.REMOVED) added += part.text;
  }
  close();
  return found;
}

/** Word by word what changed; same and added parts are the new text, same and removed parts the old. */
export function wordDifference(before: string, after: string): DifferencePart[] {
  const changes = diffArrays(words(before), words(after), { maxEditLength });
  if (!changes)
    return [
      { kind: PartKind.REMOVED, text: before },
      { kind: PartKind.ADDED, text: after },
    ];
  return joined(
    changes.map(({ added, removed, value }) => ({
      kind: added ? PartKind.ADDED : removed ? PartKind.REMOVED : PartKind.SAME,
      text: value.join(""),
    })),
  );
}

const bag = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
function likeness(one: Article, other: Article): number {
  if (one.raw.trim() === other.raw.trim()) return 2;
  const [a, b] = [bag(one.body), bag(other.body)];
  const shared = [...a].filter((word) => b.has(word)).length;
  const alike = a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
  return alike + (one.title !== "" && one.title === other.title ? 0.6 : 0) + (one.number === other.number ? 0.1 : 0);
}

/** Which old article each new one comes from: the most alike first. */
function pairs(before: readonly Article[], after: readonly Article[]): Map<Article, Article> {
  const candidates = after
    .flatMap((to) => before.map((from) => ({ from, to, score: likeness(from, to) })))
    .filter(({ score }) => score >= 0.5)
    .toSorted((one, other) => other.score - one.score);
  const taken = new Set<Article>();
  const found = new Map<Article, Article>();
  for (const { from, to } of candidates) {
    if (found.has(to) || taken.has(from)) continue;
    found.set(to, from);
    taken.add(from);
  }
  return found;
}

/** Old numbers of the articles that keep their order: the longest rising row, of those the one in which most keep their number too. */
function steady(order: readonly { readonly was: number; readonly is: number }[]): Set<number> {
  const best: { row: number[]; worth: number }[] = [];
  const most = (rows: readonly { row: number[]; worth: number }[]) => rows.toSorted((a, b) => b.worth - a.worth)[0] ?? { row: [], worth: 0 };
  for (const [index, { was, is }] of order.entries()) {
    const before = most(best.slice(0, index).filter((_, earlier) => (order[earlier]?.was ?? 0) < was));
    best.push({ row: [...before.row, was], worth: before.worth + 1 + (was === is ? 1 / (order.length + 1) : 0) });
  }
  return new Set(most(best).row);
}

/** The difference of two texts: articles in the new order, removed ones where they stood. */
export function textDifference(before: string, after: string): ArticleDifference[] {
  const [old, fresh] = [parseArticles(before), parseArticles(after)];
  const from = pairs(old, fresh);
  const stayed = steady(
    fresh.flatMap((article) => {
      const was = from.get(article)?.number;
      return was === undefined ? [] : [{ was, is: article.number }];
    }),
  );
  const rows = fresh.map((article): ArticleDifference => {
    const earlier = from.get(article);
    const parts = earlier ? wordDifference(earlier.raw, article.raw) : [{ kind: PartKind.ADDED, text: article.raw }];
    const same = parts.every(({ kind, text }) => kind === PartKind.SAME || text.trim() === "");
    const change = !earlier ? ArticleChange.ADDED : same ? ArticleChange.SAME : ArticleChange.CHANGED;
    return { change, moved: earlier !== undefined && !stayed.has(earlier.number), oldNumber: earlier?.number ?? null, newNumber: article.number, parts };
  });
  const kept = new Set(from.values());
  for (const article of old.filter((one) => !kept.has(one)).toReversed()) {
    const at = rows.findIndex(({ oldNumber, moved }) => !moved && oldNumber !== null && oldNumber > article.number);
    const row = {
      change: ArticleChange.REMOVED,
      moved: false,
      oldNumber: article.number,
      newNumber: null,
      parts: [{ kind: PartKind.REMOVED, text: article.raw }],
    };
    rows.splice(at < 0 ? rows.length : at, 0, row);
  }
  return rows;
}

/** The new text, made of the old one and the difference; fails when the difference is not of that text. */
export function rebuild(before: string, difference: readonly ArticleDifference[]): string {
  const olds = new Map(parseArticles(before).map(({ number, raw }) => [number, raw]));
  return difference
    .map(({ parts, oldNumber }) => {
      const old = parts
        .filter(({ kind }) => kind !== PartKind.ADDED)
        .map(({ text }) => text)
        .join("");
      if (oldNumber !== null && olds.get(oldNumber) !== old) throw new Error(`The difference is not of this text: article ${oldNumber}.`);
      return parts
        .filter(({ kind }) => kind !== PartKind.REMOVED)
        .map(({ text }) => text)
        .join("");
    })
    .join("");
}
