import { AgreementCategory, WatchKind } from "./agreement.ts";
import type { WatchRule } from "./watch.ts";

export interface TemplateText {
  readonly title: string;
  readonly summary: string;
  readonly articles: readonly string[];
}
/** An agreement to start from, in both languages; its rules watch the articles of that number. */
export interface AgreementTemplateTexts {
  readonly key: string;
  readonly category: AgreementCategory;
  readonly watchRules: readonly WatchRule[];
  readonly nl: TemplateText;
  readonly en: TemplateText;
}

/** Agreements to start from, in plain Dutch and English. */
export const agreementTemplates: readonly AgreementTemplateTexts[] = [
  {
    key: "ritme",
    category: AgreementCategory.MEETING_RHYTHM,
    watchRules: [{ article: 3, kind: WatchKind.UPDATED_BEFORE_MEETING, n: 5 }],
    nl: {
      title: "Overlegritme en bord",
      summary: "We overleggen om de week op dinsdagochtend. Het bord is leidend.",
      articles: [
        "We overleggen elke tweede dinsdag van 9.30 tot 11.00 uur aan de hand van het wijkbord.",
        "Het bord is leidend: wat er niet op staat, is niet afgesproken.",
        "Wie niet kan komen, werkt de eigen taken vóór maandag 16.00 uur bij.",
      ],
    },
    en: {
      title: "Meeting rhythm and board",
      summary: "We meet every other week on Tuesday morning. The board leads.",
      articles: [
        "We meet every second Tuesday from 9:30 to 11:00, with the neighbourhood board before us.",
        "The board leads: what is not on it, is not agreed.",
        "Who cannot come, updates their own tasks before Monday 16:00.",
      ],
    },
  },
  {
    key: "werving",
    category: AgreementCategory.RECRUITMENT,
    watchRules: [{ article: 3, kind: WatchKind.ANSWER_WITHIN, n: 5 }],
    nl: {
      title: "Werving via buurtorganisaties",
      summary: "De buurtorganisatie legt het eerste contact met inwoners. Iedereen die zich meldt, krijgt antwoord van een mens.",
      articles: [
        "De buurtorganisatie doet het eerste contact met inwoners, en de werving staat open voor alle inwoners.",
        "Partners sturen vacatures minstens tien werkdagen voor de sluitingsdatum.",
        "Wie zich meldt, krijgt binnen vijf werkdagen antwoord van een mens.",
      ],
    },
    en: {
      title: "Recruitment through neighbourhood organisations",
      summary: "The neighbourhood organisation makes the first contact with residents. Everybody who applies gets an answer from a human.",
      articles: [
        "The neighbourhood organisation makes the first contact with residents, and recruitment is open to all residents.",
        "Partners send vacancies at least ten working days before the closing date.",
        "Who applies, gets an answer from a human within five working days.",
      ],
    },
  },
  {
    key: "module",
    category: AgreementCategory.MODULE_CO_DESIGN,
    watchRules: [],
    nl: {
      title: "Instroombaan met module",
      summary: "Bij een instroombaan hoort een module die bedrijf en ROC samen maken.",
      articles: [
        "Een bedrijf dat een instroombaan aanbiedt, werkt samen met het ROC de bijpassende module uit.",
        "De module start pas als er voor iedere deelnemer een werkplek en een praktijkbegeleider is.",
        "Na afloop krijgt de deelnemer een praktijkverklaring of een certificaat, en een gesprek over de volgende stap.",
      ],
    },
    en: {
      title: "Entry job with a module",
      summary: "An entry job comes with a module that company and college make together.",
      articles: [
        "A company that offers an entry job works out the matching module together with the college.",
        "The module starts only when there is a workplace and a practical trainer for every participant.",
        "Afterwards the participant gets a practical statement or a certificate, and a talk about the next step.",
      ],
    },
  },
  {
    key: "deelopdrachten",
    category: AgreementCategory.PROCUREMENT,
    watchRules: [],
    nl: {
      title: "Lokale deelopdrachten",
      summary: "Bij grote opdrachten kijken we of een deel los kan, zodat kleine bedrijven uit de wijk mee kunnen doen.",
      articles: [
        "Bij elke aanbesteding boven € 200.000 bekijken we of een deel als losse deelopdracht kan.",
        "Deelopdrachten staan minstens drie weken open en zijn in gewone taal beschreven.",
        "Kleine bedrijven mogen samen inschrijven.",
      ],
    },
    en: {
      title: "Local part contracts",
      summary: "With large contracts we see whether a part can stand alone, so that small local companies can take part.",
      articles: [
        "With every tender above € 200,000 we see whether a part can be a contract of its own.",
        "Part contracts are open for at least three weeks and are described in plain words.",
        "Small companies may tender together.",
      ],
    },
  },
  {
    key: "huisbezoek",
    category: AgreementCategory.HOME_VISIT,
    watchRules: [{ article: 4, kind: WatchKind.REVIEW_EVERY, n: 6 }],
    nl: {
      title: "Gezamenlijke huisbezoeken en gegevens",
      summary: "Een huisbezoek is vrijwillig en aangekondigd. We leggen hier geen namen, adressen of bedragen vast.",
      articles: [
        "Een huisbezoek is vrijwillig, wordt aangekondigd en we laten onze pas zien.",
        "We leggen in dit systeem geen namen, adressen of bedragen vast.",
        "Bij het gesprek over geld is alleen het schuldhulpteam van de gemeente aanwezig; de corporatie helpt met het leggen van contact.",
        "Signalen gaan naar één ontvanger en worden negentig dagen na afsluiting verwijderd.",
      ],
    },
    en: {
      title: "Joint home visits and data",
      summary: "A home visit is voluntary and announced. We record no names, addresses or amounts here.",
      articles: [
        "A home visit is voluntary, is announced, and we show our pass.",
        "We record no names, addresses or amounts in this system.",
        "In the talk about money only the debt team of the municipality is present; the housing corporation helps to make contact.",
        "Signals go to one receiver and are removed ninety days after they are closed.",
      ],
    },
  },
  {
    key: "knelpunten",
    category: AgreementCategory.ESCALATION,
    watchRules: [{ article: 1, kind: WatchKind.BLOCKED_LONGER_THAN, n: 5 }],
    nl: {
      title: "Escalatie en knelpunten",
      summary: "Wat te lang vastzit, komt eerst op de agenda en dan bij de directies.",
      articles: [
        "Een taak die langer dan vijf werkdagen vastzit, komt als eerste op de agenda van het volgende overleg.",
        "Lukt het daar niet, dan beslissen de twee betrokken directies binnen tien werkdagen.",
        "We spreken elkaar eerst zelf aan voordat we opschalen.",
      ],
    },
    en: {
      title: "Escalation of what is stuck",
      summary: "What is stuck for too long comes first on the agenda, and then before the directors.",
      articles: [
        "A task that is stuck for more than five working days comes first on the agenda of the next meeting.",
        "If that does not help, the two directors concerned decide within ten working days.",
        "We speak with each other first before we escalate.",
      ],
    },
  },
];

/** The text of a template as Markdown, with numbered articles. */
export const templateText = ({ articles }: TemplateText): string => articles.map((article, index) => `${index + 1}. ${article}`).join("\n");
