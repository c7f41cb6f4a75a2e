import { AgreementCategory } from "@wijkbord/schema";

export interface SeedText {
  readonly title: string;
  readonly category: AgreementCategory;
  readonly summary: string;
  readonly articles: readonly string[];
  readonly signatories: readonly string[];
}

/** Texts of the demo, written for it; organisations are named by the key of the person that signs for them. */
export const seedTexts = {
  rhythm: {
    title: "Overlegritme en bord",
    category: AgreementCategory.MEETING_RHYTHM,
    summary: "We overleggen om de week op dinsdagochtend. Het bord is leidend.",
    articles: [
      "We overleggen elke tweede dinsdag van 9.30 tot 11.00 uur aan de hand van het wijkbord.",
      "Het bord is leidend: wat er niet op staat, is niet afgesproken.",
      "Wie niet kan komen, werkt de eigen taken vóór maandag 16.00 uur bij.",
    ],
    signatories: ["fenna", "demi", "rachid", "loes", "joost"],
  },
  recruitment: {
    title: "Werving via buurtorganisaties",
    category: AgreementCategory.RECRUITMENT,
    summary: "De buurtorganisatie legt het eerste contact met inwoners. Iedereen die zich meldt, krijgt antwoord van een mens.",
    articles: [
      "De buurtorganisatie doet het eerste contact met inwoners, en de werving staat open voor alle inwoners.",
      "Partners sturen vacatures minstens tien werkdagen voor de sluitingsdatum.",
      "Wie zich meldt, krijgt binnen drie werkdagen antwoord van een mens.",
    ],
    signatories: ["fenna", "demi", "rachid", "loes", "joost"],
  },
  module: {
    title: "Instroombaan met module",
    category: AgreementCategory.MODULE_CO_DESIGN,
    summary: "Bij een instroombaan hoort een module die bedrijf en ROC samen maken.",
    articles: [
      "Een bedrijf dat een instroombaan aanbiedt, werkt samen met het ROC de bijpassende module uit.",
      "De module start pas als er voor iedere deelnemer een werkplek en een praktijkbegeleider is.",
      "Na afloop krijgt de deelnemer een praktijkverklaring of een certificaat, en een gesprek over de volgende stap.",
    ],
    signatories: ["fenna", "rachid", "loes"],
  },
  procurement: {
    title: "Lokale deelopdrachten",
    category: AgreementCategory.PROCUREMENT,
    summary: "Bij grote opdrachten kijken we of een deel los kan, zodat kleine bedrijven uit de wijk mee kunnen doen.",
    articles: [
      "Bij elke aanbesteding boven € 200.000 bekijken we of een deel als losse deelopdracht kan.",
      "Deelopdrachten staan minstens drie weken open en zijn in gewone taal beschreven.",
      "Kleine bedrijven mogen samen inschrijven.",
    ],
    signatories: ["fenna", "demi", "marlon", "henk"],
  },
  homeVisits: {
    title: "Gezamenlijke huisbezoeken en gegevens",
    category: AgreementCategory.HOME_VISIT,
    summary: "Een huisbezoek is vrijwillig en aangekondigd. We leggen hier geen namen, adressen of bedragen vast.",
    articles: [
      "Een huisbezoek is vrijwillig, wordt aangekondigd en we laten onze pas zien.",
      "We leggen in dit systeem geen namen, adressen of bedragen vast.",
      "Bij het gesprek over geld is alleen het schuldhulpteam van de gemeente aanwezig; de corporatie helpt met het leggen van contact.",
      "Signalen gaan naar één ontvanger en worden negentig dagen na afsluiting verwijderd.",
    ],
    signatories: ["fenna", "demi", "joost"],
  },
  escalation: {
    title: "Escalatie en knelpunten",
    category: AgreementCategory.ESCALATION,
    summary: "Wat te lang vastzit, komt eerst op de agenda en dan bij de directies.",
    articles: [
      "Een taak die langer dan vijf werkdagen vastzit, komt als eerste op de agenda van het volgende overleg.",
      "Lukt het daar niet, dan beslissen de twee betrokken directies binnen tien werkdagen.",
      "We spreken elkaar eerst zelf aan voordat we opschalen.",
    ],
    signatories: ["fenna", "demi", "rachid", "loes", "joost", "imani"],
  },
} satisfies Record<string, SeedText>;

/** The text as Markdown with numbered articles. */
export const markdown = (articles: readonly string[]): string => articles.map((article, index) => `${index + 1}. ${article}`).join("\n");
