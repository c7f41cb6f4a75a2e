/** Why somebody is told. */
export enum NotificationKind {
  MENTION = "MENTION",
  ASKED = "ASKED",
  DEADLINE = "DEADLINE",
  NEWS = "NEWS",
  MEETING = "MEETING",
}

/** How somebody wants to hear of a kind of thing. */
export enum Delivery {
  NONE = "NONE",
  INBOX = "INBOX",
  MORNING = "MORNING",
  AT_ONCE = "AT_ONCE",
}

/** Language of mails to a person. */
export enum MailLanguage {
  NL = "NL",
  EN = "EN",
}

/** How each kind can be heard of, the usual way first. Only what is asked of somebody, or somebody is invited to, comes by a mail of its own. */
export const deliveries: Readonly<Record<NotificationKind, readonly Delivery[]>> = {
  [NotificationKind.ASKED]: [Delivery.MORNING, Delivery.AT_ONCE, Delivery.INBOX, Delivery.NONE],
  [NotificationKind.MENTION]: [Delivery.MORNING, Delivery.AT_ONCE, Delivery.INBOX, Delivery.NONE],
  [NotificationKind.DEADLINE]: [Delivery.MORNING, Delivery.INBOX, Delivery.NONE],
  [NotificationKind.NEWS]: [Delivery.INBOX, Delivery.MORNING, Delivery.NONE],
  [NotificationKind.MEETING]: [Delivery.AT_ONCE, Delivery.INBOX, Delivery.NONE],
};

/** How a kind is heard of by who chose nothing. */
export const usualDelivery = (kind: NotificationKind): Delivery => deliveries[kind][0] ?? Delivery.INBOX;

export const notificationLimits = {
  /** Mentions in one text. */
  mentions: 20,
  /** Hours that a mail address waits for its confirmation. */
  addressHours: 24,
  /** Notifications in one page of a list. */
  page: 100,
};

/** Whom a mention names. */
export enum MentionTarget {
  PERSON = "PERSON",
  ORGANISATION = "ORGANISATION",
}

/** A person or organisation that a text names. */
export interface Mention {
  readonly target: MentionTarget;
  readonly id: string;
}

const word = { [MentionTarget.PERSON]: "lid", [MentionTarget.ORGANISATION]: "organisatie" } as const;
const pattern = /@\[([^[\]\n]{1,140})\]\((lid|organisatie):([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\)/g;

/** A mention as it stands in a text; brackets of the name become round ones. */
export const mentionText = (target: MentionTarget, id: string, name: string): string =>
  `@[${name.replaceAll("[", "(").replaceAll("]", ")")}](${word[target]}:${id})`;

/** Everybody whom a text mentions, each once. */
export function mentionsIn(text: string): Mention[] {
  const found = new Map<string, Mention>();
  for (const [, , kind, id = ""] of text.matchAll(pattern)) {
    found.set(`${kind}:${id}`, { target: kind === word.PERSON ? MentionTarget.PERSON : MentionTarget.ORGANISATION, id });
  }
  return [...found.values()];
}

/** A text in which every mention is replaced by what a function makes of its name. */
export const replaceMentions = (text: string, show: (name: string) => string): string => text.replaceAll(pattern, (_, name: string) => show(name));
