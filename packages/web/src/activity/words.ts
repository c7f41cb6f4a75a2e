import { defineWords } from "../language/words.ts";

export const activityWords = defineWords(
  "activity",
  {
    live: "Live",
    liveHint: "Je ziet veranderingen meteen",
    reconnecting: "Opnieuw verbinden…",
    offline: "Geen verbinding, stand van {time}",
    offlineHint: "Je ziet het bord zoals het om {time} was. Zodra er weer verbinding is, halen we de rest op.",
    lost: "Geen verbinding. Je ziet de stand van {time}.",
    back: "Weer verbonden",
    caughtUp: "{count, plural, one {# wijziging} other {# wijzigingen}} opgehaald",
    retry: "Nu opnieuw verbinden",
    newVersion: "Er is een nieuwe versie van Wijkbord",
    refresh: "Ververs",
  },
  {
    live: "Live",
    liveHint: "You see changes at once",
    reconnecting: "Connecting again…",
    offline: "No connection, as it was at {time}",
    offlineHint: "You see the board as it was at {time}. The rest comes as soon as there is a connection.",
    lost: "No connection. You see it as it was at {time}.",
    back: "Connected again",
    caughtUp: "{count, plural, one {# change} other {# changes}} fetched",
    retry: "Connect again now",
    newVersion: "There is a new version of Wijkbord",
    refresh: "Refresh",
  },
);
