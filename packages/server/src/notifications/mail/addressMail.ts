import { isOthers, mailPerson } from "../../accounts/mailAddress.ts";
import type { EntityManager } from "../../database/database.ts";
import { newLink } from "./addressLinks.ts";
import type { Mail } from "./mail.tables.ts";
import { envelopeOf, escaped, type Message } from "./message.ts";
import { addressWords } from "./addressWords.ts";

type Asked = Pick<Mail, "id" | "userId" | "about">;

/**
 * The mail to an address that somebody gave: the link that confirms it, or, to one that belongs to somebody else, what is
 * the case. Neither says who asked: a name is a text that anybody may choose. Null: it was taken back or is too old.
 */
export async function addressMessage(em: EntityManager, { id, userId, about }: Asked, publicUrl: string, now: Date): Promise<Message | null> {
  const [request] = await em.execute<{ email: string; expires_at: Date | string }[]>(
    "select email, expires_at from mail_address_request where id = ? and user_id = ? and expires_at > ?",
    [about, userId, now],
  );
  const person = await mailPerson(em, userId);
  if (!request || !person) return null;
  const { host } = new URL(publicUrl);
  const say = addressWords[person.locale];
  const isTaken = await isOthers(em, userId, request.email);
  const link = isTaken ? null : `${publicUrl}/mail/adres/${await newLink(em, { id: about, userId, expiresAt: new Date(request.expires_at) })}`;
  const lines = isTaken ? say.taken(host) : say.confirm(host);
  const paragraphs = lines.map((line) => `<p>${escaped(line)}</p>`);
  if (link) paragraphs.splice(1, 0, `<p><a href="${escaped(link)}">${escaped(say.link)}</a></p>`);
  const [first = "", ...rest] = lines;
  return {
    ...envelopeOf(id, request.email, publicUrl),
    headers: { "Auto-Submitted": "auto-generated" },
    subject: isTaken ? say.takenSubject : say.confirmSubject,
    text: [first, ...(link ? [link] : []), ...rest, ""].join("\n\n"),
    html: `<html lang="${person.locale}"><body>${paragraphs.join("")}</body></html>`,
  };
}
