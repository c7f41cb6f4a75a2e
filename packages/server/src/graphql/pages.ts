import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import files from "@fastify/static";
import { ErrorCode } from "@wijkbord/schema";
import type { FastifyInstance } from "fastify";
import type { Access } from "./access.ts";
import { coded } from "./errors.ts";
import { sendErrors } from "./graphqlRoute.ts";
import type { Transport } from "./transport.ts";

const hubName = "Wijkbord";
/** Addresses of GraphiQL, Dutch and English. */
export const explorerPaths = ["/graphiql", "/en/graphiql"];
/** Numbers of tasks and agreements, as they stand in addresses (`/zuidwest/taken/ZW-117`). */
const numbered = /^\/(?:en\/)?[a-z0-9-]+\/(?:taken|afspraken)\/([A-Z]{2,4}-\d{1,7})$/;

/** What a link shows elsewhere: the number it holds and the name of the hub, the same whether it exists or not. */
export function previewOf(path: string, access: Access): string {
  const number = numbered.exec(path)?.[1];
  const title = number ? `${number} · ${hubName}` : hubName;
  return [
    `<meta property="og:site_name" content="${hubName}">`,
    `<meta property="og:title" content="${title}">`,
    `<meta property="og:type" content="website">`,
    `<meta property="og:image" content="${access.publicUrl}/icon.svg">`,
    `<meta name="robots" content="noindex, nofollow">`,
    `<meta name="referrer" content="same-origin">`,
  ].join("");
}

/** The web app: files with a hash in their name for ever, its page never kept; every address of the app is that page. */
export async function webPages(app: FastifyInstance, transport: Transport, webRoot: string): Promise<void> {
  const page = (name: string) => (existsSync(join(webRoot, name)) ? readFileSync(join(webRoot, name), "utf8") : null);
  const index = webRoot === "" ? null : page("index.html");
  const explorer = webRoot === "" ? null : page("graphiql.html");
  const missing = coded(ErrorCode.NOT_FOUND, "There is nothing at this address.", 404);
  if (index !== null) {
    await app.register(files, {
      root: webRoot,
      index: false,
      wildcard: false,
      preCompressed: true,
      cacheControl: false,
      allowedPath: (path) => !path.endsWith(".html"),
      setHeaders(reply, path) {
        reply.header("Cache-Control", path.includes("/assets/") ? "public, max-age=31536000, immutable" : "public, max-age=3600");
      },
    });
  }
  for (const path of explorer === null ? [] : explorerPaths) {
    app.get(path, (_request, reply) => reply.type("text/html; charset=utf-8").send(explorer));
  }
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = (request.method === "GET" || request.method === "HEAD") && (request.headers.accept ?? "*/*").match(/text\/html|\*\/\*/) !== null;
    const path = request.url.split("?")[0] ?? "/";
    if (index === null || !wantsPage || /\.[a-z0-9]{2,5}$/i.test(path)) return sendErrors(reply, transport, [missing], 404);
    const html = index.replace("</head>", () => `${previewOf(path, transport.access)}</head>`);
    return reply.type("text/html; charset=utf-8").send(html);
  });
}
