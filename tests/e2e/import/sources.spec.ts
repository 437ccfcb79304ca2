// Where contacts come from besides one file: pasted cells, several files, a file that is too large.

import { openSync, closeSync, readFileSync, utimesSync, writeFileSync, writeSync } from "node:fs";

import type { Page, TestInfo } from "@playwright/test";

import { axe, expect, test } from "../fixtures/app";
import { choose, csv, open } from "../fixtures/admin";
import { pasteInto } from "../fixtures/lists";
import { holdAfter, letGo, watchReading } from "../fixtures/reading";
import { offered, outcome } from "../fixtures/run";

/** What Excel, Google Sheets and LibreOffice put on the clipboard: tabs, a cell with a line end or a quote in quotes. */
const CELLS = 'Nome\tTelefono\tNote\r\nGiulia\t+39 000 000001\tuno, due\r\nMarco\t+39 000 000002\t"due\nrighe ""x"""\r\n';

const drop = (page: Page) => page.locator("dialdesk-app #file-drop");

test("cells that are pasted go through the same steps, and what is sent is a clean copy", async ({ page, sandbox }) => {
  await open(page, "/import/into/32", "Import contacts");
  await page.getByRole("button", { name: "Paste cells" }).click();
  const field = page.getByLabel("Cells from a spreadsheet");
  await expect(field).toBeFocused();
  await axe(page);
  await page.getByRole("button", { name: "Take these cells" }).click();
  await expect(page.getByText("There are no cells here yet.")).toBeVisible();
  await expect(field).toBeFocused();
  await axe(page);

  await field.fill(CELLS);
  await page.getByRole("button", { name: "Take these cells" }).press("Enter");
  await expect(page.locator("#file-outcome strong")).toHaveText("pasted-cells.txt");
  await expect(page.getByText(/· 2 records · 3 columns · separated by tabs · UTF-8/)).toBeVisible();
  await expect(page.locator("#read-delimiter-about")).toHaveText("as spreadsheets copy cells");
  await expect(page.locator("#file-outcome")).toBeFocused();
  await page.getByLabel("Column for First name").selectOption({ label: "A · Nome" });
  await page.getByRole("combobox", { name: "Add a field" }).selectOption({ label: "Street" });
  await page.getByRole("button", { name: "Add this field" }).click();
  await page.getByLabel("Column for Street").selectOption({ label: "C · Note" });
  await page.getByRole("button", { name: "Import 2 contacts into TestList" }).click();
  await expect(page.getByText("2 contacts were imported")).toBeVisible();
  const { contacts } = await sandbox.list(32);
  expect(contacts.map(({ firstName, phone, street }) => [firstName, phone, street])).toEqual([
    ["Giulia", "+39 000 000001", "uno, due"],
    ["Marco", "+39 000 000002", 'due\nrighe "x"'],
  ]);
});

test("Ctrl+V beside any field takes the cells, also a lone column", async ({ page }) => {
  await open(page, "/import/into/32", "Import contacts");
  await pasteInto(drop(page), "");
  await expect(page.getByLabel("Cells from a spreadsheet")).toBeFocused();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(drop(page)).toBeFocused();
  await pasteInto(drop(page), "Telefono\r\n+39 000 1, +39 000 2\r\n+39 000 000003\r\n");
  await expect(page.getByText("2 records · 1 column · separated by tabs")).toBeVisible();
  await expect(page.getByRole("cell", { name: "+39 000 1, +39 000 2" }).first()).toBeVisible();
  // Once there is a file, nothing replaces it by a key.
  await pasteInto(page.locator("dialdesk-app #file-outcome"), CELLS);
  await expect(page.getByText("2 records · 1 column ·")).toBeVisible();
});

const DAY = (name: string, header: string, row: string) => csv(`${name}.csv`, `${header}\n${row}\n`);

test("several files go one after another, with the same choices where their columns are called the same", async ({
  page,
  sandbox,
}) => {
  await open(page, "/import/into/32", "Import contacts");
  await page.locator("input[type=file]").setInputFiles([
    DAY("monday", "name,phone,office", "Ann,+39 000 000001,+39 000 000011"),
    DAY("tuesday", "name,phone,office", "Bob,+39 000 000002,+39 000 000012"),
    DAY("wednesday", "name,phone,office", "Cat,+39 000 000003,+39 000 000013"),
    DAY("thursday", "office,name,phone", "+39 000 000014,Dan,+39 000 000004"),
  ]);
  const queue = page.locator("dialdesk-app #import-queue");
  await expect(queue.getByText("1 of 4: monday.csv")).toBeVisible();
  await expect(queue.getByRole("listitem")).toHaveText([/^tuesday\.csv/, /^wednesday\.csv/, /^thursday\.csv/]);
  await axe(page);
  await page.getByLabel("Column for Phone").selectOption({ label: "C · office" });
  await queue.getByRole("button", { name: "Remove wednesday.csv from the files that wait" }).press("Enter");
  await expect(queue).toBeFocused();
  await expect(queue.getByText("1 of 3: monday.csv")).toBeVisible();

  await page.getByRole("button", { name: "Import 1 contact into TestList" }).click();
  await expect(page.getByText("1 contact was imported")).toBeVisible();
  const sent = async () => (await sandbox.requests()).filter(({ method }) => method === "POST").length;
  expect(await sent()).toBe(2);
  await axe(page);
  await page.getByRole("button", { name: "Go on with the next file: tuesday.csv" }).press("Enter");

  await expect(queue.getByText("2 of 3: tuesday.csv")).toBeVisible();
  await expect(page.locator("#file-outcome")).toBeFocused();
  await expect(page.getByText("Its columns are called as those of monday.csv")).toBeVisible();
  await expect(page.getByLabel("Column for Phone")).toHaveValue("2");
  expect(await sent(), "nothing is sent without its own press").toBe(2);
  await page.getByRole("button", { name: /^Import (up to )?1 contact into TestList/ }).click();
  await expect(page.getByText("1 contact was imported")).toBeVisible();

  await page.getByRole("button", { name: "Go on with the next file: thursday.csv" }).click();
  await expect(page.getByText("This file has other columns")).toBeVisible();
  await expect(page.getByLabel("Column for Phone")).toHaveValue("2");
  await expect(page.getByLabel("Column for First name")).toHaveValue("1");
  await axe(page);
  await page.getByRole("button", { name: /^Import (up to )?1 contact into TestList/ }).click();
  await expect(page.getByText("1 contact was imported")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Go on with/ })).toBeHidden();
  await page.getByRole("button", { name: "Import another file" }).click();
  await expect(drop(page)).toBeFocused();
  await expect(queue).toBeHidden();
  const { contacts } = await sandbox.list(32);
  expect(contacts.map(({ firstName, phone }) => [firstName, phone])).toEqual([
    ["Ann", "+39 000 000011"],
    ["Bob", "+39 000 000012"],
    ["Dan", "+39 000 000004"],
  ]);
});

test("a file is left out, and the next one is looked at", async ({ page }) => {
  await open(page, "/import/into/32", "Import contacts");
  await page.locator("input[type=file]").setInputFiles([
    DAY("monday", "name,phone", "Ann,+39 000 000001"),
    DAY("tuesday", "name,phone", "Bob,+39 000 000002"),
  ]);
  await page.getByRole("button", { name: "Leave it out and go on with tuesday.csv" }).click();
  await expect(page.getByText("2 of 2: tuesday.csv")).toBeVisible();
  await expect(page.getByRole("cell", { name: "Bob" }).first()).toBeVisible();
  // One that is chosen by itself is no longer one of several.
  await choose(page, DAY("friday", "name,phone", "Eve,+39 000 000005"));
  await expect(page.locator("dialdesk-app #import-queue")).toBeHidden();
  await expect(page.locator("#file-outcome strong")).toHaveText("friday.csv");
});

test("a file over 60 MB goes in parts, each looked at and imported by itself, and no row is lost", async ({
  page,
  sandbox,
}, info) => {
  test.setTimeout(180_000);
  // 350 rows of 200 kB, 70 MB: a column that no field takes makes them so long.
  const rows = 350;
  const path = info.outputPath("autunno.csv");
  const file = openSync(path, "w");
  writeSync(file, "name,phone,history\r\n");
  const history = `"said ""yes"",\r\n${"x".repeat(200_000)}"`;
  for (let row = 0; row < rows; row += 1) {
    writeSync(file, `Ann ${row},+39 000 ${String(row).padStart(6, "0")},${history}\r\n`);
  }
  closeSync(file);

  await open(page, "/import/into/32", "Import contacts");
  await page.locator("input[type=file]").setInputFiles(path);
  await expect(page.getByRole("alert")).toContainText("the server takes 60 MB at most");
  await expect(page.getByText(/^It can be split here, between rows, into 2 parts or more of up to 60 MB/)).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Split into parts" }).press("Enter");

  await expect(page.getByText("1 of 2: autunno part 1 of 2.csv")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("Repeats are looked for within this part.")).toBeVisible();
  await expect(page.locator("#read-header-about")).toHaveText("as in the whole file");
  await axe(page);
  const send = page.getByRole("button", { name: /^Import (up to )?\d+ contacts into TestList/ });
  const promised: number[] = [];
  for (const part of [1, 2]) {
    promised.push(Number(/\d+/.exec((await send.textContent({ timeout: 60_000 })) ?? "")?.[0]));
    await send.click();
    await expect(page.getByText(`${promised.at(-1)} contacts were imported`)).toBeVisible({ timeout: 60_000 });
    if (part === 2) break;
    await page.getByRole("button", { name: "Go on with the next file: autunno part 2 of 2.csv" }).click();
    await expect(page.getByText("2 of 2: autunno part 2 of 2.csv")).toBeVisible();
    // Rows keep their lines: two each, below the names.
    await page.getByLabel("Rows shown").selectOption("all", { timeout: 60_000 });
    const all = page.getByRole("region", { name: "All rows of the file" });
    await expect(all.locator("tbody").getByRole("row").first()).toHaveText(/^630.*Ann 314/);
  }
  // A row has 200,042 bytes at most, and 200,077 where a copy quotes every cell: 62,914,560 hold 314 of them.
  expect(promised).toEqual([314, 36]);
  const { contacts } = await sandbox.list(32);
  expect(contacts.map((contact) => contact["firstName"])).toEqual(Array.from({ length: rows }, (_, row) => `Ann ${row}`));
});

/** Binds columns of a file so that its clean copy is larger than the server takes, and has that found; gives its path. */
async function outgrow(page: Page, info: TestInfo): Promise<string> {
  // 90,000 rows of 250 characters are 23 MB; fed into three fields, 69.
  const path = info.outputPath("breit.csv");
  const note = "x".repeat(240);
  const row = (at: number): string => `Ann,+39 333 0${String(at).padStart(6, "0")},${note}\n`;
  writeFileSync(path, "name,phone,note\n" + Array.from({ length: 90_000 }, (_, at) => row(at)).join(""));
  await open(page, "/import/into/32", "Import contacts");
  await page.locator("input[type=file]").setInputFiles(path);
  await expect(page.getByText(/· 90,000 records ·/)).toBeVisible({ timeout: 60_000 });
  // By its name the column is the description already.
  await expect(page.getByLabel("Column for Description").locator("option:checked")).toHaveText("C · note");
  for (const field of ["Street", "City"]) {
    await page.getByRole("combobox", { name: "Add a field" }).selectOption({ label: field });
    await page.getByRole("button", { name: "Add this field" }).click();
    await page.getByLabel(`Column for ${field}`).selectOption({ label: "C · note" });
  }
  // All numbers are written anew, so that a copy is needed.
  await page.getByLabel("Numbers without a country code are from").selectOption({ label: "Italy (+39)" });
  await page.getByLabel("Numbers are sent").selectOption({ label: "with plus and country code (+39…)" });
  await page.getByRole("button", { name: "Import 90,000 contacts into TestList" }).click({ timeout: 60_000 });
  await expect(outcome(page)).toContainText("would be larger than the 60 MB that the server takes", { timeout: 60_000 });
  return path;
}

/** What was chosen for its columns. */
async function expectBound(page: Page): Promise<void> {
  for (const field of ["Description", "Street", "City"]) {
    await expect(page.getByLabel(`Column for ${field}`).locator("option:checked")).toHaveText("C · note");
  }
}

test("a copy that outgrows what the server takes is not sent; the file goes in parts, with the same choices", async ({
  page,
  sandbox,
}, info) => {
  test.setTimeout(180_000);
  await outgrow(page, info);
  await axe(page);
  const { uploads } = await sandbox.state();
  expect(uploads, "nothing was sent").toEqual([]);

  await offered(page, "Split into parts").click();
  await expect(page.getByText("1 of 2: breit part 1 of 2.csv")).toBeVisible({ timeout: 60_000 });
  await expectBound(page);
  await expect(page.getByRole("button", { name: /^Import \d\d,\d{3} contacts into TestList/ })).toBeVisible({
    timeout: 60_000,
  });
});

test("a file that is being cut stays what it was where that is stopped, and where the file is found changed", async ({
  page,
  expectConsole,
}, info) => {
  test.setTimeout(180_000);
  expectConsole(/net::ERR/);
  await watchReading(page);
  const path = await outgrow(page, info);
  await holdAfter(page, 1024 * 1024);
  await offered(page, "Split into parts").click();
  await page.getByRole("button", { name: "Cancel" }).press("Enter");
  await letGo(page);
  await expectBound(page);
  await expect(outcome(page)).toContainText("would be larger than the 60 MB that the server takes");
  await expect(outcome(page)).toBeFocused();

  const content = readFileSync(path);
  writeFileSync(path, content);
  utimesSync(path, 1_000_000_000, 1_000_000_000);
  await offered(page, "Split into parts").click();
  await expect(outcome(page)).toContainText("it was changed, moved or deleted since you chose it");
  await expectBound(page);
  await axe(page);
  await page.locator("input[type=file]").first().setInputFiles(path);
  await expect(page.getByText("Its columns are called as those of breit.csv")).toBeVisible({ timeout: 60_000 });
  await expectBound(page);
});
