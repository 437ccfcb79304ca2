// A large file: its first rows are there at once, the page stays alive, and reading it can be stopped.

import { closeSync, openSync, statSync, writeFileSync, writeSync } from "node:fs";

import type { Page, TestInfo } from "@playwright/test";

import { axe, expect, test } from "../fixtures/app";
import { open } from "../fixtures/admin";
import { countAnew, holdAfter, letGo, readingLog, watchReading } from "../fixtures/reading";
import { UPLOAD, outcome } from "../fixtures/run";

const ROWS = 500_000;
const HEAD = 64 * 1024;
const MIB = 1024 * 1024;
/** The app works on two mebibytes at the most before others have their turn; one at a time comes, the next meanwhile. */
const PIECE = MIB;
const BETWEEN_TURNS = 2 * MIB + PIECE;

/** The page has read at least so many bytes, in pieces, and others have had their turn between them. */
async function expectAlive(page: Page, size: number): Promise<void> {
  const log = await readingLog(page);
  expect(log.bytes).toBeGreaterThanOrEqual(size);
  expect(log.largestPiece).toBeLessThanOrEqual(PIECE);
  expect(log.mostBetweenTurns).toBeLessThanOrEqual(BETWEEN_TURNS);
  expect(log.turns).toBeGreaterThanOrEqual(Math.floor(log.bytes / BETWEEN_TURNS));
}

/** A file of 500,000 rows with a number each, written to disk; gives its path. */
function large(info: TestInfo): string {
  const row = (at: number): string => `Anna ${at};Prova;+39 000 ${String(at).padStart(6, "0")};Forlì\n`;
  const path = info.outputPath("mezzo-milione.csv");
  writeFileSync(path, "Nome;Cognome;Telefono;Città\n" + Array.from({ length: ROWS }, (_, at) => row(at)).join(""));
  return path;
}

test.beforeEach(async ({ page }) => {
  await watchReading(page);
});

test("the first rows are shown before more than the head of the file was read", async ({ page }, info) => {
  const path = large(info);
  await open(page, "/import/into/32", "Import contacts");
  await holdAfter(page, HEAD);
  await page.locator("input[type=file]").setInputFiles(path);

  await expect(page.getByRole("cell", { name: "Anna 4", exact: true })).toBeVisible();
  await expect(page.getByText("4 columns · separated by semicolons · UTF-8")).toBeVisible();
  await expect(page.getByLabel("Encoding", { exact: true }).locator("option:checked")).toHaveText("Found: UTF-8");
  await expect(page.getByLabel("First line").locator("option:checked")).toHaveText("Found: Names of the columns");
  await expect(page.locator("#file-outcome")).toBeFocused();
  const progress = page.getByRole("progressbar", { name: "Reading mezzo-milione.csv…" });
  await expect(progress).toBeVisible();
  const { bytes } = await readingLog(page);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes, "nothing behind the head was handed out").toBeLessThan(2 * HEAD);
  await expect(page.getByRole("heading", { name: "Columns" })).toBeHidden();
  await axe(page);

  await page.getByRole("cell", { name: "Anna 4", exact: true }).evaluate((cell) => cell.setAttribute("data-seen", ""));
  await page.getByLabel("First line").focus();
  await letGo(page);
  await expect(page.getByText("500,000 records ·")).toBeVisible();
  await expect(progress).toBeHidden();
  // The rows that were looked at, and the place of the keyboard, are the same as before.
  await expect(page.locator("[data-seen]")).toHaveText("Anna 4");
  await expect(page.getByLabel("First line")).toBeFocused();
  await expect(page.getByRole("button", { name: "Import 500,000 contacts into TestList" })).toBeVisible();
});

test("a large file is read in pieces, and the page has its turn between them", async ({ page }, info) => {
  const path = large(info);
  const { size } = statSync(path);
  await open(page, "/import/into/32", "Import contacts");
  await page.locator("input[type=file]").setInputFiles(path);
  await expect(page.getByRole("button", { name: "Import 500,000 contacts into TestList" })).toBeVisible();
  await expectAlive(page, size);
});

test("making the clean copy leaves the page its turns as well", async ({ page, sandbox, expectConsole }, info) => {
  expectConsole(/status of 413/);
  const path = large(info);
  await open(page, "/import/into/32", "Import contacts");
  await page.locator("input[type=file]").setInputFiles(path);
  await expect(page.getByRole("heading", { name: "A clean copy is uploaded" })).toBeVisible();
  // What is sent is made before it is sent.
  await sandbox.faults([{ method: "POST", path: UPLOAD, kind: "413" }]);
  const send = page.getByRole("button", { name: "Import 500,000 contacts into TestList" });
  await expect(send).toBeVisible();
  await countAnew(page);
  await send.click();
  await expect(outcome(page)).toContainText("too large", { timeout: 60_000 });
  // Its first line holds no contact and is not read again.
  await expectAlive(page, statSync(path).size - Buffer.byteLength("Nome;Cognome;Telefono;Città\n"));
});

test("cutting a file into parts leaves the page its turns as well", async ({ page }, info) => {
  test.setTimeout(120_000);
  // 350 rows of 200 kB, 70 MB.
  const path = info.outputPath("autunno.csv");
  const file = openSync(path, "w");
  writeSync(file, "name,phone,history\n");
  for (let row = 0; row < 350; row += 1) writeSync(file, `Ann ${row},+39 000 ${row},${"x".repeat(200_000)}\n`);
  closeSync(file);
  await open(page, "/import/into/32", "Import contacts");
  await page.locator("input[type=file]").setInputFiles(path);
  await expect(page.getByRole("alert")).toContainText("the server takes 60 MB at most");
  await countAnew(page);
  await page.getByRole("button", { name: "Split into parts" }).click();
  await expect(page.getByText("1 of 2: autunno part 1 of 2.csv")).toBeVisible({ timeout: 60_000 });
  await expectAlive(page, statSync(path).size);
});

test("a step in the table of all rows reads the rows that come into sight, and no more", async ({ page }, info) => {
  const path = large(info);
  await open(page, "/import/into/32", "Import contacts");
  await page.locator("input[type=file]").setInputFiles(path);
  await expect(page.getByRole("button", { name: "Import 500,000 contacts into TestList" })).toBeVisible();
  await page.getByLabel("Rows shown").selectOption("all");
  const all = page.getByRole("region", { name: "All rows of the file" });
  const rows = all.locator("tbody").getByRole("row");
  await expect(rows.first()).toContainText("Anna 0");
  // The longest row, as it is written above, and at most sixty of them in the page.
  const longest = Buffer.byteLength("Anna 499999;Prova;+39 000 499999;Forlì\n");
  for (const part of [0.2, 0.6, 0.6004, 0.9]) {
    await countAnew(page);
    await all.evaluate((element, to) => element.scrollTo(0, to * element.scrollHeight), part);
    await expect
      .poll(async () => {
        const index = Number(await rows.first().getAttribute("aria-rowindex"));
        const text = await rows.first().textContent();
        return Math.abs(index / ROWS - part) < 0.0002 && text?.includes(`Anna ${index - 2}`);
      })
      .toBe(true);
    const { asked, bytes } = await readingLog(page);
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThanOrEqual(60 * longest);
    expect(bytes, "the file is not read from its beginning").toBe(0);
  }
});

test("while the rest is read, the file can be read otherwise, or let go", async ({ page }, info) => {
  const path = large(info);
  await open(page, "/import/into/32", "Import contacts");
  await holdAfter(page, HEAD);
  await page.locator("input[type=file]").setInputFiles(path);
  const encoding = page.getByLabel("Encoding", { exact: true });
  await expect(page.getByRole("cell", { name: "Forlì" }).first()).toBeVisible();
  await holdAfter(page, HEAD);
  await encoding.focus();
  await encoding.selectOption({ label: "Western European (windows-1252)" });
  // By the tables of windows-1252, C3 is Ã and AC is ¬.
  await expect(page.getByRole("cell", { name: "ForlÃ¬" }).first()).toBeVisible();
  await expect(encoding).toBeFocused();

  await page.getByRole("button", { name: "Cancel" }).press("Enter");
  await expect(page.locator("#file-drop")).toBeFocused();
  await letGo(page);
  await expect(page.getByText("mezzo-milione.csv")).toBeHidden();
  expect((await readingLog(page)).bytes, "the rest was never read").toBeLessThan(statSync(path).size);
});

test("reading again is stopped, and everything is as it was", async ({ page }, info) => {
  const path = large(info);
  await open(page, "/import/into/32", "Import contacts");
  await page.locator("input[type=file]").setInputFiles(path);
  const send = page.getByRole("button", { name: "Import 500,000 contacts into TestList" });
  await expect(send).toBeVisible();
  await page.getByLabel("Column for Last name").selectOption({ label: "D · Città" });
  await expect(send).toBeVisible();

  await holdAfter(page, HEAD);
  const encoding = page.getByLabel("Encoding", { exact: true });
  await encoding.selectOption({ label: "Western European (windows-1252)" });
  await expect(page.getByText("Reading the file again…")).toBeVisible();
  await expect(page.getByRole("cell", { name: "Forlì" }).first()).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await letGo(page);

  await expect(page.getByText("Reading the file again…")).toBeHidden();
  await expect(encoding).toHaveValue("");
  await expect(page.getByRole("cell", { name: "Forlì" }).first()).toBeVisible();
  await expect(page.getByLabel("Column for Last name")).toHaveValue("3");
  await expect(send).toBeVisible();
});
