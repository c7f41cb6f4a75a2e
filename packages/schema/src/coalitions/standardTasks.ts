/** A task that most coalitions begin with, in both languages. */
export interface StandardTask {
  /** Key of one of the themes that a coalition begins with. */
  readonly theme: string;
  readonly nl: string;
  readonly en: string;
}

/** The tasks of a standaard wijkaanpak, as proposals: nobody leads them yet. */
export const standardTasks: readonly StandardTask[] = [
  { theme: "samenhang", nl: "Eerste overleg plannen met alle partners", en: "Plan the first meeting with all partners" },
  { theme: "samenhang", nl: "Kennismaken met bewonersgroepen in de wijk", en: "Get to know residents' groups in the neighbourhood" },
  { theme: "samenhang", nl: "Plek in de wijk kiezen voor overleg en spreekuur", en: "Choose a place in the neighbourhood for meetings and consultation" },
  { theme: "werk", nl: "Lijst maken van leerbanen en werkplekken bij partners", en: "List training jobs and places to work at partners" },
  { theme: "werk", nl: "Wervingsavond in het buurthuis voorbereiden", en: "Prepare a recruitment evening in the community centre" },
  { theme: "onderwijs", nl: "Korte module uitwerken met school en bedrijf", en: "Work out a short module with school and company" },
  { theme: "onderwijs", nl: "Begeleiders vinden voor leerlingen in de wijk", en: "Find mentors for learners in the neighbourhood" },
  { theme: "wonen", nl: "Onderhoud van dit jaar op een rij zetten", en: "List the maintenance of this year" },
  { theme: "energie", nl: "Straten kiezen voor isolatie en energiehulp", en: "Choose streets for insulation and help with energy" },
  { theme: "veiligheid", nl: "Wijkschouw houden met bewoners", en: "Walk through the neighbourhood with residents" },
  { theme: "gezondheid", nl: "Beweegaanbod en eettafels in beeld brengen", en: "Map sports and shared meals in the neighbourhood" },
  { theme: "samenhang", nl: "Afspreken hoe we het bord elke week bijhouden", en: "Agree how we keep the board up to date every week" },
];
