import { LinkState } from "./addressLinks.ts";

const nl = {
  confirmSubject: "Bevestig je mailadres voor Wijkbord",
  link: "Bevestig dit adres",
  confirm: (host: string) => [
    `Iemand wil op dit adres mail krijgen van Wijkbord (${host}). Was jij dat? Open dan deze link en druk op de knop.`,
    "De link werkt 24 uur en één keer. Je hoeft je niet aan te melden.",
    "Was jij het niet? Doe dan niets. Zonder de knop gaat er geen mail van Wijkbord naar dit adres.",
  ],
  takenSubject: "Dit mailadres hoort al bij een account van Wijkbord",
  taken: (host: string) => [
    `Iemand wil op dit adres mail krijgen van Wijkbord (${host}). Het adres hoort al bij een account, en een adres kan maar bij één account horen.`,
    "Was jij dat? Haal het adres dan eerst weg bij je andere account, onder Meldingen, of kies een ander adres.",
    "Was jij het niet? Doe dan niets. Er verandert niets, en wie het vroeg, krijgt dit niet te zien.",
  ],
  title: "Je mailadres",
  button: "Ja, dit is mijn mailadres",
  pages: {
    [LinkState.OPEN]: "Wil je op dit adres mail krijgen van Wijkbord? Druk dan op de knop. Was jij het niet die dit vroeg? Sluit deze pagina dan.",
    [LinkState.CONFIRMED]: "Je adres is bevestigd. Mail van Wijkbord gaat nu hierheen. Je kunt deze pagina sluiten.",
    [LinkState.USED]:
      "Deze link is al gebruikt of geldt niet meer. Staat je adres onder Meldingen, dan hoef je niets te doen. Anders vraag je daar een nieuwe link.",
    [LinkState.EXPIRED]: "Deze link is verlopen: hij werkte 24 uur. Onder Meldingen vraag je een nieuwe.",
    [LinkState.TAKEN]: "Dit adres hoort intussen bij een ander account. Haal het daar eerst weg, of kies onder Meldingen een ander adres.",
  },
};
const en: typeof nl = {
  confirmSubject: "Confirm your mail address for Wijkbord",
  link: "Confirm this address",
  confirm: (host) => [
    `Somebody wants to get mail of Wijkbord (${host}) at this address. Was it you? Then open this link and press the button.`,
    "The link works for 24 hours and once. You need not sign in.",
    "Was it not you? Then do nothing. Without the button no mail of Wijkbord goes to this address.",
  ],
  takenSubject: "This mail address belongs to an account of Wijkbord already",
  taken: (host) => [
    `Somebody wants to get mail of Wijkbord (${host}) at this address. It belongs to an account already, and an address can belong to one account only.`,
    "Was it you? Then first remove the address from your other account, at Notifications, or choose another one.",
    "Was it not you? Then do nothing. Nothing changes, and whoever asked does not get to see this.",
  ],
  title: "Your mail address",
  button: "Yes, this is my mail address",
  pages: {
    [LinkState.OPEN]: "Do you want to get mail of Wijkbord at this address? Then press the button. Was it not you who asked? Then close this page.",
    [LinkState.CONFIRMED]: "Your address is confirmed. Mail of Wijkbord goes here now. You can close this page.",
    [LinkState.USED]:
      "This link was used already or no longer counts. If your address stands at Notifications, you need not do anything. If not, ask a new link there.",
    [LinkState.EXPIRED]: "This link has expired: it worked for 24 hours. At Notifications you ask a new one.",
    [LinkState.TAKEN]: "This address belongs to another account by now. First remove it there, or choose another address at Notifications.",
  },
};

/** Words of the mails and the page by which people confirm an address, in both languages. */
export const addressWords = { nl, en };
