import { defineWords } from "../language/words.ts";

export const uiWords = defineWords(
  "ui",
  {
    close: "Sluiten",
    tryAgain: "Probeer opnieuw",
    loading: "Even laden…",
    failed: "Dit kon niet worden geladen",
    failedHint: "Controleer je verbinding en probeer het opnieuw.",
    crashed: "Er ging hier iets mis",
    crashedHint: "Wat je al had opgeslagen is bewaard. Laad de pagina opnieuw.",
    crashedTyped: "Dit was je aan het typen. Kopieer het voordat je opnieuw laadt.",
    crashedText: "Tekst",
    reload: "Pagina opnieuw laden",
    toStart: "Naar het begin",
    messages: "Berichten",
  },
  {
    close: "Close",
    tryAgain: "Try again",
    loading: "Loading…",
    failed: "This could not be loaded",
    failedHint: "Check your connection and try again.",
    crashed: "Something went wrong here",
    crashedHint: "What you saved is kept. Load the page again.",
    crashedTyped: "This is what you were typing. Copy it before you load the page again.",
    crashedText: "Text",
    reload: "Load the page again",
    toStart: "To the start",
    messages: "Messages",
  },
);
