export interface SeedText {
  readonly templateKey: string;
  readonly signatories: readonly string[];
  /** Words instead of those of the template. */
  readonly text?: string;
}

/** Agreements of the demo, each from a template; organisations are named by the key of the person that signs for them. */
export const seedTexts = {
  rhythm: { templateKey: "ritme", signatories: ["fenna", "demi", "rachid", "loes", "joost"] },
  recruitment: {
    templateKey: "werving",
    signatories: ["fenna", "demi", "rachid", "loes", "joost"],
    text: [
      "1. De buurtorganisatie doet het eerste contact met inwoners, en de werving staat open voor alle inwoners.",
      "2. Partners sturen vacatures minstens tien werkdagen voor de sluitingsdatum.",
      "3. Wie zich meldt, krijgt binnen drie werkdagen antwoord van een mens.",
    ].join("\n"),
  },
  module: { templateKey: "module", signatories: ["fenna", "rachid", "loes"] },
  procurement: { templateKey: "deelopdrachten", signatories: ["fenna", "demi", "marlon", "henk"] },
  homeVisits: { templateKey: "huisbezoek", signatories: ["fenna", "demi", "joost"] },
  escalation: { templateKey: "knelpunten", signatories: ["fenna", "demi", "rachid", "loes", "joost", "imani"] },
} satisfies Record<string, SeedText>;
