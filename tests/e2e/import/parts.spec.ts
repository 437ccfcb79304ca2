// A file in parts of which the second meets a fault: each row comes once, and each part has its own account.

import { closeSync, openSync, writeFileSync, writeSync } from "node:fs";

import type { Page, TestInfo } from "@playwright/test";

import { axe, expect, heading, test } from "../fixtures/app";
import { open } from "../fixtures/admin";
import { BIND, COUNT, offered, outcome } from "../fixtures/run";

/** 62,914,560 bytes hold 314 rows of 200,030 and the names of the columns, so that six of these are left. */
const ROWS = 320;
const FIRST = 314;

/** Numbers of the rows, in their order. */
type Numbers = (row: number) => string;

function write(info: TestInfo, number: Numbers, header = "name,phone,history\n"): string {
  const path = info.outputPath("autunno.csv");
  const file = openSync(path, "w");
  writeSync(file, header);
  for (let row = 0; row < ROWS; row += 1) writeSync(file, `Ann ${row},${number(row)},${"x".repeat(200_000)}\n`);
  closeSync(file);
  return path;
}

const own: Numbers = (row) => `+39 000 ${String(row).padStart(6, "0")}`;

/** Imports the first part. */
async function importFirst(page: Page, path: string): Promise<void> {
  await open(page, "/import/into/32", "Import contacts");
  await page.locator("input[type=file]").setInputFiles(path);
  await page.getByRole("button", { name: "Split into parts" }).click();
  await expect(page.getByText("1 of 2: autunno part 1 of 2.csv")).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: `Import ${FIRST} contacts into TestList` }).click({ timeout: 60_000 });
  await expect(outcome(page)).toContainText(`${FIRST} contacts were imported`, { timeout: 60_000 });
}

/** Goes on to the second part, up to its last button. */
async function toSecond(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Go on with the next file: autunno part 2 of 2.csv" }).click();
  await expect(page.getByText("2 of 2: autunno part 2 of 2.csv")).toBeVisible();
}

/** What the activity says of both parts, the latest first: file, expected, arrived. */
async function account(page: Page): Promise<string[][]> {
  await page.getByRole("link", { name: "Activity", exact: true }).click();
  await expect(heading(page)).toHaveText("Activity");
  const rows = page.getByRole("table", { name: "Imports, the latest first" }).locator("tbody").getByRole("row");
  const cells = (await rows.all()).map(async (row) => {
    const numbers = await row.locator("td.number").allTextContents();
    return [await row.getByRole("rowheader").innerText(), ...numbers.slice(0, 2)];
  });
  return Promise.all(cells);
}

const names = (count: number): string[] => Array.from({ length: count }, (_, row) => `Ann ${row}`);

test("the answer for the second part is lost, and one of its numbers was in the first: short by one, and said", async ({
  page,
  sandbox,
  expectConsole,
}, info) => {
  test.setTimeout(180_000);
  expectConsole(/net::ERR|status of 40[45]/);
  // The last row has the number of the first.
  const path = write(info, (row) => own(row === ROWS - 1 ? 0 : row));
  await importFirst(page, path);
  // Of a list whose contacts cannot be read only their number is known: the first question, not the second.
  await sandbox.faults([
    { method: "GET", path: COUNT, nth: 2, kind: "405" },
    { method: "POST", path: BIND, nth: 1, kind: "drop_after" },
  ]);
  await toSecond(page);
  await expect(page.getByText("Repeats are looked for within this part.")).toBeVisible();
  await page.getByRole("button", { name: "Import up to 6 contacts into TestList" }).click();
  await expect(outcome(page)).toContainText("5 contacts were imported, 1 fewer than expected", { timeout: 60_000 });
  await expect(outcome(page)).toContainText("most likely it had the missing ones already");
  await axe(page);
  const { contacts } = await sandbox.list(32);
  expect(contacts.map((contact) => contact["firstName"])).toEqual(names(ROWS - 1));
  expect(await account(page)).toEqual([
    ["autunno part 2 of 2.csv", "6", "5"],
    ["autunno part 1 of 2.csv", "314", "314"],
  ]);
});

test("the second part stands still, and is imported again: each row once", async ({ page, sandbox }, info) => {
  test.setTimeout(180_000);
  await importFirst(page, write(info, own));
  await toSecond(page);
  await sandbox.faults([{ method: "POST", path: BIND, kind: "stall" }]);
  await page.getByRole("button", { name: "Import 6 contacts into TestList" }).click();
  await expect(outcome(page)).toContainText("1 contact was imported, 5 fewer than expected", { timeout: 60_000 });
  await sandbox.faults([]);
  await offered(page, "Import the same file again").click();
  await expect(outcome(page)).toContainText("6 contacts were imported", { timeout: 60_000 });
  await expect(outcome(page)).toContainText("Verified");
  const { contacts } = await sandbox.list(32);
  expect(contacts.map((contact) => contact["firstName"])).toEqual(names(ROWS));
  expect(await account(page)).toEqual([
    ["autunno part 2 of 2.csv", "6", "6"],
    ["autunno part 1 of 2.csv", "314", "314"],
  ]);
});

test("the list has a number of the second part from the first: said before it is sent", async ({ page, sandbox }, info) => {
  test.setTimeout(180_000);
  await importFirst(page, write(info, (row) => own(row === ROWS - 1 ? 0 : row)));
  await toSecond(page);
  await expect(page.locator("#compare")).toContainText("1 row is in the list already, written the same");
  await page.getByRole("button", { name: "Import 5 contacts into TestList" }).click();
  await expect(outcome(page)).toContainText("5 contacts were imported", { timeout: 60_000 });
  await expect(outcome(page)).toContainText("Verified");
  expect((await sandbox.list(32)).contacts.map((contact) => contact["firstName"])).toEqual(names(ROWS - 1));
});

test("what was chosen for the file before holds for the parts of one that is too large", async ({ page }, info) => {
  test.setTimeout(180_000);
  const monday = info.outputPath("monday.csv");
  writeFileSync(monday, "name,phone,history\nBob,+39 000 1,a\n");
  await open(page, "/import/into/32", "Import contacts");
  await page.locator("input[type=file]").setInputFiles([monday, write(info, own)]);
  await page.getByLabel("Column for Last name").selectOption({ label: "A · name" });
  await page.getByRole("button", { name: "Leave it out and go on with autunno.csv" }).click();
  await page.getByRole("button", { name: "Split into parts" }).click();
  await expect(page.getByText("1 of 2: autunno part 1 of 2.csv")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("Its columns are called as those of monday.csv")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByLabel("Column for Last name")).toHaveValue("0");
});

test("what the first line of a part is said to be says nothing of the next part", async ({ page }, info) => {
  test.setTimeout(180_000);
  await open(page, "/import/into/32", "Import contacts");
  await page.locator("input[type=file]").setInputFiles(write(info, own, ""));
  await page.getByRole("button", { name: "Split into parts" }).click();
  await expect(page.getByText("1 of 2: autunno part 1 of 2.csv")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/· 314 records ·/)).toBeVisible({ timeout: 60_000 });
  await page.getByLabel("First line").selectOption({ label: "Names of the columns" });
  await expect(page.getByText(/· 313 records ·/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: "Leave it out and go on with autunno part 2 of 2.csv" }).click();
  await expect(page.getByText("2 of 2: autunno part 2 of 2.csv")).toBeVisible();
  await expect(page.getByText(/· 6 records ·/)).toBeVisible({ timeout: 60_000 });
});
