import type { KeptMail } from "./keptMail.ts";
import type { MailAddresses } from "./mailAddresses.ts";
import type { StopLinks } from "./stopLinks.ts";

/** How mail leaves a hub. */
export interface MailWays {
  /** Mail server; null: the hub sends no mail. */
  readonly smtpUrl: string | null;
  /** Where a hub in development keeps its mail instead of sending it; null elsewhere. */
  readonly kept: KeptMail | null;
  /** The address people use, once the hub listens. */
  readonly publicUrl: () => string;
  /** Sends what is due without waiting for the next minute. */
  readonly soon: () => void;
}

export interface Mailing extends MailWays {
  readonly stopLinks: StopLinks;
  readonly addresses: MailAddresses;
}
