import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { tsconfig: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } } },
  // One copy of graphql: type-graphql loads the CommonJS build, Vite would pick the other one.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    include: ["packages/**/*.test.ts", "tests/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    setupFiles: ["tests/harness/setup.ts"],
  },
});
