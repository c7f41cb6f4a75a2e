/** A role that most coalitions have, in both languages. */
export interface RoleTemplateText {
  readonly key: string;
  readonly nameNl: string;
  readonly nameEn: string;
  readonly purposeNl: string;
  readonly purposeEn: string;
  readonly accountabilitiesNl: string[];
  readonly accountabilitiesEn: string[];
  readonly mandateNl: string;
  readonly mandateEn: string;
  readonly hoursPerWeek: number;
}

/** Standaardrollen voor een wijkaanpak. */
export const roleTemplates: readonly RoleTemplateText[] = [
  {
    key: "procesregisseur",
    nameNl: "Procesregisseur",
    nameEn: "Process director",
    purposeNl: "Zorgt dat partners afspraken maken, die nakomen en het zeggen als het niet lukt.",
    purposeEn: "Sees to it that partners make agreements, keep them, and say so when they cannot.",
    accountabilitiesNl: [
      "Bereidt het overleg voor en houdt het bord bij de tijd",
      "Spreekt partners aan op wat vastzit",
      "Brengt knelpunten naar wie erover beslist",
    ],
    accountabilitiesEn: [
      "Prepares the meeting and keeps the board up to date",
      "Asks partners about what is stuck",
      "Takes bottlenecks to who decides about them",
    ],
    mandateNl: "Mag de agenda van het overleg bepalen en een extra overleg beleggen.",
    mandateEn: "May set the agenda of the meeting and call an extra one.",
    hoursPerWeek: 16,
  },
  {
    key: "wijkregisseur",
    nameNl: "Wijkregisseur",
    nameEn: "Neighbourhood director",
    purposeNl: "Kent de wijk en legt verbanden tussen wat partners daar doen.",
    purposeEn: "Knows the neighbourhood and connects what partners do there.",
    accountabilitiesNl: ["Weet wat er speelt in de wijk", "Brengt taken die elkaar raken bij elkaar", "Is aanspreekpunt voor bewonersgroepen"],
    accountabilitiesEn: ["Knows what goes on in the neighbourhood", "Brings tasks together that touch each other", "Is the contact for groups of residents"],
    mandateNl: "Mag nieuwe taken op het bord van de wijk zetten en partners vragen om ze te trekken.",
    mandateEn: "May put new tasks on the board of the neighbourhood and ask partners to lead them.",
    hoursPerWeek: 24,
  },
  {
    key: "leerwerkcoordinator",
    nameNl: "Leerwerkcoördinator",
    nameEn: "Learning and work coordinator",
    purposeNl: "Brengt opleidingen en werkplekken in de wijk bij elkaar.",
    purposeEn: "Brings training and places to work in the neighbourhood together.",
    accountabilitiesNl: ["Maakt met bedrijven korte modules", "Houdt bij hoeveel plekken er zijn", "Zorgt dat ieder leerwerktraject een begeleider heeft"],
    accountabilitiesEn: ["Makes short modules with companies", "Keeps count of the places", "Sees to it that every route has a mentor"],
    mandateNl: "Mag met een bedrijf afspreken wanneer een module begint.",
    mandateEn: "May agree with a company when a module starts.",
    hoursPerWeek: 12,
  },
  {
    key: "werfcoordinator",
    nameNl: "Werfcoördinator",
    nameEn: "Works coordinator",
    purposeNl: "Stemt het werk aan huizen en straten af met de wijk.",
    purposeEn: "Tunes works on homes and streets with the neighbourhood.",
    accountabilitiesNl: ["Meldt werkzaamheden op tijd", "Wijst een vast contact voor bewoners aan", "Meldt werk dat in de wijk kan blijven"],
    accountabilitiesEn: ["Announces works in time", "Names a fixed contact for residents", "Reports work that can stay in the neighbourhood"],
    mandateNl: "Mag de planning op de werf met hooguit een week schuiven.",
    mandateEn: "May move the planning of the works by at most a week.",
    hoursPerWeek: 16,
  },
  {
    key: "wervingscoordinator",
    nameNl: "Wervingscoördinator",
    nameEn: "Recruitment coordinator",
    purposeNl: "Zorgt dat alle inwoners weten welk werk er is en dat wie zich meldt antwoord krijgt.",
    purposeEn: "Sees to it that all residents know what work there is and that who applies gets an answer.",
    accountabilitiesNl: [
      "Doet met buurtorganisaties het eerste contact",
      "Bewaakt dat iedereen binnen de afgesproken tijd antwoord krijgt",
      "Telt bereik en aanmeldingen, zonder namen",
    ],
    accountabilitiesEn: [
      "Makes first contact with community organisations",
      "Watches that everybody gets an answer in the agreed time",
      "Counts reach and applications, without names",
    ],
    mandateNl: "Mag bepalen waar en wanneer er geworven wordt.",
    mandateEn: "May decide where and when to recruit.",
    hoursPerWeek: 12,
  },
  {
    key: "coordinatorHuisbezoeken",
    nameNl: "Coördinator huisbezoeken",
    nameEn: "Home visits coordinator",
    purposeNl: "Zorgt dat gezamenlijke huisbezoeken vrijwillig, aangekondigd en zorgvuldig zijn.",
    purposeEn: "Sees to it that joint home visits are voluntary, announced and careful.",
    accountabilitiesNl: [
      "Plant de rondes en verdeelt de bezoeken",
      "Bewaakt de afspraak over huisbezoeken en gegevens",
      "Zorgt dat een signaal bij één ontvanger komt",
    ],
    accountabilitiesEn: [
      "Plans the rounds and divides the visits",
      "Watches the agreement about home visits and data",
      "Sees to it that a signal reaches one recipient",
    ],
    mandateNl: "Mag een ronde uitstellen of stoppen.",
    mandateEn: "May postpone or stop a round.",
    hoursPerWeek: 8,
  },
  {
    key: "beheerderInformatiepunt",
    nameNl: "Beheerder informatiepunt",
    nameEn: "Information point keeper",
    purposeNl: "Houdt het informatiepunt in de wijk open, gastvrij en actueel.",
    purposeEn: "Keeps the information point in the neighbourhood open, welcoming and up to date.",
    accountabilitiesNl: ["Is er op de afgesproken uren", "Zorgt dat berichten en vacatures kloppen", "Wijst mensen de weg naar wie hen verder helpt"],
    accountabilitiesEn: ["Is there at the agreed hours", "Sees to it that notices and vacancies are right", "Shows people the way to who can help them"],
    mandateNl: "Mag berichten plaatsen en weghalen.",
    mandateEn: "May put up and take down notices.",
    hoursPerWeek: 12,
  },
  {
    key: "contactAanbestedingen",
    nameNl: "Contactpersoon aanbestedingen",
    nameEn: "Procurement contact",
    purposeNl: "Maakt dat kleine bedrijven uit de wijk mee kunnen doen aan aanbestedingen.",
    purposeEn: "Makes it possible for small local companies to take part in tenders.",
    accountabilitiesNl: ["Meldt aanbestedingen vroeg bij de partners", "Bekijkt of een deel als losse opdracht kan", "Beantwoordt vragen van kleine bedrijven"],
    accountabilitiesEn: ["Tells partners early about tenders", "Looks whether a part can be a separate assignment", "Answers questions of small companies"],
    mandateNl: "Mag partners uitnodigen om mee te denken over een deelopdracht.",
    mandateEn: "May invite partners to think along about a part of a tender.",
    hoursPerWeek: 6,
  },
  {
    key: "dataPrivacy",
    nameNl: "Data- en privacycontact",
    nameEn: "Data and privacy contact",
    purposeNl: "Zorgt dat de coalitie niet meer vastlegt dan nodig en dat iedereen weet wie erbij mag.",
    purposeEn: "Sees to it that the coalition records no more than needed and that all know who may see it.",
    accountabilitiesNl: ["Kijkt mee bij afspraken over gegevens", "Meldt tekst die weg moet", "Is aanspreekpunt bij een datalek"],
    accountabilitiesEn: ["Looks along at agreements about data", "Reports text that must go", "Is the contact when data leak"],
    mandateNl: "Mag vragen om een tekst direct weg te halen.",
    mandateEn: "May ask to take a text away at once.",
    hoursPerWeek: 4,
  },
];
