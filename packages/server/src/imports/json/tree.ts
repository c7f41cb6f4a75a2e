import { ImportRefused, notAnExport } from "../refused.ts";
import type { Token } from "stream-json/core/parser.js";

const maxDepth = 64;
const maxNodes = 100_000;

export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

interface Frame {
  readonly node: Json[] | JsonObject | null;
  readonly isList: boolean;
  key: string | number;
}

/** Which parts of a file are read: of each list at the top the keys of its items, and single values at the top. */
export interface Wanted {
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly values: readonly string[];
}

/** What was found at the top of the file. */
export type Found = { readonly list: string; readonly index: number; readonly item: JsonObject } | { readonly value: string; readonly json: Json };

/** Builds the wanted parts of one JSON object out of tokens, and knows where it is. */
export class JsonTree {
  readonly seen = new Set<string>();
  /** Whether the object was opened. */
  begun = false;
  private readonly frames: Frame[] = [];
  private nodes = 0;

  constructor(
    private readonly wanted: Wanted,
    private readonly found: (part: Found) => void,
  ) {}

  /** Where the reader is, such as `cards[12].name`. */
  get path(): string {
    const steps = this.frames.map(({ key, isList }, depth) => (isList ? `[${key}]` : key === "" ? "" : `${depth === 0 ? "" : "."}${String(key).slice(0, 60)}`));
    return steps.slice(0, 12).join("") || "the beginning";
  }

  /** Whether the object has not come to its end. */
  get isOpen(): boolean {
    return this.frames.length > 0;
  }

  /** Takes the next token. */
  take(token: Token): void {
    switch (token.name) {
      case "startObject":
        return this.open({});
      case "startArray":
        return this.open([]);
      case "endObject":
      case "endArray":
        return this.close();
      case "keyValue":
        return this.enter(token.value);
      case "stringValue":
        return this.put(token.value);
      case "numberValue":
        return this.put(Number(token.value));
      case "nullValue":
      case "trueValue":
      case "falseValue":
        return this.put(token.value);
      default:
        throw new Error(`Unexpected token ${token.name}.`);
    }
  }

  private enter(key: string): void {
    const frame = this.frames.at(-1);
    if (frame) frame.key = key;
    if (key === "__proto__")
      throw new ImportRefused(`At ${this.path}: this key does not belong in an export.`, `Bij ${this.path}: deze naam hoort niet in een export.`);
    if (this.frames.length === 1) this.seen.add(key);
  }

  /** Whether the value at the present place is kept. */
  private keeps(): boolean {
    const [root, second, third] = this.frames;
    if (!root) return false;
    const top = String(root.key);
    if (this.wanted.values.includes(top)) return true;
    const keys = Object.hasOwn(this.wanted.lists, top) ? this.wanted.lists[top] : undefined;
    if (!keys || !second) return false;
    if (!third) return true;
    return keys.includes(String(third.key));
  }

  private open(node: Json[] | JsonObject): void {
    this.count();
    this.begun = true;
    if (this.frames.length >= maxDepth)
      throw new ImportRefused(
        `At ${this.path}: more than ${maxDepth} levels deep, which no export is.`,
        `Bij ${this.path}: meer dan ${maxDepth} lagen diep, dat is geen export.`,
      );
    const isList = Array.isArray(node);
    if (this.frames.length === 0 && isList)
      throw new ImportRefused(
        "At the beginning: a list stands where a board export begins with {.",
        "Aan het begin: hier staat een lijst; een export van een bord begint met {.",
      );
    if (this.frames.length === 1) this.expectList(isList);
    if (this.frames.length === 2 && this.inList() && isList)
      throw new ImportRefused(`At ${this.path}: a list stands where one thing was expected.`, `Bij ${this.path}: hier staat een lijst in plaats van één ding.`);
    const kept = this.keeps();
    if (kept) this.place(node);
    this.frames.push({ node: kept ? node : null, isList, key: isList ? 0 : "" });
  }

  private expectList(isList: boolean): void {
    const key = String(this.frames[0]?.key);
    if (Object.hasOwn(this.wanted.lists, key) && !isList)
      throw new ImportRefused(`At ${key}: a list was expected.`, `Bij ${key}: hier hoort een lijst te staan.`);
  }

  private inList(): boolean {
    return Object.hasOwn(this.wanted.lists, String(this.frames[0]?.key));
  }

  private close(): void {
    const frame = this.frames.pop();
    if (this.frames.length === 2 && this.inList() && frame?.node && !Array.isArray(frame.node)) {
      const [root, list] = this.frames;
      this.nodes = 0;
      this.found({ list: String(root?.key), index: Number(list?.key), item: frame.node });
    }
    if (this.frames.length === 1 && frame?.node && !this.inList()) this.found({ value: String(this.frames[0]?.key), json: frame.node });
    this.next();
  }

  private put(value: string | number | boolean | null): void {
    this.count();
    if (this.frames.length === 0) throw notAnExport();
    if (this.frames.length === 1) {
      const key = String(this.frames[0]?.key);
      if (value !== null) this.expectList(false);
      if (this.wanted.values.includes(key)) this.found({ value: key, json: value });
    }
    if (this.frames.length === 2 && this.inList())
      throw new ImportRefused(
        `At ${this.path}: one thing with names and values was expected.`,
        `Bij ${this.path}: hier hoort één ding met namen en waarden te staan.`,
      );
    if (this.keeps()) this.place(value);
    this.next();
  }

  /** Puts a value into the object or list that is open. */
  private place(value: Json): void {
    const frame = this.frames.at(-1);
    if (!frame?.node) return;
    if (Array.isArray(frame.node)) frame.node.push(value);
    else frame.node[frame.key] = value;
  }

  private next(): void {
    const frame = this.frames.at(-1);
    if (frame?.isList) frame.key = Number(frame.key) + 1;
  }

  private count(): void {
    this.nodes += 1;
    if (this.frames.length < 2) this.nodes = 0;
    if (this.nodes > maxNodes && this.keeps())
      throw new ImportRefused(`At ${this.path}: more than ${maxNodes} values in one thing.`, `Bij ${this.path}: meer dan ${maxNodes} waarden in één ding.`);
  }
}
