import type { Services } from "../services.ts";
import { doctor } from "./doctor.ts";
import type { CommandName, Commands, Hooks } from "./protocol.ts";
import { CommandRefused, problemSentence } from "./refusalSentence.ts";
import { generateDemo } from "../demo/generateDemo.ts";
import { resetDemo } from "../demo/reset.ts";

type Run<Name extends CommandName> = (
  services: Services,
  options: Commands[Name]["options"],
  input: AsyncIterable<Uint8Array>,
  hooks: Hooks,
) => Promise<Commands[Name]["answer"]>;

const phases = { READING: "reading", CHECKING: "checking" } as const;

/** What each command does. */
export const commands: { readonly [Name in CommandName]: Run<Name> } = {
  "import areas": ({ areas }, options, input, { progress, signal }) =>
    areas.run(input, { ...options, signal, progress: (done, total) => progress({ phase: "writing", done, total }) }),

  async "import trello"({ imports }, { dryRun, ...options }, input, { progress, signal }) {
    const heard = (phase: keyof typeof phases, done: number, total: number) => progress({ phase: phases[phase], done, total });
    const { id, report } = await imports.prepare(input, { ...options, actor: null, signal, progress: heard });
    if (dryRun || signal.aborted) {
      await imports.cancel(id);
      signal.throwIfAborted();
      return report;
    }
    progress({ phase: "landing", done: 0, total: 1 });
    await imports.land(id, null);
    progress({ phase: "landing", done: 1, total: 1 });
    return report;
  },

  "demo reset": (services) => resetDemo(services),
  "demo generate": (services, options, _input, { progress }) => generateDemo(services, options, (done, total) => progress({ phase: "writing", done, total })),
  async "create-coalition"({ coalitions }, options) {
    const outcome = await coalitions.create(options);
    if ("problem" in outcome) throw new CommandRefused(problemSentence(outcome.problem));
    return { slug: options.slug, id: outcome.objectId };
  },
  doctor: (services) => doctor(services),
};

/** Runs a command by name. */
export function runCommand<Name extends CommandName>(
  services: Services,
  name: Name,
  options: Commands[Name]["options"],
  input: AsyncIterable<Uint8Array>,
  hooks: Hooks,
): Promise<Commands[Name]["answer"]> {
  return commands[name](services, options, input, hooks);
}
