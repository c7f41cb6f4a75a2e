import { ImportRefused } from "../refused.ts";

const million = 1024 * 1024;
/** Largest file that is read; 50 MB is promised. */
export const maxBytes = 64 * million;

/** Decodes UTF-8 in pieces and knows the byte where something is wrong. */
export class Utf8Decoder {
  private readonly decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  private received = 0;
  private decoded = 0;
  private rest: Uint8Array = new Uint8Array();

  /** Text of the next bytes; refuses other encodings with the byte. */
  decode(chunk: Uint8Array): string {
    const first = this.received === 0;
    if (first && ((chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff))) {
      throw new ImportRefused(
        "The file is written in UTF-16 (byte 0); save it as UTF-8 and try again.",
        "Het bestand is geschreven in UTF-16 (byte 0). Sla het op als UTF-8 en probeer het opnieuw.",
      );
    }
    this.received += chunk.length;
    if (this.received > maxBytes)
      throw new ImportRefused(
        `The file is larger than ${maxBytes / million} MB; reading stopped at byte ${maxBytes}.`,
        `Het bestand is groter dan ${maxBytes / million} MB; het lezen stopte bij byte ${maxBytes}.`,
      );
    const text = this.attempt(chunk, () => this.decoder.decode(chunk, { stream: true }));
    return first && text.startsWith("\uFEFF") ? text.slice(1) : text;
  }

  /** Text of what is left at the end. */
  end(): string {
    if (this.received === 0) throw new ImportRefused("The file is empty.", "Het bestand is leeg.");
    return this.attempt(new Uint8Array(), () => this.decoder.decode());
  }

  private attempt(chunk: Uint8Array, decode: () => string): string {
    try {
      const text = decode();
      this.decoded += Buffer.byteLength(text);
      const pending = this.received - this.decoded;
      this.rest = pending > 0 ? Buffer.concat([this.rest, chunk]).subarray(-pending) : new Uint8Array();
      return text;
    } catch {
      const lenient = new TextDecoder("utf-8", { ignoreBOM: true }).decode(Buffer.concat([this.rest, chunk]));
      const byte = this.decoded + Buffer.byteLength(lenient.slice(0, Math.max(0, lenient.indexOf("\uFFFD"))));
      throw new ImportRefused(
        `The file is not written in UTF-8: byte ${byte} cannot be read. Save it as UTF-8 and try again.`,
        `Het bestand is niet geschreven in UTF-8: byte ${byte} is niet te lezen. Sla het op als UTF-8 en probeer het opnieuw.`,
      );
    }
  }
}
