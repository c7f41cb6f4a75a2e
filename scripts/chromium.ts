import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { root } from "./bundle.ts";

const fromTests = createRequire(join(root, "tests/package.json"));
const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
];

const onPath = (): string | undefined =>
  (process.env["PATH"] ?? "")
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((file) => existsSync(file));

function ofPlaywright(): string | undefined {
  const { chromium } = fromTests("playwright-core") as { chromium: { executablePath(): string } };
  const file = chromium.executablePath();
  return existsSync(file) ? file : undefined;
}

/** The Chromium to test with: the one named by CHROMIUM_PATH, else one of this machine. */
export function findChromium(): string | undefined {
  const named = process.env["CHROMIUM_PATH"];
  if (named) return existsSync(named) ? named : undefined;
  return onPath() ?? elsewhere.find((file) => existsSync(file)) ?? ofPlaywright();
}

/** Installs a Chromium: the package of Debian when root, else the one of Playwright. */
export function installChromium(): void {
  const call = (command: string, ...args: string[]) =>
    spawnSync(command, args, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } }).status === 0;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("No Chromium here: installing the Debian package chromium.");
    const install = () => call("apt-get", "install", "-y", "--no-install-recommends", "chromium");
    if (install() || (call("apt-get", "update") && install())) return;
  }
  console.log("No Chromium here: installing the one of Playwright.");
  call(process.execPath, join(dirname(fromTests.resolve("playwright-core/package.json")), "cli.js"), "install", "chromium");
}
