import { getManyValues, isMany } from "stream-chain/defs.js";
import { jsonParser, type Token } from "stream-json/core/parser.js";
import { ImportRefused, notAnExport } from "../refused.ts";
import { Utf8Decoder } from "./decoder.ts";
import { type Found, JsonTree, type Wanted } from "./tree.ts";

/** So many characters are read at once. */
const pieceLength = 4_096;

/** Tokens of the next piece of text. */
function tokenizer(): (piece: string) => Token[] {
  const parse = jsonParser({ streamValues: false });
  return (piece) => {
    const answer = parse(piece);
    return isMany(answer) ? getManyValues(answer) : [];
  };
}

/** Counts lines and bytes. */
class Place {
  line = 1;
  byte = 0;

  pass(piece: string): void {
    this.byte += Buffer.byteLength(piece);
    for (let at = piece.indexOf("\n"); at >= 0; at = piece.indexOf("\n", at + 1)) this.line += 1;
  }
}

/**
 * Reads one JSON object from a stream and gives its wanted parts one by one, so that a large file is never whole in memory.
 * Waits for `handle` after each chunk. Refuses what is not JSON with path, line and byte: a second reader stays one piece behind,
 * and goes sign by sign through a piece that the first one cannot read.
 */
export async function readJson(input: AsyncIterable<Uint8Array>, wanted: Wanted, handle: (parts: Found[]) => Promise<void>): Promise<ReadonlySet<string>> {
  let parts: Found[] = [];
  const decoder = new Utf8Decoder();
  const tree = new JsonTree(wanted, (part) => parts.push(part));
  const place = new Place();
  const where = () => `line ${place.line}, byte ${place.byte}`;
  const dutch = () => `${tree.path === "the beginning" ? "het begin" : tree.path} (regel ${place.line}, byte ${place.byte})`;
  const tooShort = () =>
    new ImportRefused(
      `The file ends too early, at ${tree.path} (${where()}): part of it is missing.`,
      `Het bestand houdt te vroeg op, bij ${dutch()}: er ontbreekt een stuk.`,
    );
  const parse = tokenizer();
  const behind = tokenizer();

  const take = (tokens: Token[]) => {
    for (const token of tokens) tree.take(token);
  };
  const refuse = (piece: string): never => {
    for (const sign of piece) {
      try {
        take(behind(sign));
      } catch (error) {
        if (error instanceof ImportRefused) throw error;
        break;
      }
      place.pass(sign);
    }
    throw new ImportRefused(`The file is not valid JSON at ${tree.path} (${where()}).`, `Het bestand is kapot bij ${dutch()}: dat is geen geldige JSON.`);
  };
  const feed = (piece: string) => {
    let tokens: Token[];
    try {
      tokens = parse(piece);
    } catch {
      return refuse(piece);
    }
    take(tokens);
    behind(piece);
    place.pass(piece);
  };
  const feedText = (text: string) => {
    for (let at = 0; at < text.length; at += pieceLength) feed(text.slice(at, at + pieceLength));
  };

  for await (const chunk of input) {
    feedText(decoder.decode(chunk));
    if (parts.length === 0) continue;
    const ready = parts;
    parts = [];
    await handle(ready);
  }
  feedText(decoder.end());
  if (!tree.begun) throw notAnExport();
  if (tree.isOpen) throw tooShort();
  await handle(parts);
  return tree.seen;
}
