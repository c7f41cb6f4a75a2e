import type { StopLinks } from "./stopLinks.ts";

/** How mail leaves this hub. */
export interface Mailing {
  /** Mail server; null: the hub sends no mail. */
  readonly smtpUrl: string | null;
  /** The address people use, once the hub listens. */
  readonly publicUrl: () => string;
  readonly stopLinks: StopLinks;
}
