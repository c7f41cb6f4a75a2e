import { basename } from "node:path";
import { OrganisationKind } from "@wijkbord/schema";
import { Command, InvalidArgumentError, Option } from "commander";
import { readMemberMap } from "../imports/trello/mapFile.ts";
import { readStates } from "../imports/trello/stateChoices.ts";
import type { Request } from "./protocol.ts";

/** A check of an exported agreement, which needs no hub and no database. */
export interface VerifyAsked {
  readonly name: "verify-agreement";
  readonly file: string;
  readonly key: string;
  readonly json: boolean;
}
/** Work on the data of a hub. */
export type HubAsked = Request & { readonly file: string | null; readonly dryRun: boolean; readonly json: boolean };
/** What a command line asks. */
export type Asked = HubAsked | VerifyAsked;

/** What the program needs of the outside. */
export interface Outside {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly readText: (file: string) => string;
  readonly exists: (file: string) => boolean;
}

function wholeNumber(lowest: number, highest: number) {
  return (text: string): number => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < lowest || number > highest) throw new InvalidArgumentError(`A whole number from ${lowest} to ${highest} is meant.`);
    return number;
  };
}

function coordinator(text: string): { displayName: string; email: string } {
  const [, displayName, email] = /^\s*(.+?)\s*<\s*([^<>\s]+@[^<>\s]+)\s*>\s*$/.exec(text) ?? [];
  if (!displayName || !email) throw new InvalidArgumentError('Write it as "Name <name@example.nl>".');
  return { displayName, email };
}

const dryRun = () => new Option("--dry-run", "say what would happen and change nothing").default(false);
const json = () => new Option("--json", "answer in JSON").default(false);

/** Builds the program; `run` gets what was asked. */
export function program(outside: Outside, run: (asked: Asked) => void): Command {
  const root = new Command("wijkbord")
    .description("Work on the data of a hub. While the hub runs, it does the work itself and boards change live.")
    .configureOutput({ writeOut: outside.out, writeErr: outside.err })
    .exitOverride()
    .showHelpAfterError("(add --help for help)")
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 1 refused (nothing was changed), 2 wrong usage, 130 stopped.\nThe settings DATA_DIR and DATABASE_URL say which hub is meant.",
    );
  const under = (parent: Command, name: string, description: string) =>
    parent.command(name).description(description).exitOverride().showHelpAfterError("(add --help for help)");

  const imports = under(root, "import", "bring in files of others");
  under(imports, "areas", "names, figures and outlines of CBS: key figures (CSV) or boundaries (GeoJSON)")
    .argument("<file>", "the file of CBS")
    .option("--year <year>", "year of the figures, when the file name does not say it", wholeNumber(1995, 2100))
    .addOption(dryRun())
    .addOption(json())
    .action((file: string, options: { year?: number; dryRun: boolean; json: boolean }) => {
      const { year = null, dryRun: only, json: asJson } = options;
      run({ name: "import areas", options: { fileName: basename(file), year, dryRun: only }, file, dryRun: only, json: asJson });
    });
  under(imports, "trello", "a board that was exported from Trello as JSON")
    .argument("<file>", "the export")
    .requiredOption("--board <board>", "area code, title or id of the board; an area without a board gets one")
    .requiredOption("--coalition <slug>", "coalition, as in its address")
    .option("--map <file>", "who belongs to which organisation: CSV or JSON with member, organisation and person")
    .option("--states <states>", 'state of lists: "Doing=IN_PROGRESS,Done=klaar", or a JSON or CSV file')
    .option("--as <organisation>", "organisation that the imported texts belong to; else that of the coordinator")
    .addOption(dryRun())
    .addOption(json())
    .addHelpText(
      "after",
      "\nStates: PROPOSED, AGREED, IN_PROGRESS, IN_REVIEW, BLOCKED, DONE, or te verdelen, afgesproken, bezig, controle, wacht op partner, klaar.\nLists without a chosen state get one from their name; --dry-run shows which.",
    )
    .action((file: string, options: { board: string; coalition: string; map?: string; states?: string; as?: string; dryRun: boolean; json: boolean }) => {
      const { board, coalition, map, states, as: owner = null, dryRun: only, json: asJson } = options;
      const members = map === undefined ? [] : readMemberMap(outside.readText(map), basename(map));
      const chosen =
        states === undefined ? {} : outside.exists(states) ? readStates(outside.readText(states), basename(states)) : readStates(states, "--states");
      run({ name: "import trello", options: { coalition, board, members, states: chosen, owner, dryRun: only }, file, dryRun: only, json: asJson });
    });

  const demo = under(root, "demo", "fictional coalitions to try and to measure with");
  under(demo, "reset", "make the demo as on the first day; generated coalitions go and demo sessions end")
    .addOption(json())
    .action((options: { json: boolean }) => run({ name: "demo reset", options: {}, file: null, dryRun: false, json: options.json }));
  under(demo, "generate", "make a large fictional coalition, the same for the same numbers")
    .option("--tasks <number>", "tasks", wholeNumber(0, 50_000), 1000)
    .option("--partners <number>", "organisations", wholeNumber(1, 500), 40)
    .option("--events <number>", "entries in the log", wholeNumber(0, 2_000_000), 100_000)
    .option("--boards <number>", "boards", wholeNumber(1, 1000), 1)
    .option("--seed <number>", "another seed makes another coalition", wholeNumber(0, 4_294_967_295), 1)
    .addOption(json())
    .action(({ json: asJson, ...size }: { tasks: number; partners: number; events: number; boards: number; seed: number; json: boolean }) => {
      run({ name: "demo generate", options: size, file: null, dryRun: false, json: asJson });
    });

  under(root, "create-coalition", "make a coalition with its first organisation and coordinator")
    .requiredOption("--name <name>", "name of the coalition")
    .requiredOption("--slug <slug>", "name in addresses, chosen once")
    .requiredOption("--prefix <letters>", "2–4 capitals in front of task numbers, chosen once")
    .requiredOption("--municipality <code>", "CBS code, such as GM0518")
    .requiredOption("--organisation <name>", "first organisation")
    .option("--short-name <name>", "short name of that organisation")
    .addOption(new Option("--kind <kind>", "kind of that organisation").choices(Object.values(OrganisationKind)).default(OrganisationKind.MUNICIPALITY))
    .requiredOption("--coordinator <person>", 'first coordinator: "Name <name@example.nl>"', coordinator)
    .option("--time-zone <zone>", "IANA time zone", "Europe/Amsterdam")
    .addOption(json())
    .action(
      (options: {
        name: string;
        slug: string;
        prefix: string;
        municipality: string;
        organisation: string;
        shortName?: string;
        kind: OrganisationKind;
        coordinator: ReturnType<typeof coordinator>;
        timeZone: string;
        json: boolean;
      }) => {
        const { name, slug, prefix, municipality, organisation, shortName, kind, coordinator: person, timeZone } = options;
        const first = { name: organisation, shortName: shortName ?? organisation.slice(0, 24), kind };
        const wanted = { name, slug, taskPrefix: prefix, municipalityCode: municipality, timeZone, organisation: first, coordinator: person };
        run({ name: "create-coalition", options: wanted, file: null, dryRun: false, json: options.json });
      },
    );
  under(root, "verify-agreement", "check an exported agreement without the hub: its text, the chain of answers and the signature")
    .argument("<file>", "the export (JSON)")
    .requiredOption("--key <file>", "public key of the hub: the answer of /.well-known/wijkbord-key, saved beforehand")
    .addOption(json())
    .action((file: string, { key, json: asJson }: { key: string; json: boolean }) => run({ name: "verify-agreement", file, key, json: asJson }));
  under(root, "doctor", "look whether database and log are whole")
    .addOption(json())
    .action((options: { json: boolean }) => run({ name: "doctor", options: {}, file: null, dryRun: false, json: options.json }));
  return root;
}
