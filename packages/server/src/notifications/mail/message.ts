/** A mail as it leaves, whether a mail server takes it or a page of a hub in development. */
export interface Message {
  readonly from: { readonly name: string; readonly address: string };
  /** An address by itself, so that no mail program reads a list in it. */
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly references?: string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly icalEvent?: { readonly method: string; readonly filename: string; readonly content: string };
}

/** Text as it stands in HTML. */
export const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** From whom and to whom a mail goes, under the same Message-ID each time it is tried. */
export function envelopeOf(mailId: string, to: string, publicUrl: string): Pick<Message, "from" | "to" | "messageId"> {
  const host = new URL(publicUrl).hostname;
  return { from: { name: "Wijkbord", address: `noreply@${host}` }, to: { name: "", address: to }, messageId: `<${mailId}@${host}>` };
}
