import { ErrorCode } from "@wijkbord/schema";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { isLoopback } from "../../config.ts";
import { coded } from "../../graphql/errors.ts";
import { sendErrors } from "../../graphql/graphqlRoute.ts";
import type { Transport } from "../../graphql/transport.ts";
import type { Kept } from "./keptMail.ts";
import { escaped } from "./message.ts";
import { plainPage } from "./plainPage.ts";

/** Where a hub in development shows its mail. */
export const mailPagePath = "/ontwikkel/mail";

const linked = (text: string): string => escaped(text).replaceAll(/https?:\/\/[^\s<]+/g, (address) => `<a href="${address}">${address}</a>`);

function articleOf({ at, message }: Kept): string {
  const { from, to, subject, text, html, icalEvent } = message;
  const file = icalEvent ? `<details><summary>${escaped(icalEvent.filename)}</summary><pre>${escaped(icalEvent.content)}</pre></details>` : "";
  return `<article><h2>${escaped(subject)}</h2>
<dl><dt>Van</dt><dd>${escaped(`${from.name} <${from.address}>`)}</dd><dt>Aan</dt><dd>${escaped(to.address)}</dd><dt>Op</dt><dd><time>${at.toISOString()}</time></dd></dl>
<pre>${linked(text)}</pre>
<details><summary>HTML</summary><iframe sandbox srcdoc="${escaped(html)}" title="${escaped(subject)}"></iframe></details>${file}</article>`;
}

/** Whether the question comes from this machine itself, also when something on it passes it on. */
const isOwn = ({ ip, hostname }: FastifyRequest): boolean => isLoopback(ip) && isLoopback(hostname);

/** The last mails of a hub in development, newest first, so that their links can be followed. No other hub has this page. */
export function mailPage(app: FastifyInstance, transport: Transport): void {
  const { kept } = transport.services.mailing;
  if (!kept) return;
  app.get(mailPagePath, (request, reply) => {
    if (!isOwn(request)) return sendErrors(reply, transport, [coded(ErrorCode.NOT_FOUND, undefined, 404)], 404);
    const lead = "Deze Wijkbord verstuurt geen mail. Wat weg zou gaan, staat hier: de laatste vijftig, sinds de start, de nieuwste bovenaan.";
    const mails = kept.mails.length > 0 ? kept.mails.map(articleOf).join("\n") : "<p>Er is nog geen mail. Ververs de pagina om opnieuw te kijken.</p>";
    return reply.type("text/html; charset=utf-8").send(plainPage("Mail in ontwikkeling", `<p>${lead}</p>${mails}`, "nl", true));
  });
}
