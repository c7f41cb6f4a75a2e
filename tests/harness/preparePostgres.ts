import "reflect-metadata";
import type { TestProject } from "vitest/node";
import { fillDemo } from "./fillDemo.ts";
import { startPostgres } from "./postgres.ts";
import { onServer } from "./store.ts";

/** Starts the PostgreSQL of a run and makes the databases that its hubs start from. */
export default async function preparePostgres(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres();
  const server = postgres.urlOf("postgres");
  for (const name of ["migrated", "demo"]) {
    await onServer(server, `create database ${name}`);
    await fillDemo({ url: postgres.urlOf(name) }, name === "demo");
  }
  project.provide("prepared", { kind: "postgres", server, migrated: "migrated", demo: "demo" });
  return async () => postgres[Symbol.asyncDispose]();
}
