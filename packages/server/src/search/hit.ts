import { SearchHit, SearchPart } from "@wijkbord/schema/types";
import { marks } from "./query.ts";

/** A hit with its weight against the others. */
export interface Scored {
  readonly hit: SearchHit;
  readonly score: number;
}

const markdown = /[*_`#>|]{1,3}(?=\S)|(?<=\S)[*_`]{1,2}|\s+/g;

/** Pieces of a marked text; empty when nothing in it is marked. */
export function partsOf(marked: string | null): SearchPart[] {
  if (!marked?.includes(marks.start)) return [];
  return marked.split(/[\uE000\uE001]/).flatMap((piece, index) => {
    const text = piece.replaceAll(markdown, (found) => (found.trim() === "" ? " " : ""));
    return text === "" ? [] : [Object.assign(new SearchPart(), { text, hit: index % 2 === 1 })];
  });
}

/** Joins the fields of a hit. */
export const hitOf = (fields: SearchHit): SearchHit => Object.assign(new SearchHit(), fields);
