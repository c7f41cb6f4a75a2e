import { createHash } from "node:crypto";
import { NotificationKind } from "@wijkbord/schema";
import { calendarFile } from "./calendarFile.ts";
import type { CalendarEvent, Language, Letter, Line } from "./letter.ts";
import { type Mail, MailKind } from "./mail.tables.ts";
import { envelopeOf, escaped, type Message } from "./message.ts";
import type { Stoppable } from "./stopLinks.ts";
import { mailWords } from "./words.ts";

const order = [NotificationKind.ASKED, NotificationKind.MENTION, NotificationKind.DEADLINE, NotificationKind.MEETING, NotificationKind.NEWS] as const;
/** Objects named to a mail program, so that mails of one thing stand together. */
const mostReferences = 20;

const nameOf = ({ number, title }: Line) => [number, title].filter(Boolean).join(" ");
const whenOf = ({ startsAt, timeZone }: CalendarEvent, language: Language) =>
  new Intl.DateTimeFormat(language === "en" ? "en-GB" : "nl-NL", { dateStyle: "full", timeStyle: "short", timeZone }).format(startsAt);

/** What the stop link of a mail ends. */
export function stopOf(mail: Pick<Mail, "kind">, letter: Letter): Stoppable {
  if (mail.kind === MailKind.MORNING) return "MORNING";
  if (mail.kind === MailKind.MEETING) return NotificationKind.MEETING;
  return letter.sections[0]?.lines[NotificationKind.MENTION]?.length ? NotificationKind.MENTION : NotificationKind.ASKED;
}

function subjectOf({ kind }: Pick<Mail, "kind">, { language, sections, event }: Letter): string {
  const say = mailWords[language];
  const [first] = sections;
  const of = (wanted: NotificationKind) => sections.flatMap(({ lines }) => lines[wanted] ?? []);
  if (kind === MailKind.MEETING && event) return say[event.cancelled ? "cancelled" : "meeting"](event.title, whenOf(event, language));
  if (kind === MailKind.PROMISES && event) return say.promises(event.title);
  const [asked, ...others] = of(NotificationKind.ASKED);
  const [mention] = of(NotificationKind.MENTION);
  if (kind === MailKind.DIRECT && asked && others.length === 0) return say.asked(first?.organisation ?? "", nameOf(asked));
  if (kind === MailKind.DIRECT && mention) return say.mentioned(nameOf(mention));
  const waiting = sections.filter(({ lines }) => lines[NotificationKind.ASKED]?.length);
  if (waiting.length > 0) return say.waits(of(NotificationKind.ASKED).length, waiting.map(({ organisation }) => organisation).join(", "));
  return say.news([...new Set(sections.map(({ coalition }) => coalition))].join(", "));
}

/** A heading with its lines, in the order in which a mail says them. */
const partsOf = ({ language, sections }: Letter) =>
  sections.map(({ organisation, coalition, lines }) => ({
    head: mailWords[language].section(organisation, coalition),
    groups: order.flatMap((kind) => {
      const list = lines[kind] ?? [];
      return list.length > 0 ? [{ head: mailWords[language].heads[kind], list }] : [];
    }),
  }));

const stopWord = (what: Stoppable, language: Language) => {
  const { stop } = mailWords[language];
  return what === "MORNING" || what === NotificationKind.MEETING ? stop[what] : stop[NotificationKind.ASKED];
};

interface Addresses {
  readonly publicUrl: string;
  readonly stopUrl: string;
}

/** Subject, text and HTML of a mail: number, title and one address for each thing, and nothing of their texts. */
export function wordsOf(mail: Pick<Mail, "kind">, letter: Letter, { publicUrl, stopUrl }: Addresses) {
  const { language, event } = letter;
  const say = mailWords[language];
  const addressOf = ({ path }: Line) => `${publicUrl}${language === "en" ? "/en" : ""}/${path}`;
  const stop = stopWord(stopOf(mail, letter), language);
  const intro = event ? [event.title, whenOf(event, language), ...(event.place ? [`${say.place}: ${event.place}`] : [])] : [];
  const parts = partsOf(letter);
  const text = [
    ...intro,
    ...parts.flatMap(({ head, groups }) => [
      "",
      head,
      ...groups.flatMap((group) => ["", group.head, ...group.list.flatMap((line) => [`- ${nameOf(line)}`, `  ${addressOf(line)}`])]),
    ]),
    "",
    "--",
    say.settings,
    `${stop}: ${stopUrl}`,
    "",
  ];
  const html = [
    ...intro.map((line) => `<p>${escaped(line)}</p>`),
    ...parts.flatMap(({ head, groups }) => [
      `<h2>${escaped(head)}</h2>`,
      ...groups.map(
        (group) =>
          `<h3>${escaped(group.head)}</h3><ul>${group.list.map((line) => `<li><a href="${escaped(addressOf(line))}">${escaped(nameOf(line))}</a></li>`).join("")}</ul>`,
      ),
    ]),
    `<p>${escaped(say.settings)}<br><a href="${escaped(stopUrl)}">${escaped(stop)}</a></p>`,
  ];
  return { subject: subjectOf(mail, letter), text: text.join("\n").trimStart(), html: `<html lang="${language}"><body>${html.join("")}</body></html>` };
}

/** The message itself: the same Message-ID each time it is tried, and a reference for each object. */
export function messageOf(mail: Pick<Mail, "id" | "userId" | "kind">, letter: Letter, to: string, addresses: Addresses): Message {
  const envelope = envelopeOf(mail.id, to, addresses.publicUrl);
  const { address } = envelope.from;
  const host = new URL(addresses.publicUrl).hostname;
  const threadOf = (about: string) => `<${createHash("sha256").update(`${mail.userId} ${about}`).digest("hex").slice(0, 32)}@${host}>`;
  const abouts = [
    ...new Set([
      ...(letter.event ? [letter.event.id] : []),
      ...letter.sections.flatMap(({ lines }) =>
        Object.values(lines)
          .flat()
          .map(({ about }) => about),
      ),
    ]),
  ];
  const file =
    mail.kind === MailKind.MEETING && letter.event
      ? calendarFile(letter.event, { address, to, publicUrl: addresses.publicUrl, language: letter.language })
      : null;
  return {
    ...envelope,
    references: abouts.slice(0, mostReferences).map(threadOf),
    headers: { "List-Unsubscribe": `<${addresses.stopUrl}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click", "Auto-Submitted": "auto-generated" },
    ...wordsOf(mail, letter, addresses),
    ...(file && { icalEvent: file }),
  };
}
