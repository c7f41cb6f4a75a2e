import type { FastifyInstance } from "fastify";
import type { Access } from "./access.ts";
import { explorerPaths } from "./pages.ts";

const policy = (directives: Record<string, string>) =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");

const page = {
  "default-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' data:",
  "font-src": "'self'",
  "connect-src": "'self'",
  "worker-src": "'self'",
  "object-src": "'none'",
  "frame-ancestors": "'none'",
  "base-uri": "'none'",
  "form-action": "'self'",
};
/** The explorer builds its editor with style elements, fonts in data and workers in blobs. */
const explorer = {
  ...page,
  "style-src": "'self' 'unsafe-inline'",
  "font-src": "'self' data:",
  "worker-src": "'self' blob:",
};

/** What browsers must hold to, on every answer. */
export function securityHeaders(app: FastifyInstance, access: Access): void {
  app.addHook("onSend", async (request, reply) => {
    const socket = access.publicUrl.replace(/^http/, "ws");
    const rules = explorerPaths.includes(request.url.split("?")[0] ?? "") ? explorer : page;
    reply.header("Content-Security-Policy", policy({ ...rules, "connect-src": `'self' ${socket}` }));
    reply.header("X-Content-Type-Options", "nosniff");
    reply.header("X-Frame-Options", "DENY");
    reply.header("Referrer-Policy", "same-origin");
    reply.header("Cross-Origin-Opener-Policy", "same-origin");
    reply.header("Cross-Origin-Resource-Policy", "same-origin");
    reply.header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    if (access.secure) reply.header("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
    if (!reply.hasHeader("cache-control")) reply.header("Cache-Control", "no-store");
  });
}
