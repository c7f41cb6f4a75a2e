import { NotificationKind } from "@wijkbord/schema";

const { ASKED, DEADLINE, MEETING, MENTION, NEWS } = NotificationKind;

const nl = {
  waits: (count: number, organisation: string) => (count === 1 ? `1 ding wacht op ${organisation}` : `${count} dingen wachten op ${organisation}`),
  news: (coalition: string) => `Nieuws van ${coalition}`,
  asked: (organisation: string, thing: string) => `Gevraagd aan ${organisation}: ${thing}`,
  mentioned: (thing: string) => `Iemand noemde je bij ${thing}`,
  meeting: (title: string, when: string) => `Overleg ${title}, ${when}`,
  cancelled: (title: string, when: string) => `Gaat niet door: ${title}, ${when}`,
  promises: (title: string) => `Kloppen jullie toezeggingen? ${title}`,
  section: (organisation: string, coalition: string) => `${organisation}, ${coalition}`,
  place: "Plaats",
  heads: {
    [ASKED]: "Wacht op een antwoord",
    [MENTION]: "Hier ben je genoemd",
    [DEADLINE]: "De datum is bijna daar, of voorbij",
    [NEWS]: "Nieuws",
    [MEETING]: "Overleg",
  },
  stop: { MORNING: "Geen ochtendmail meer", [ASKED]: "Hierover geen mail meer", [MEETING]: "Geen mail over overleggen meer" },
  settings: "In Wijkbord kies je bij Meldingen waarover je mail krijgt.",
};
const en: typeof nl = {
  waits: (count, organisation) => (count === 1 ? `1 thing waits for ${organisation}` : `${count} things wait for ${organisation}`),
  news: (coalition) => `News of ${coalition}`,
  asked: (organisation, thing) => `Asked of ${organisation}: ${thing}`,
  mentioned: (thing) => `Somebody mentioned you at ${thing}`,
  meeting: (title, when) => `Meeting ${title}, ${when}`,
  cancelled: (title, when) => `Called off: ${title}, ${when}`,
  promises: (title) => `Are your promises right? ${title}`,
  section: (organisation, coalition) => `${organisation}, ${coalition}`,
  place: "Place",
  heads: {
    [ASKED]: "Waits for an answer",
    [MENTION]: "You were mentioned here",
    [DEADLINE]: "The date is near, or has passed",
    [NEWS]: "News",
    [MEETING]: "Meeting",
  },
  stop: { MORNING: "No more morning mail", [ASKED]: "No more mail about this", [MEETING]: "No more mail about meetings" },
  settings: "At Notifications in Wijkbord you choose what you get mail about.",
};

/** Words of mails, in both languages. */
export const mailWords = { nl, en };
