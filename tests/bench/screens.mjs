// @ts-check
// Measures the app itself in Chromium: `node screens.mjs ADDRESS OUT_FILE ROUNDS RECORDS`. ADDRESS is that of a sandbox that
// serves the built app. `cargo xtask bench` calls it and makes the table.

import { rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { dirname, join } from "node:path";

import { generate } from "./generate.js";

const [address, out, rounds, records] = process.argv.slice(2);
if (!address || !out || !rounds || !records) {
  throw new Error("node screens.mjs ADDRESS OUT_FILE ROUNDS RECORDS");
}
const e2e = fileURLToPath(new URL("../e2e", import.meta.url));
/** @type {typeof import("@playwright/test")} */
const { chromium } = createRequire(join(e2e, "package.json"))("@playwright/test");

/** Frames that are scrolled, and as many that are not, for comparison. */
const FRAMES = 240;
/** By how many pixels a frame: a person who turns the wheel, and one who drags the bar. */
const WHEEL = 60;
const BAR = 4_321;

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
  ],
});
const path = join(dirname(out), "contacts.csv");
await writeFile(path, Buffer.from(await generate(Number(records), 1).arrayBuffer()));

/** @type {{ firstRows: number, allRows: number, readingTask: number, scrollingTask: number, idleFrame: number, wheelFrame: number, scrollingFrame: number }[]} */
const measured = [];
console.log(`Measuring the screens with ${Number(records).toLocaleString("en")} records, ${rounds} rounds.`);
for (let round = 0; round < Number(rounds); round += 1) {
  const page = await browser.newPage();
  await page.goto(`${address}/import/into/32`);
  await page.getByLabel("Name", { exact: true }).fill("admin");
  await page.getByLabel("Password", { exact: true }).fill("password");
  await page.getByRole("button", { name: "Sign in" }).click();
  const input = page.locator("input[type=file]").first();
  await input.waitFor({ state: "attached" });
  // From the choice of the file to the frame that shows its rows, as the page has them.
  await page.evaluate(() => {
    const root = document.querySelector("dialdesk-app")?.shadowRoot;
    if (!root) throw new Error("There is no app");
    const seen = { chosen: 0, firstRows: 0, allRows: 0, tasks: /** @type {number[]} */ ([]) };
    Object.assign(window, { seen });
    root.addEventListener("change", () => (seen.chosen ||= performance.now()), true);
    new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
    const look = () => {
      if (seen.chosen && !seen.firstRows && root.querySelector(".first-rows td")) seen.firstRows = performance.now();
      if (seen.chosen && root.querySelector(".funnel")) seen.allRows = performance.now();
      if (!seen.allRows) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await input.setInputFiles(path);
  await page.waitForFunction(() => /** @type {any} */ (window).seen.allRows > 0, undefined, { timeout: 60_000 });
  const read = await page.evaluate(() => {
    const { seen } = /** @type {any} */ (window);
    const longest = Math.max(0, ...seen.tasks.splice(0));
    return { firstRows: seen.firstRows - seen.chosen, allRows: seen.allRows - seen.chosen, readingTask: longest };
  });

  await page.getByLabel("Rows shown").selectOption("all");
  const rows = page.getByRole("region", { name: "All rows of the file" });
  await rows.waitFor();
  const scrolled = await rows.evaluate(
    async (table, { frames, wheel, bar }) => {
      const { seen } = /** @type {any} */ (window);
      /** @param {() => void} each */
      const paced = async (each) => {
        /** @type {number[]} */
        const gaps = [];
        let before = await new Promise((next) => requestAnimationFrame(next));
        for (let frame = 0; frame < frames; frame += 1) {
          each();
          const now = await new Promise((next) => requestAnimationFrame(next));
          gaps.push(now - before);
          before = now;
        }
        return gaps.sort((a, b) => a - b)[Math.floor(frames * 0.95)] ?? 0;
      };
      const idleFrame = await paced(() => {});
      seen.tasks.length = 0;
      const wheelFrame = await paced(() => (table.scrollTop += wheel));
      const scrollingFrame = await paced(() => (table.scrollTop += bar));
      await new Promise((later) => setTimeout(later, 200));
      return { idleFrame, wheelFrame, scrollingFrame, scrollingTask: Math.max(0, ...seen.tasks) };
    },
    { frames: FRAMES, wheel: WHEEL, bar: BAR },
  );
  measured.push({ ...read, ...scrolled });
  await page.close();
}
await browser.close();
await rm(path);
await writeFile(out, JSON.stringify({ records: Number(records), rounds: measured }, null, 2));
