import { defineConfig } from "vitest/config";

const onNoDatabase = ["tests/{architecture,harness}/**/*.test.ts"];
const inChromium = ["tests/{e2e,a11y}/**/*.test.ts"];
const onDatabase = { include: ["tests/**/*.test.ts"], exclude: ["**/node_modules/**", ...onNoDatabase, ...inChromium] };

export default defineConfig({
  // One copy of graphql: type-graphql loads the CommonJS build, Vite would pick the other one.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    setupFiles: ["tests/harness/setup.ts"],
    projects: [
      { extends: true, test: { name: "unit", include: ["packages/**/*.test.{ts,tsx}", ...onNoDatabase] } },
      { extends: true, test: { name: "pglite", ...onDatabase, globalSetup: "tests/harness/preparePglite.ts" } },
      { extends: true, test: { name: "postgres", ...onDatabase, globalSetup: "tests/harness/preparePostgres.ts" } },
      // Five browsers on two cores are slow at times: more time, and what fails once must fail again.
      { extends: true, test: { name: "browser", include: inChromium, globalSetup: "tests/harness/preparePglite.ts", testTimeout: 150_000, retry: 1 } },
    ],
  },
});
