/** What partners of the demo say under a task; each at most once per task. */
export const remarks: readonly string[] = [
  "Wij hebben dit vanmorgen besproken en gaan verder.",
  "Ik bel morgen met de collega's in de wijk en laat het weten.",
  "Dit loopt goed. Donderdag is de volgende stap af.",
  "Kan iemand meekijken naar de planning?",
  "We hebben nog twee vrijwilligers gevonden die willen helpen.",
  "De ruimte in het buurthuis is vrij op dinsdagmiddag.",
  "Er kwamen gisteren zes mensen langs. Mooi begin.",
  "Ik zet dit op de lijst voor het volgende overleg.",
];

/** Steps that partners of the demo add; each at most once per task. */
export const newSteps: readonly string[] = [
  "Datum prikken met de partners",
  "Ruimte reserveren",
  "Tekst voor de flyer nakijken",
  "Terugkoppelen aan de bewoners",
  "Planning delen",
];
