// What the list has already: found out before the import, and exactly what the server then stores.

import { readFile } from "node:fs/promises";

import { axe, expect, test } from "../fixtures/app";
import { type CsvFile, choose, csv, open } from "../fixtures/admin";
import { COUNT, offered, outcome, receipt, sent } from "../fixtures/run";
import type { Sandbox } from "../fixtures/sandbox";
import type { APIRequestContext, Page } from "@playwright/test";

const ADMIN = { authorization: `Basic ${btoa("admin:password")}` };
/** The list has Ann as she is written, Bob without his blanks, and Zoe. */
const THERE = [
  { firstName: "Ann", phone: "+39 333 000 0001", ListId: 32 },
  { firstName: "B.", phone: "+393330000002", ListId: 32 },
  { firstName: "Zoe", ListId: 32 },
];
/** By hand: Ann is there, twice in the file; Bob by his number alone; Cat is new; Dan has no number. */
const FILE = csv(
  "five.csv",
  "name,phone\nAnn,+39 333 000 0001\nAnn,+39 333 000 0001\nBob,+39 333 000 0002\nCat,+39 333 000 0003\nDan,\n",
);

async function fill(request: APIRequestContext, contacts: object[]): Promise<void> {
  const answer = await request.post("/api/cm/lists/32/contacts", { headers: ADMIN, data: contacts });
  expect(answer.status()).toBe(201);
}

async function prepare(page: Page, file: CsvFile): Promise<void> {
  await open(page, "/import", "Import contacts");
  await choose(page, file);
  await page.getByLabel("Into list").selectOption({ label: "32 · TestList" });
}

async function names(sandbox: Sandbox): Promise<unknown[]> {
  return (await sandbox.list(32)).contacts.map((contact) => contact["firstName"]);
}

test("a small list is compared unasked, and the promise is exact", async ({ page, sandbox, request }) => {
  await fill(request, THERE);
  await prepare(page, FILE);
  const card = page.locator("#compare");
  await expect(card).toContainText("Compared with 3 contacts of the list");
  await expect(card.getByRole("listitem")).toHaveText([
    "1 row is in the list already, written the same; the server leaves it out",
    "1 row has a number that is in the list already, written differently; the server does not notice and stores it",
    "2 rows are new to the list",
  ]);
  await axe(page);
  await page.getByRole("button", { name: "Import 3 contacts into TestList" }).click();
  await expect(outcome(page)).toContainText("3 contacts were imported");
  await expect(outcome(page)).toContainText("Verified");
  expect(await receipt(page)).toMatchObject({ "In the list before": "3", "Expected to be added": "3", Difference: "none" });
  expect(await names(sandbox)).toEqual(["Ann", "B.", "Zoe", "Bob", "Cat", "Dan"]);
  const funnel = page.locator("table.funnel").getByRole("row");
  await expect(funnel.filter({ hasText: "is in the list already; the server leaves it out" })).toHaveCount(1);
});

test("rows that the list has are shown, and those of which it has the number alone can be left out", async ({
  page,
  sandbox,
  request,
}) => {
  await fill(request, THERE);
  await prepare(page, FILE);
  const card = page.locator("#compare");
  const leave = card.getByRole("checkbox", { name: "Leave out rows whose number is in the list already" });
  await expect(leave).not.toBeChecked();
  await page.getByLabel("Rows shown").selectOption({ label: "Rows that the list has already (1)" });
  const there = page.getByRole("region", { name: "Rows that the list has already" });
  await expect(there.locator("tbody").getByRole("row")).toHaveText([/^2.*Ann.*not stored again: the list has it already/]);
  await expect(page).toHaveURL(/[?&]show=already-there$/);

  await leave.check();
  await expect(leave).toBeFocused();
  await expect(card.getByRole("listitem")).toHaveText([
    "1 row is in the list already, written the same; the server leaves it out",
    "1 row has a number that is in the list already, written differently, and is left out as you chose",
    "2 rows are new to the list",
  ]);
  await page.getByLabel("Rows shown").selectOption({ label: "Rows whose number the list has, written differently (1)" });
  const numbers = page.getByRole("region", { name: "Rows whose number the list has" });
  await expect(numbers.locator("tbody").getByRole("row")).toHaveText([
    /^4.*Bob.*left out: the list has its number already/,
  ]);
  await axe(page);
  const undo = page.getByRole("button", { name: "Undo: choice for numbers that the list has" });
  await undo.first().click();
  await expect(leave).not.toBeChecked();
  await expect(page.getByRole("button", { name: "Import 3 contacts into TestList" })).toBeVisible();
  await leave.check();

  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the 3 rows that are not stored" }).click();
  const file = await readFile(await (await saved).path(), "utf8");
  expect(file).toBe(
    "\ufeffLine in the file,Why it was left out,name,phone\r\n" +
      "2,is in the list already,Ann,'+39 333 000 0001\r\n" +
      "3,repeats the row in line 2,Ann,'+39 333 000 0001\r\n" +
      '4,"has a number that the list has already, written differently",Bob,\'+39 333 000 0002\r\n',
  );
  await page.getByRole("button", { name: "Import 2 contacts into TestList" }).click();
  await expect(outcome(page)).toContainText("Verified");
  expect(await names(sandbox)).toEqual(["Ann", "B.", "Zoe", "Cat", "Dan"]);
});

test("only what is compared is asked for, page after page", async ({ page, sandbox, request }) => {
  const many = Array.from({ length: 1_500 }, (_, n) => ({ firstName: "x", phone: `0${n}`, ListId: 32 }));
  await fill(request, many);
  await prepare(page, csv("two.csv", "name,phone\nAnn,01499\nBob,01500\n"));
  await expect(page.locator("#compare")).toContainText("Compared with 1,500 contacts of the list");
  const pages = (await sent(sandbox, "GET", new RegExp(`^${COUNT}\\?`))).filter((path) => path.includes("phone"));
  expect(pages.map((path) => new URLSearchParams(path.split("?")[1]).get("offset"))).toEqual(["0", "1000"]);
  expect(new URLSearchParams(pages[0]?.split("?")[1]).get("fields")).toBe("id,phone");
  await page.getByRole("button", { name: "Import 1 contact into TestList" }).click();
  await expect(outcome(page)).toContainText("Verified");
  expect((await sandbox.list(32)).contacts).toHaveLength(1_501);
});

test("a large list is compared when it is asked for, can be stopped, and again with another field", async ({
  page,
  sandbox,
  request,
}) => {
  test.setTimeout(90_000);
  for (const part of [0, 1, 2]) {
    const many = Array.from({ length: 1_000 }, (_, n) => ({ firstName: "x", phone: `${part}-${n}`, ListId: 32 }));
    await fill(request, many);
  }
  await prepare(page, csv("two.csv", "name,phone\nAnn,2-999\nBob,2-1000\n"));
  const card = page.locator("#compare");
  await expect(page.getByRole("button", { name: "Import up to 2 contacts into TestList" })).toBeVisible();
  // The size of the list has been asked for, and is known.
  await expect(card.getByRole("button", { name: "Compare with 3,000 contacts of this list" })).toBeVisible();
  await sandbox.faults([{ method: "GET", path: COUNT, nth: 2, kind: "delay", delay_ms: 60_000 }]);
  await card.getByRole("button", { name: "Compare with 3,000 contacts of this list" }).click();
  await expect(card).toContainText("Reading the contacts of the list: 1,000 of 3,000");
  await expect(card).toBeFocused();
  await axe(page);
  await card.getByRole("button", { name: "Stop comparing" }).click();
  await sandbox.faults([]);
  await card.getByRole("button", { name: "Compare with 3,000 contacts of this list" }).click();
  await expect(card).toContainText("1 row is new to the list", { timeout: 30_000 });
  await expect(page.getByRole("button", { name: "Import 1 contact into TestList" })).toBeVisible();
  await page.getByRole("checkbox", { name: "First name" }).check();
  await expect(page.getByRole("button", { name: "Import up to 2 contacts into TestList" })).toBeVisible();
  await card.getByRole("button", { name: "Compare with 3,000 contacts of this list" }).click();
  await page.getByRole("button", { name: "Import 2 contacts into TestList" }).click({ timeout: 30_000 });
  await expect(outcome(page)).toContainText("Verified");
  expect((await sandbox.list(32)).contacts).toHaveLength(3_002);
});

test("where the contacts cannot be read it is said in place, and the import goes on", async ({
  page,
  sandbox,
  request,
  expectConsole,
}) => {
  test.setTimeout(60_000);
  expectConsole(/status of 40[35]/);
  await fill(request, THERE);
  // The first question is for the number of contacts.
  await sandbox.faults([{ method: "GET", path: COUNT, nth: 2, kind: "405" }]);
  await prepare(page, FILE);
  await expect(page.locator("#compare")).toContainText("The server does not let the contacts of this list be read");
  await axe(page);
  await page.getByRole("button", { name: "Import up to 4 contacts into TestList" }).click();
  await expect(outcome(page)).toContainText("3 contacts were imported, 1 fewer than expected", { timeout: 30_000 });
  await expect(offered(page, "Look at the list again")).toBeVisible();
});

test("where the server does not tell how many there are, nothing is promised firmly before they were read", async ({
  page,
  sandbox,
  request,
  expectConsole,
}) => {
  expectConsole(/status of 403/);
  await fill(request, THERE);
  // The first question is for the number of contacts.
  await sandbox.faults([{ method: "GET", path: COUNT, nth: 1, kind: "403" }]);
  await prepare(page, FILE);
  await expect(page.getByRole("button", { name: "Import up to 4 contacts into TestList" })).toBeVisible();
  await expect(page.locator("table.funnel")).toContainText("will be stored at most: what the list holds is not known");
  await axe(page);
  await page.locator("#compare").getByRole("button", { name: "Compare with the contacts of this list" }).click();
  await expect(page.locator("#compare")).toContainText("Compared with 3 contacts of the list");
  await page.getByRole("button", { name: "Import 3 contacts into TestList" }).click();
  await expect(outcome(page)).toContainText("Verified");
});

test("what came into the list by an import counts in the next comparison", async ({ page, sandbox, request }) => {
  await fill(request, THERE);
  await prepare(page, FILE);
  await page.getByRole("button", { name: "Import 3 contacts into TestList" }).click();
  await expect(outcome(page)).toContainText("Verified");
  await offered(page, "Import another file").click();
  await choose(page, csv("next.csv", "name,phone\nCat,+39 333 000 0003\nEve,+39 333 000 0005\n"));
  await expect(page.locator("#compare")).toContainText("Compared with 6 contacts of the list");
  await page.getByRole("button", { name: "Import 1 contact into TestList" }).click();
  await expect(outcome(page)).toContainText("Verified");
  expect(await names(sandbox)).toEqual(["Ann", "B.", "Zoe", "Bob", "Cat", "Dan", "Eve"]);
});

test("the list's contacts cannot be read for once: said, and compared with another press", async ({
  page,
  sandbox,
  request,
  expectConsole,
}) => {
  expectConsole(/status of 500/);
  await fill(request, THERE);
  // The first question is for the number of contacts.
  await sandbox.faults([{ method: "GET", path: COUNT, nth: 2, kind: "500" }]);
  await prepare(page, FILE);
  const card = page.locator("#compare");
  await expect(card).toContainText("The contacts of the list could not be read");
  await expect(card).toContainText("“something went wrong”");
  await expect(page.getByRole("button", { name: "Import up to 4 contacts into TestList" })).toBeVisible();
  await axe(page);
  await card.getByRole("button", { name: "Compare with 3 contacts of this list" }).click();
  await expect(card).toContainText("Compared with 3 contacts of the list");
  await page.getByRole("button", { name: "Import 3 contacts into TestList" }).click();
  await expect(outcome(page)).toContainText("Verified");
  expect(await names(sandbox)).toEqual(["Ann", "B.", "Zoe", "Bob", "Cat", "Dan"]);
});

test("of a list that is too large two hundred thousand contacts are read, and no more is promised", async ({ page }) => {
  test.setTimeout(90_000);
  const all = 250_000;
  const offsets: number[] = [];
  await page.route(/\/api\/cm\/contacts\?/, async (route) => {
    const asked = new URL(route.request().url()).searchParams;
    const [offset, limit] = [Number(asked.get("offset")), Number(asked.get("limit"))];
    if (asked.get("fields") === "id,phone") offsets.push(offset);
    const rows = Array.from({ length: limit }, (_, at) => ({ id: offset + at + 1, phone: `0${offset + at}` }));
    await route.fulfill({ json: { count: all, rows } });
  });
  // The last contact that is read, and the first that is not.
  await prepare(page, csv("three.csv", "name,phone\nAnn,0199999\nBob,0200000\nCat,5\n"));
  const card = page.locator("#compare");
  await card.getByRole("button", { name: "Compare with 250,000 contacts of this list" }).click();
  await expect(card).toContainText("Of the list, 200,000 were read and no more", { timeout: 60_000 });
  await expect(card).toContainText("1 row is in the list already, written the same");
  await axe(page);
  expect(offsets).toEqual(Array.from({ length: 200 }, (_, at) => 1_000 * at));
  await expect(page.getByRole("button", { name: "Import up to 2 contacts into TestList" })).toBeVisible();
});

test("a comparison that is stopped or fails leaves in force what was found before", async ({
  page,
  sandbox,
  request,
  expectConsole,
}) => {
  expectConsole(/status of 500/);
  await fill(request, THERE);
  await prepare(page, FILE);
  const card = page.locator("#compare");
  const found = "Compared with 3 contacts of the list";
  await expect(card).toContainText(found);
  const leave = card.getByRole("checkbox", { name: "Leave out rows whose number is in the list already" });
  await leave.check();
  const again = card.getByRole("button", { name: "Compare again with 3 contacts of this list" });
  await sandbox.faults([{ method: "GET", path: COUNT, nth: 1, kind: "delay", delay_ms: 60_000 }]);
  await again.click();
  await card.getByRole("button", { name: "Stop comparing" }).click();
  await expect(card).toContainText(found);
  await expect(leave).toBeChecked();
  await sandbox.faults([{ method: "GET", path: COUNT, nth: 1, kind: "500" }]);
  await again.click();
  await expect(card).toContainText("The contacts of the list could not be read");
  await expect(card).toContainText(found);
  await expect(leave).toBeChecked();
  await axe(page);
  await page.getByRole("button", { name: "Import 2 contacts into TestList" }).click();
  await expect(outcome(page)).toContainText("Verified");
  expect(await names(sandbox)).toEqual(["Ann", "B.", "Zoe", "Cat", "Dan"]);
});

test("a row that was mended stays in its place when the comparison ends meanwhile", async ({ page, sandbox, request }) => {
  await fill(request, THERE);
  // The first question is for the number of contacts.
  await sandbox.faults([{ method: "GET", path: COUNT, nth: 2, kind: "delay", delay_ms: 4_000 }]);
  await prepare(page, csv("odd.csv", "name,phone\n,+39 333 000 0007\nBob,+39 333 000 0008\n"));
  const card = page.locator("#compare");
  await expect(card).toContainText("Reading the contacts of the list");
  await page.getByLabel("Rows shown").selectOption({ index: 1 });
  const row = page.locator("#problem-rows").locator("tbody").getByRole("row");
  await row.getByRole("button", { name: /^First name/ }).click();
  await row.getByRole("textbox").fill("Eva");
  await row.getByRole("textbox").press("Enter");
  await expect(row).toContainText("Eva");
  await expect(card).toContainText("Compared with 3 contacts of the list", { timeout: 10_000 });
  await expect(row).toHaveCount(1);
  await expect(row.getByRole("button", { name: /^First name Eva/ })).toBeFocused();
  await page.getByRole("button", { name: "Import 2 contacts into TestList" }).click();
  await expect(outcome(page)).toContainText("Verified");
});

test("the table of rows that the list has is that of the list that is chosen now", async ({ page, request }) => {
  await fill(request, THERE);
  await prepare(page, FILE);
  await page.getByLabel("Rows shown").selectOption({ label: "Rows that the list has already (1)" });
  const there = page.getByRole("region", { name: "Rows that the list has already" });
  await expect(there.locator("tbody").getByRole("row")).toHaveCount(1);
  await page.getByLabel("Into list").selectOption({ label: "33 · Trade fair leads" });
  await expect(page.getByText("There are no such rows now")).toBeVisible();
  await expect(there).toBeHidden();
  await page.getByLabel("Into list").selectOption({ label: "32 · TestList" });
  await expect(there.locator("tbody").getByRole("row")).toHaveText([/^2.*Ann/]);
});
