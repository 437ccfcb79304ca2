// @ts-check
// Starts Chromium, serves the page and writes what it measures: `node run.mjs ENGINE_DIR OUT_FILE ROUNDS RECORDS...`.
// `cargo xtask bench` calls it and makes the table.

import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const [engine, out, rounds, ...sizes] = process.argv.slice(2);
if (!engine || !out || !rounds) {
  throw new Error("node run.mjs ENGINE_DIR OUT_FILE ROUNDS RECORDS...");
}
const here = fileURLToPath(new URL(".", import.meta.url));
const e2e = join(here, "..", "e2e");
/** @type {typeof import("@playwright/test")} */
const { chromium } = createRequire(join(e2e, "package.json"))("@playwright/test");

const program = process.env["DIALDESK_CHROMIUM"];
const browser = await chromium.launch({
  ...(program ? { executablePath: program } : {}),
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--enable-precise-memory-info",
    "--js-flags=--expose-gc",
  ],
});
const page = await browser.newPage();
// localhost counts as a safe origin; no request leaves the browser.
await page.route("http://localhost/**", (route) => {
  const [, first, ...rest] = new URL(route.request().url()).pathname.split("/");
  switch (first) {
    case "packages": return route.fulfill({ path: join(e2e, "node_modules", ...rest) });
    case "engine": return route.fulfill({ path: join(engine, ...rest) });
    default: return route.fulfill({ path: join(here, first ?? "", ...rest) });
  }
});
await page.goto("http://localhost/index.html");

const measured = [];
for (const records of sizes.map(Number)) {
  console.log(`Measuring ${records.toLocaleString("en")} records, ${rounds} rounds.`);
  const result = await page.evaluate(
    async ({ records, rounds }) => {
      const url = "/page.js";
      /** @type {typeof import("./page.js")} */
      const { measure } = await import(url);
      return measure(records, rounds);
    },
    { records, rounds: Number(rounds) },
  );
  measured.push({ records, ...result });
}
const machine = { browser: `Chromium ${browser.version()}`, cores: cpus().length, rounds: Number(rounds) };
await browser.close();
await writeFile(out, JSON.stringify({ ...machine, sizes: measured }, null, 2));
