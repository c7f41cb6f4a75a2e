import { maxBytes } from "../../imports/json/decoder.ts";
import { ImportRefused } from "../../imports/refused.ts";

/** The text of a file, and how it was written. */
export interface DecodedFile {
  readonly text: string;
  readonly encoding: string;
}

async function bytesOf(input: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of input) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > maxBytes) throw new ImportRefused(`The file is larger than ${maxBytes / 1024 / 1024} MB; reading stopped at byte ${maxBytes}.`);
  }
  return Buffer.concat(chunks);
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const start = bytes.subarray(0, 200);
  const zeros = start.filter((byte) => byte === 0).length;
  if (zeros > start.length / 4) return start[1] === 0 ? "utf-16le" : "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

/** Reads a whole file: UTF-8 with or without a mark, UTF-16, else as Windows wrote it. */
export async function decodeFile(input: AsyncIterable<Uint8Array>): Promise<DecodedFile> {
  const bytes = await bytesOf(input);
  if (bytes.length === 0) throw new ImportRefused("The file is empty.");
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  const zero = text.indexOf("\u0000");
  if (zero >= 0)
    throw new ImportRefused(`The file is not text: character ${zero} is zero. Give the CSV or GeoJSON file itself, not a spreadsheet or an archive.`);
  return { text, encoding };
}
