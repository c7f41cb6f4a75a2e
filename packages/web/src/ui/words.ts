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
    reload: "Pagina opnieuw laden",
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
    reload: "Load the page again",
    messages: "Messages",
  },
);
