import { linkLimits } from "@wijkbord/schema";
import type { DocumentLink } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import { invalid, notFound, optionalText, text } from "./refusal.ts";

type Words = Omit<DocumentLink, "id">;
interface Given {
  readonly title: string;
  readonly url: string;
  readonly audience?: string | null;
}

/** An address that starts with https, without name and password in it. */
export function httpsAddress(value: string): string {
  const address = text("url", value, linkLimits.url);
  if (!URL.canParse(address)) throw invalid("url", "NOT_AN_ADDRESS");
  const url = new URL(address);
  if (url.protocol !== "https:" || url.username || url.password) throw invalid("url", "ONLY_HTTPS");
  if (url.href.length > linkLimits.url) throw invalid("url", "TOO_LONG", linkLimits.url);
  return url.href;
}

/** What a link says, within its limits; the hub never fetches the address (D8). */
export const linkWords = ({ title, url, audience }: Given): Words => ({
  title: text("title", title, linkLimits.title),
  url: httpsAddress(url),
  audience: optionalText("audience", audience, linkLimits.audience),
});

/** A new link for a list that has room; `field` names what is full. */
export function newLink(links: readonly DocumentLink[], given: Given, field: string): DocumentLink {
  if (links.length >= linkLimits.links) throw invalid(field, "TOO_MANY", linkLimits.links);
  return { id: uuidv7(), ...linkWords(given) };
}

/** The list without one link. */
export function withoutLink(links: readonly DocumentLink[], linkId: string): DocumentLink[] {
  if (!links.some(({ id }) => id === linkId)) throw notFound("linkId");
  return links.filter(({ id }) => id !== linkId);
}
