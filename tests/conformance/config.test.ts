import { ConfigError, readConfig, variables } from "@wijkbord/server/src/config.ts";
import { expect, test } from "vitest";

const refusal = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return "";
};

test("CFG-01 without variables the hub is a demo on this machine", () => {
  expect(readConfig({ PATH: "/bin", HOME: "/root", LANG: "nl_NL" })).toMatchObject({
    port: 4000,
    host: "127.0.0.1",
    databaseUrl: null,
    publicUrl: null,
    demo: true,
    logLevel: "info",
    metricsToken: null,
    smtpUrl: null,
  });
  expect(readConfig({ DATABASE_URL: "postgres://localhost/hub" }).demo).toBe(false);
  expect(readConfig({ HOST: "0.0.0.0", DEMO: "public" }).demo).toBe(true);
  expect(readConfig({ PUBLIC_URL: "https://bord.example.nl/" }).publicUrl).toBe("https://bord.example.nl");
});

test.each([
  [{ PORT: "abc" }, "PORT"],
  [{ PORT: "-1" }, "PORT"],
  [{ PORT: "65536" }, "PORT"],
  [{ PORT: "1e3" }, "PORT"],
  [{ HOST: "not a host" }, "HOST"],
  [{ DATABASE_URL: "mysql://x" }, "DATABASE_URL"],
  [{ DATABASE_URL: "nonsense" }, "DATABASE_URL"],
  [{ DEMO: "yes" }, "DEMO"],
  [{ DEMO: "on", HOST: "0.0.0.0" }, "DEMO=public"],
  [{ HOST: "192.168.1.2" }, "DEMO=off"],
  [{ LOG_LEVEL: "loud" }, "LOG_LEVEL"],
  [{ METRICS_TOKEN: "short" }, "METRICS_TOKEN"],
  [{ PUBLIC_URL: "ftp://x" }, "PUBLIC_URL"],
  [{ PUBLIC_URL: "http://bord.example.nl" }, "https://"],
  [{ PUBLIC_URL: "https://bord.example.nl/pad" }, "PUBLIC_URL"],
  [{ DATA_DIR: "a\u0000b" }, "DATA_DIR"],
])("CFG-02 %j is refused with the name and what is allowed", (env, named) => {
  expect(refusal(env)).toContain(named);
});

test.each(["REDIS_URL", "SMTP_HOST", "OIDC_ISSUER", "WIJKBORD_PORT"])("CFG-03 %s is refused: nothing reads it", (name) => {
  const message = refusal({ [name]: "x" });
  expect(message).toContain(name);
  for (const variable of variables) expect(message).toContain(variable);
});

test.each([
  ["DATABSE_URL", "DATABASE_URL"],
  ["DATADIR", "DATA_DIR"],
  ["DATA_DRI", "DATA_DIR"],
  ["PUBLIC_ULR", "PUBLIC_URL"],
  ["LOGLEVEL", "LOG_LEVEL"],
  ["METRICS_TOKENS", "METRICS_TOKEN"],
])("CFG-03 %s is refused as a slip of %s", (name, meant) => {
  expect(refusal({ [name]: "x" })).toContain(meant);
});

test("ML-16 only a demo of the own machine without a mail server and without an address elsewhere shows its mail", () => {
  const shows = (env: Record<string, string>) => readConfig(env).mailPage;
  expect([shows({}), shows({ PUBLIC_URL: "http://localhost:4000" }), shows({ DEMO: "on", DATABASE_URL: "postgres://localhost/hub" })]).toEqual([
    true,
    true,
    true,
  ]);
  const others: Record<string, string>[] = [
    { DEMO: "off" },
    { DEMO: "public" },
    { DEMO: "public", HOST: "0.0.0.0" },
    { DEMO: "off", HOST: "0.0.0.0" },
    { PUBLIC_URL: "https://bord.example.nl" },
    { DATABASE_URL: "postgres://localhost/hub" },
    { SMTP_URL: "smtp://localhost" },
  ];
  for (const env of others) expect(shows(env), JSON.stringify(env)).toBe(false);
});
