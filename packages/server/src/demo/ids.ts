import { createHash } from "node:crypto";
import { v7 as uuidv7 } from "uuid";

const hex = (value: number, length: number) => value.toString(16).padStart(length, "0");
/** 1 January 2026: generated rows begin here, whenever they are made. */
const epoch = 1_767_225_600_000;

/** Ids of the rows of one demo coalition: new ones, or the same for the same seed. */
export class DemoIds {
  private readonly known = new Map<string, string>();
  private count = 0;

  constructor(private readonly seed: string | null = null) {}

  /** The id that belongs to a key. */
  of(kind: string, key: string): string {
    const name = `${kind}:${key}`;
    const id = this.known.get(name) ?? this.next(name);
    this.known.set(name, id);
    return id;
  }

  /** An id for something without a key. */
  next(name = "row"): string {
    this.count += 1;
    if (this.seed === null) return uuidv7();
    const hash = createHash("sha256").update(`${this.seed}:${this.count}:${name}`).digest("hex");
    const time = hex(epoch + this.count, 12);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
  }
}
