import type { Example } from "./example.ts";

/** Questions that keep answering until they are stopped. */
export const liveExamples: readonly Example[] = [
  {
    key: "live-board",
    live: true,
    title: { nl: "Live: alles op één bord", en: "Live: everything on one board" },
    explanation: {
      nl: "Blijft open. Verplaats in een ander venster een kaart: de verandering staat hier meteen. Stop met dezelfde knop als waarmee je begint.",
      en: "Stays open. Move a card in another window: the change shows here at once. Stop with the button you start with.",
    },
    uses: ["boardId"],
    document: `subscription EverythingOnBoard($boardId: ID!) {
  boardEvents(boardId: $boardId) {
    fromSequence
    toSequence
    reset
    events {
      sequence
      occurredAt
      type
      actor {
        displayName
        organisation {
          shortName
        }
      }
      subject {
        ... on Task {
          number
          title
          state
        }
      }
    }
  }
}
`,
  },
];
