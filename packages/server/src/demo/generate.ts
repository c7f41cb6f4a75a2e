import { AccessRole, AreaLevel, Capability, OrganisationKind, Priority, TaskState, WorkingStyle } from "@wijkbord/schema";
import { advises, asked, defaultColumns, helps, knows, leadsAndDoes, says, steps, task } from "./data/builders.ts";
import { programmeThemes } from "./data/themes.ts";
import type { DemoActionLine, DemoArea, DemoAssignment, DemoCoalition, DemoOrganisation, DemoPerson, DemoTask } from "./data/types.ts";
import { createRandom, type Random } from "./random.ts";

export interface GenerateOptions {
  seed: number;
  tasks: number;
  partners: number;
  boards: number;
}

const verbs = ["Voorbereiden", "Plannen", "Uitwerken", "Bespreken", "Regelen", "Nakijken"] as const;
const subjects = ["wervingsavond", "leerbaan", "isolatie", "schilderwerk", "spreekuur", "proefles", "looproute"] as const;
const states = [TaskState.PROPOSED, TaskState.AGREED, TaskState.IN_PROGRESS, TaskState.BLOCKED, TaskState.DONE] as const;
const priorities = [Priority.LOW, Priority.NORMAL, Priority.HIGH] as const;
const kinds = [OrganisationKind.HOUSING_CORPORATION, OrganisationKind.CONTRACTOR, OrganisationKind.COMMUNITY_ORG] as const;
const surnames = ["Voorbeeld", "Demo", "Fictief"] as const;
const themeKeys = ["werk", "onderwijs", "wonen", "veiligheid", "gezondheid", "samenhang", "energie"] as const;
const municipalityCode = "GM9999";

function districtCode(index: number): string {
  return `WK9999${index.toString(36).toUpperCase().padStart(2, "0")}`;
}

function threeLetters(index: number): string {
  return [676, 26, 1].map((unit) => String.fromCharCode(65 + (Math.floor(index / unit) % 26))).join("");
}

function organisation(index: number, random: Random): DemoOrganisation {
  return {
    key: `o${index}`,
    name: `Partner ${index + 1} (demo)`,
    shortName: `Partner ${index + 1}`,
    letters: threeLetters(index),
    kind: index === 0 ? OrganisationKind.MUNICIPALITY : random.pick(kinds),
    colourIndex: index % 12,
    parent: null,
    partner: true,
  };
}

/** People of two generated coalitions are different people. */
const personKey = (seed: number, index: number) => `lid-${seed}-${index + 1}`;

function person(index: number, seed: number, random: Random): DemoPerson {
  const accessRole = index === 0 ? AccessRole.COALITION_COORDINATOR : AccessRole.PARTNER_COORDINATOR;
  return {
    key: personKey(seed, index),
    displayName: `Lid ${index + 1} ${random.pick(surnames)}`,
    email: `lid${index + 1}-${seed}@partner${index + 1}.example`,
    memberships: [{ organisation: `o${index}`, accessRole, capabilities: [Capability.SIGN] }],
  };
}

function letters(random: Random, organisations: string[]): DemoAssignment[] {
  const [first, second, third, fourth] = random.sample(organisations, 4);
  const maybe = (assignment: DemoAssignment) => (random.chance(0.2) ? asked(assignment) : assignment);
  return [
    ...(first === undefined || random.chance(0.1) ? [] : leadsAndDoes(first)),
    ...(second === undefined ? [] : [maybe(helps(second))]),
    ...(third === undefined ? [] : [maybe(advises(third))]),
    ...(fourth === undefined ? [] : [knows(fourth)]),
  ];
}

function generatedTask(index: number, seed: number, random: Random, organisations: string[]): DemoTask {
  const state = random.pick(states);
  const people = organisations.length;
  return task({
    key: `t${index}`,
    title: `${random.pick(verbs)}: ${random.pick(subjects)} ${index + 1}`,
    description: random.chance(0.5) ? "Gemaakt om mee te meten. Deze taak bestaat niet echt." : "",
    state,
    theme: random.pick(themeKeys),
    actionLine: random.chance(0.5) ? "meten" : null,
    dueInDays: random.chance(0.7) ? random.below(60) - 15 : null,
    priority: random.pick(priorities),
    blockedReason: state === TaskState.BLOCKED ? "Wacht op een andere partner" : null,
    labels: random.chance(0.3) ? [random.pick(subjects)] : [],
    checklist: random.chance(0.4) ? steps(random.below(4), "Beginnen", "Overleggen", "Afronden") : [],
    assignments: letters(random, organisations),
    comments: people > 0 && random.chance(0.3) ? [says(personKey(seed, random.below(people)), "Dit is een reactie in de proefgegevens.")] : [],
  });
}

/** A fictional coalition of any size, the same for the same options; `seed` also stands in its address. */
export function generateCoalition({ seed, tasks, partners, boards }: GenerateOptions): DemoCoalition {
  if (partners < 1 || boards < 1 || boards > 36 ** 2) throw new RangeError("A coalition needs 1 partner and 1–1296 boards.");
  const random = createRandom(seed);
  const range = (length: number) => Array.from({ length }, (_, index) => index);
  const organisations = range(partners).map((index) => organisation(index, random));
  const keys = organisations.map((each) => each.key);
  const area = (code: string, level: AreaLevel, name: string, parentCode: string | null): DemoArea => {
    return { code, level, name, year: 2024, parentCode, memberCodes: [] };
  };
  const people = range(partners).map((index) => person(index, seed, random));
  const allTasks = range(tasks).map((index) => generatedTask(index, seed, random, keys));
  const actionLine: DemoActionLine = {
    key: "meten",
    title: "Meten met veel taken",
    whatWeDo: "We maken veel taken en veranderen ze.",
    soThat: "we weten hoe het bord zich houdt als het druk is",
    expectedImpact: "Een bord dat snel blijft.",
    theme: "werk",
    connectedThemes: ["samenhang"],
    lead: "o0",
  };
  return {
    key: `proef-${seed}`,
    name: `Proefcoalitie ${seed}`,
    slug: `proef-${seed}`,
    taskPrefix: "PR",
    municipalityCode,
    areas: [
      area(municipalityCode, AreaLevel.MUNICIPALITY, "Proefgemeente", null),
      ...range(boards).map((index) => area(districtCode(index), AreaLevel.DISTRICT, `Proefwijk ${index + 1}`, municipalityCode)),
    ],
    themes: programmeThemes,
    organisations,
    people,
    actionLines: [actionLine],
    boards: range(boards).map((index) => ({
      areaCode: districtCode(index),
      title: `Wijkbord Proefwijk ${index + 1}`,
      style: WorkingStyle.LIGHT,
      columns: defaultColumns(),
      tasks: allTasks.filter((_, position) => position % boards === index),
    })),
  };
}
