// A large file: its first rows are there at once, the page stays alive, and reading it can be stopped.

import { statSync, writeFileSync } from "node:fs";

import type { TestInfo } from "@playwright/test";

import { axe, expect, test } from "../fixtures/app";
import { open } from "../fixtures/admin";
import { holdAfter, letGo, readingLog, watchReading } from "../fixtures/reading";

const ROWS = 500_000;
const HEAD = 64 * 1024;
const MIB = 1024 * 1024;

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
  const log = await readingLog(page);
  expect(log.bytes).toBeGreaterThanOrEqual(size);
  expect(log.largestPiece).toBeLessThanOrEqual(MIB);
  // A turn is due after two mebibytes; a piece may be on its way, and one may have just been worked on.
  expect(log.mostBetweenTurns).toBeLessThanOrEqual(4 * MIB);
  expect(log.turns).toBeGreaterThanOrEqual(Math.floor(log.bytes / (4 * MIB)));
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
