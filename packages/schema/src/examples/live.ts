import type { Example } from "./example.ts";

/** Questions that keep answering until they are stopped. */
export const liveExamples: readonly Example[] = [
  {
    key: "live-board",
    live: true,
    title: { nl: "Live: alles op één bord", en: "Live: everything on one board" },
    explanation: {
      nl: "Blijft open. Verplaats in een ander venster een kaart: de verandering staat hier meteen. Stop met dezelfde knop als waarmee je begint. Met `after` begin je bij een nummer dat je al had.",
      en: "Stays open. Move a card in another window: the change shows here at once. Stop with the button you start with. With `after` you begin at a number you had.",
    },
    uses: ["boardId"],
    document: `subscription EverythingOnBoard($boardId: ID!, $after: Sequence) {
  boardEvents(boardId: $boardId, after: $after) {
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
  {
    key: "live-organisation",
    live: true,
    title: { nl: "Live: wat mijn organisatie aangaat", en: "Live: what concerns my organisation" },
    explanation: {
      nl: "Blijft open en toont op alle borden alleen wat jouw organisatie raakt: letters die haar worden gevraagd, taken waarop ze een letter heeft, en wat ze zelf verandert.",
      en: "Stays open and shows, on all boards, only what touches your organisation: letters that are asked of it, tasks on which it has one, and what it changes itself.",
    },
    uses: ["coalitionId", "organisationId"],
    document: `subscription WhatConcernsUs($coalitionId: ID!, $organisationId: ID!, $after: Sequence) {
  coalitionEvents(coalitionId: $coalitionId, organisationId: $organisationId, after: $after) {
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
          areaCode
          assignments {
            letter
            organisation {
              shortName
            }
            state
          }
        }
      }
    }
  }
}
`,
  },
];
