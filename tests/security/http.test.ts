import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestHub } from "../harness/hub.ts";
import { bearer, raw, tokenOf } from "../harness/raw.ts";
import { databaseKind, freshDatabase } from "../harness/store.ts";

let hub: Hub;
let port: string;
let token: string;
const webRoot = mkdtempSync(join(tmpdir(), "wijkbord-web-"));
const me = { query: "{ me { displayName } }" };

beforeAll(async () => {
  mkdirSync(join(webRoot, "assets"));
  writeFileSync(join(webRoot, "index.html"), "<html><head><title>Wijkbord</title></head><body></body></html>");
  writeFileSync(join(webRoot, "graphiql.html"), "<html><head></head><body>explorer</body></html>");
  writeFileSync(join(webRoot, "assets/app-1234.js"), "console.log(1)");
  writeFileSync(join(webRoot, "assets/app-1234.js.br"), brotliCompressSync("console.log(1)"));
  hub = await startTestHub({ METRICS_TOKEN: "a-token-of-at-least-24-characters" }, { webRoot });
  port = new URL(hub.url).port;
  token = await tokenOf(hub.url, "fenna");
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
  rmSync(webRoot, { recursive: true });
});

const graphql = (headers: Record<string, string>, body: unknown = me) => raw(`${hub.url}/graphql`, { body, headers });
const person = { me: { displayName: "Fenna Voorbeeld" } };

test("T6-01 pages of the hub use the cookie, on every loopback name with the real port", async () => {
  const cookie = `wijkbord-session=${token}`;
  for (const origin of [`http://localhost:${port}`, `http://127.0.0.1:${port}`, `http://[::1]:${port}`]) {
    expect((await graphql({ cookie, origin })).data).toEqual(person);
  }
  const foreign = await graphql({ cookie, origin: "https://evil.example" });
  expect([foreign.status, ...foreign.codes]).toEqual([403, "FORBIDDEN"]);
  expect((await graphql({ cookie, origin: `http://localhost:${Number(port) + 1}` })).status).toBe(403);
  expect((await graphql({ cookie, origin: "null" })).status).toBe(403);
});

test("T6-02 without Origin a cookie gives no rights, a bearer does", async () => {
  expect((await graphql({ cookie: `wijkbord-session=${token}` })).codes).toEqual(["UNAUTHENTICATED"]);
  expect((await graphql({ ...bearer(token) })).data).toEqual(person);
});

test("T6-03 a GET of another site reads nothing, one of the own page does", async () => {
  const address = `${hub.url}/graphql?query=${encodeURIComponent("{ me { displayName } }")}`;
  const cookie = `wijkbord-session=${token}`;
  const preflighted = { "apollo-require-preflight": "1" };
  const own = await raw(address, { headers: { cookie, "sec-fetch-site": "same-origin", ...preflighted } });
  expect(own.data).toEqual(person);
  const cross = await raw(address, { headers: { cookie, "sec-fetch-site": "cross-site", ...preflighted } });
  expect(cross.codes).toEqual(["UNAUTHENTICATED"]);
  const navigation = await raw(address, { headers: { cookie, "sec-fetch-site": "same-origin" } });
  expect([navigation.status, ...navigation.codes]).toEqual([400, "BAD_USER_INPUT"]);
  const change = `${hub.url}/graphql?query=${encodeURIComponent('mutation { signInAsDemoPerson(key: "fenna") { token } }')}`;
  expect((await raw(change, { headers: { ...preflighted } })).status).toBe(405);
});

test("T6-04 the cookie is HttpOnly and Lax; behind https it is Secure with the __Host- prefix", async () => {
  const signIn = { query: 'mutation { signInAsDemoPerson(key: "demi") { token } }' };
  const plain = (await graphql({}, signIn)).headers.get("set-cookie") ?? "";
  expect(plain).toMatch(/^wijkbord-session=/);
  for (const part of ["HttpOnly", "SameSite=Lax", "Path=/"]) expect(plain).toContain(part);
  expect(plain).not.toContain("Max-Age");
  const own = { query: 'mutation { signInAsDemoPerson(key: "demi", ownDevice: true) { token } }' };
  expect((await graphql({}, own)).headers.get("set-cookie")).toContain("Max-Age");
  await using secure = await startTestHub({ PUBLIC_URL: "https://bord.example.nl" });
  const answer = await raw(`${secure.url}/graphql`, { body: signIn, headers: { origin: "https://bord.example.nl" } });
  const cookie = answer.headers.get("set-cookie") ?? "";
  expect(cookie).toMatch(/^__Host-wijkbord-session=/);
  for (const part of ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"]) expect(cookie).toContain(part);
  expect(cookie).not.toContain("Domain");
  expect(answer.headers.get("strict-transport-security")).toContain("max-age=");
});

test.each(["/", "/zuidwest/vandaag", "/graphiql", "/graphql", "/healthz", "/schema.graphql", "/nothing.png"])(
  "SEC-01 %s carries the security headers",
  async (path) => {
    const { headers } = await raw(`${hub.url}${path}`, { headers: { accept: "text/html" } });
    const policy = headers.get("content-security-policy") ?? "";
    for (const rule of ["default-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'"]) expect(policy).toContain(rule);
    expect(policy.includes("'unsafe-inline'")).toBe(path === "/graphiql");
    expect(policy).not.toMatch(/script-src|unsafe-eval|\*/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
  },
);

test("OPS-01 alive, ready, schema and numbers", async () => {
  expect((await raw(`${hub.url}/healthz`)).status).toBe(200);
  expect((await raw(`${hub.url}/readyz`)).status).toBe(200);
  expect((await raw(`${hub.url}/schema.graphql`)).text).toContain("type Query");
  const numbers = await raw(`${hub.url}/metrics`);
  expect(numbers.text).toContain("wijkbord_requests_total");
  for (const secret of [token, "Fenna", "fenna"]) expect(numbers.text).not.toContain(secret);
});

test("OPS-02 numbers are for this machine, or for the bearer of METRICS_TOKEN", async () => {
  const forwarded = { "x-forwarded-for": "203.0.113.9" };
  expect((await raw(`${hub.url}/metrics`, { headers: forwarded })).status).toBe(403);
  expect((await raw(`${hub.url}/metrics`, { headers: { ...forwarded, ...bearer("wrong-token-of-24-characters-x") } })).status).toBe(403);
  expect((await raw(`${hub.url}/metrics`, { headers: { ...forwarded, ...bearer("a-token-of-at-least-24-characters") } })).status).toBe(200);
});

/** A hub whose database goes away while it runs. */
async function hubWithoutDatabase(): Promise<Hub> {
  if (databaseKind() === "postgres") {
    const own = await freshDatabase("demo");
    const running = await startTestHub({ DATABASE_URL: own.url });
    expect((await raw(`${running.url}/readyz`)).status).toBe(200);
    await own[Symbol.asyncDispose]();
    return running;
  }
  const running = await startTestHub();
  await running.services.database[Symbol.asyncDispose]();
  return running;
}

test("OPS-03 a hub whose database is gone is alive and not ready, and says so in requests", async () => {
  const broken = await hubWithoutDatabase();
  expect((await raw(`${broken.url}/healthz`)).status).toBe(200);
  expect((await raw(`${broken.url}/readyz`)).status).toBe(503);
  const answer = await raw(`${broken.url}/graphql`, { body: me, headers: bearer(token) });
  expect(answer.status).toBeGreaterThanOrEqual(500);
  expect(["UNAVAILABLE", "INTERNAL"]).toContain(answer.codes[0]);
  await Promise.resolve(broken[Symbol.asyncDispose]()).catch(() => {});
});

test("WEB-01 hashed files are kept for ever and sent compressed, the page is never kept", async () => {
  const script = await raw(`${hub.url}/assets/app-1234.js`, { headers: { "accept-encoding": "br" } });
  expect(script.headers.get("cache-control")).toContain("immutable");
  expect(script.headers.get("content-encoding")).toBe("br");
  expect((await raw(`${hub.url}/assets/app-9999.js`)).status).toBe(404);
  const page = await raw(`${hub.url}/`, { headers: { accept: "text/html" } });
  expect([page.status, page.headers.get("cache-control")]).toEqual([200, "no-store"]);
});

test("D6-01 every deep link is the same small page; its preview tells a number and the hub, the same for numbers that do not exist", async () => {
  const page = async (path: string) => (await raw(`${hub.url}${path}`, { headers: { accept: "text/html" } })).text;
  const [known, unknown] = await Promise.all([page("/zuidwest/taken/ZW-101"), page("/zuidwest/taken/ZW-99999")]);
  expect(known).toContain("ZW-101 · Wijkbord");
  expect(unknown.replaceAll("ZW-99999", "ZW-101")).toBe(known);
  expect(await page("/nergens/taken/ZW-101")).toBe(known);
  expect(known).not.toMatch(/Zuidwest|Fenna|Moerwijk/);
  expect(await page("/zuidwest/bord/WK051836")).toBe(await page("/bestaat-niet"));
  expect(await page('/zuidwest/taken/ZW-1"><script>alert(1)</script>')).not.toContain("<script>alert");
});
