import type { Message } from "./message.ts";

const most = 50;

export interface Kept {
  readonly at: Date;
  readonly message: Message;
}

/** The last mails of a hub in development, which sends none: in memory only. */
export class KeptMail {
  private list: readonly Kept[] = [];

  add(message: Message, at: Date): void {
    this.list = [{ at, message }, ...this.list].slice(0, most);
  }

  /** Newest first. */
  get mails(): readonly Kept[] {
    return this.list;
  }
}
