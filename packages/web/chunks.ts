import { dirname, join } from "node:path";
import { parseSync } from "oxc-parser";

/** What the bundler tells about a module. */
interface Module {
  readonly code: string | null;
  readonly exports: readonly string[];
  readonly importedIds: readonly string[];
  readonly dynamicallyImportedIds: readonly string[];
}
interface Graph {
  getModuleInfo(id: string): Module | null;
}
type ChunkOf = (id: string) => string | null;

const src = (file: string): string => join(import.meta.dirname, "src", file);
/** Modules that only pass on what others hold: of these a page needs no more than it names. */
const passesOn = /schema\/src\/index\.ts$|generated\/operations\.ts$|lucide-react\.mjs$/;
/** The bundler itself divides libraries well. */
const isLibrary = (id: string): boolean => id.includes("/node_modules/") && !id.includes("/lucide-react/");
/** Loads what is loaded later; all pages have it. */
const isLoader = (id: string): boolean => id.includes("vite/preload-helper");
/** Pages without the menus of a coalition. */
const isOutside = (id: string): boolean => /(?:AllTodayPage|GuestPage|BeginPage|InvitationPage)\.tsx$/.test(id);

/** Finds what loads together with a module. */
class Reach {
  readonly #graph: Graph;
  readonly #passed = new Map<string, ReadonlyMap<string, string>>();

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  of(ids: readonly string[], seen = new Set<string>()): ReadonlySet<string> {
    for (const id of ids) {
      if (seen.has(id) || isLibrary(id)) continue;
      seen.add(id);
      this.of(this.#needs(id), seen);
    }
    return seen;
  }

  #needs(id: string): readonly string[] {
    const { importedIds = [], code } = this.#graph.getModuleInfo(id) ?? {};
    const passing = importedIds.filter((each) => passesOn.test(each));
    if (passing.length === 0 || !code) return importedIds;
    const imports = parseSync("module.js", code).module.staticImports.flatMap(({ entries }) => entries);
    const named = passing.flatMap((each) => imports.flatMap(({ importName: { name } }) => this.#heldBy(each).get(name ?? "") ?? []));
    return [...importedIds.filter((each) => !passing.includes(each)), ...named];
  }

  /** The module that holds each name that this one passes on. */
  #heldBy(id: string): ReadonlyMap<string, string> {
    const known = this.#passed.get(id);
    if (known) return known;
    const held = new Map<string, string>();
    const { code } = this.#graph.getModuleInfo(id) ?? {};
    for (const { moduleRequest, exportName } of parseSync("module.js", code ?? "").module.staticExports.flatMap(({ entries }) => entries)) {
      if (!moduleRequest) continue;
      const holder = join(dirname(id), moduleRequest.value);
      const names = exportName.name === null ? this.#graph.getModuleInfo(holder)?.exports : [exportName.name];
      for (const name of names ?? []) held.set(name, holder);
    }
    this.#passed.set(id, held);
    return held;
  }
}

/** Each group needs only itself and the groups before it: base, app, start, outside, frame, board. */
function chunksOf(graph: Graph): ChunkOf {
  const reach = new Reach(graph);
  const pages = graph.getModuleInfo(src("routes.tsx"))?.dynamicallyImportedIds ?? [];
  const boardPages = [src("tasks/BoardPage.tsx"), src("tasks/TaskSlot.tsx")];
  const tools = reach.of([src("graphiql/main.tsx")]);
  const app = reach.of([src("main.tsx")]);
  const start = reach.of([src("accounts/StartPage.tsx")]);
  const outside = reach.of(pages.filter(isOutside));
  const frame = reach.of([src("coalitions/CoalitionFrame.tsx"), src("coalitions/Layouts.tsx")]);
  const board = reach.of(boardPages.slice(0, 1));
  const others = reach.of(pages.filter((id) => !boardPages.includes(id)));
  const alone = new Set([src("main.tsx"), ...pages]);
  return (id) => {
    if (isLoader(id)) return "base";
    if (alone.has(id) || isLibrary(id) || passesOn.test(id)) return null;
    if (!app.has(id) && !frame.has(id) && !board.has(id)) return null;
    if (tools.has(id)) return "base";
    if (app.has(id)) return "app";
    if (start.has(id)) return "start";
    if (outside.has(id)) return "outside";
    return frame.has(id) || others.has(id) ? "frame" : "board";
  };
}

/** Puts the modules of the first views in a few files: each file is a request, and is compressed by itself. */
export function firstViews(): {
  readonly debugName: string;
  readonly includeDependenciesRecursively: false;
  readonly name: (id: string, graph: Graph) => string | null;
} {
  let chunkOf: ChunkOf | null = null;
  return {
    debugName: "first views",
    includeDependenciesRecursively: false,
    name: (id, graph) => (chunkOf ??= chunksOf(graph))(id),
  };
}
