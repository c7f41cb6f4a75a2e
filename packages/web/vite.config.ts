import { existsSync } from "node:fs";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { firstViews } from "./chunks.ts";
import { compileWords } from "./compileWords.ts";

const hub = process.env["WIJKBORD_HUB"] ?? "http://127.0.0.1:4000";
const pages = ["index.html", "graphiql.html"].map((page) => join(import.meta.dirname, page)).filter((page) => existsSync(page));

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), compileWords()],
  // React has this hook itself since version 18; the router imports it from a package for older ones.
  resolve: { alias: { "use-sync-external-store/shim/index.js": "react" } },
  // Its workers are files that the bundler of the development server cannot take in.
  optimizeDeps: { exclude: ["@graphiql/react/setup-workers/vite"] },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    sourcemap: true,
    // Read by the check of sizes.
    manifest: true,
    // The hub's content policy allows no inline modules.
    modulePreload: { polyfill: false },
    // The editor of GraphiQL is one large file, which only that page loads.
    chunkSizeWarningLimit: 3_000,
    rolldownOptions: {
      input: pages,
      output: { codeSplitting: { groups: [firstViews()] } },
      // GraphiQL is built by a compiler of its own, whose marks mean nothing here.
      onLog: (level, log, report) => log.code !== "MODULE_LEVEL_DIRECTIVE" && report(level, log),
    },
  },
  server: {
    proxy: {
      "/graphql": { target: hub, ws: true, changeOrigin: true, headers: { origin: hub } },
      "/schema.graphql": hub,
      "/mail": hub,
      "/ontwikkel": hub,
    },
  },
});
