// Reading a file in another way, with work done on it already: what was decided holds, and what cannot is said.

import { type Locator, type Page } from "@playwright/test";

import { axe, expect, test } from "../fixtures/app";
import { choose, csv, open } from "../fixtures/admin";
import type { Sandbox } from "../fixtures/sandbox";

/** An Italian export in windows-1252, in which à and ò are the bytes E0 and F2. Lines 2 to 6: good; no name; lost plus; to be left out; not a number. */
const EXPORT = csv(
  "esportazione.csv",
  Buffer.from(
    "Nome;Telefono;Città\r\nNiccolò;+39 333 000 0001;Forlì\r\n;+39 333 000 0002;Roma\r\nCarla;393330000003;Bari\r\n" +
      "Dario;+39 333 000 0004;Pisa\r\nElsa;nessuno;Lodi\r\n",
    "latin1",
  ),
);

function table(page: Page): Locator {
  return page.getByRole("region", { name: "All rows of the file" });
}

function row(page: Page, line: number): Locator {
  return table(page).locator("tbody").getByRole("row").filter({ has: page.getByRole("cell", { name: String(line), exact: true }) });
}

async function typeInto(cell: Locator, text: string): Promise<void> {
  await cell.click();
  await expect(cell.page().getByRole("textbox", { name: /, line \d/ })).toBeFocused();
  const { keyboard } = cell.page();
  await keyboard.press("Control+a");
  await keyboard.type(text);
  await keyboard.press("Enter");
}

/** Where a file has no names no column is proposed by them: what was chosen stays. */
async function takeColumns(page: Page): Promise<void> {
  await page.getByLabel("Column for First name").selectOption({ label: "A · Nome" });
  await page.getByLabel("Column for Phone").selectOption({ label: "B · Telefono" });
  await page.getByLabel("Column for City").selectOption({ label: "C · Città" });
}

async function stored(sandbox: Sandbox): Promise<unknown[][]> {
  const { contacts } = await sandbox.list(32);
  return contacts.map((contact) => [contact["firstName"], contact["phone"], contact["city"]]);
}

/** What becomes of each row, as the whole table is shown. */
async function expectDecisions(page: Page): Promise<void> {
  await expect(row(page, 3)).toContainText("Bruna");
  await expect(row(page, 3)).toContainText("sent, changed");
  await expect(row(page, 4)).toContainText("+393330000003");
  await expect(row(page, 5)).toContainText("left out by you");
  await expect(row(page, 6)).toContainText("left out: not a number");
}

test("a mended cell, a row left out and what becomes of a kind hold in another encoding, header and country, and back", async ({
  page,
  sandbox,
}) => {
  await open(page, "/import/into/32", "Import contacts");
  await choose(page, EXPORT);
  const country = page.getByLabel("Numbers without a country code are from");
  await country.selectOption({ label: "Italy (+39)" });
  await takeColumns(page);
  await page.getByLabel("Rows shown").selectOption("all");
  await typeInto(row(page, 3).getByRole("button", { name: "First name" }), "Bruna");
  await row(page, 5).getByRole("button", { name: "Leave out: line 5" }).click();
  await page.getByLabel("What becomes of the rows that have an international number without its plus").selectOption({ label: "Repair and send" });
  await page.getByLabel("What becomes of the rows that have something else where a number belongs").selectOption({ label: "Leave out" });
  await expectDecisions(page);
  const send = page.getByRole("button", { name: "Import 3 contacts into TestList" });
  await expect(send).toBeVisible();

  // By the tables of windows-1250, F2 is ň.
  const encoding = page.getByLabel("Encoding", { exact: true });
  await encoding.selectOption({ label: "Central European (windows-1250)" });
  await expect(row(page, 2)).toContainText("Niccolň");
  await expectDecisions(page);
  await expect(send).toBeVisible();

  // As if the first line were a contact, everything is one row further down.
  const header = page.getByLabel("First line");
  await header.selectOption({ label: "A contact already" });
  await expect(row(page, 1)).toContainText("Nome");
  await expectDecisions(page);
  await header.selectOption({ label: "Names of the columns" });
  await expect(row(page, 1)).toHaveCount(0);
  await expectDecisions(page);

  await country.selectOption({ label: "Spain (+34)" });
  await expect(row(page, 5)).toContainText("left out by you");
  await expect(row(page, 3)).toContainText("Bruna");
  await country.selectOption({ label: "Italy (+39)" });
  await encoding.selectOption({ label: "Find out" });
  await expect(row(page, 2)).toContainText("Niccolò");
  await expectDecisions(page);
  await axe(page);

  await send.click();
  await expect(page.getByText("3 contacts were imported")).toBeVisible();
  expect(await stored(sandbox)).toEqual([
    ["Niccolò", "+39 333 000 0001", "Forlì"],
    ["Bruna", "+39 333 000 0002", "Roma"],
    ["Carla", "+393330000003", "Bari"],
  ]);
});

test("what was done before the file was read again can be taken back afterwards", async ({ page }) => {
  await open(page, "/import/into/32", "Import contacts");
  await choose(page, EXPORT);
  await takeColumns(page);
  await page.getByLabel("Rows shown").selectOption("all");
  await row(page, 5).getByRole("button", { name: "Leave out: line 5" }).click();
  await page.getByLabel("First line").selectOption({ label: "A contact already" });
  await expect(row(page, 1)).toContainText("Nome");
  await expect(row(page, 5)).toContainText("left out by you");
  const problems = page.locator("[aria-labelledby=step-3]");
  await problems.getByRole("button", { name: "Undo: line 5 left out" }).click();
  await expect(row(page, 5)).not.toContainText("left out by you");
});

test("a mended row that becomes the names of the columns waits, and that is said", async ({ page, sandbox }) => {
  await open(page, "/import/into/32", "Import contacts");
  await choose(page, csv("plain.csv", "Giulia,+39 333 000 0001\nMarco,+39 333 000 0002\nAnna,+39 333 000 0003\n"));
  await page.getByLabel("Column for First name").selectOption({ label: "Column A, without a name" });
  await page.getByLabel("Rows shown").selectOption("all");
  await typeInto(row(page, 1).getByRole("button", { name: "First name" }), "Giuliana");
  await expect(row(page, 1)).toContainText("sent, changed");
  const header = page.getByLabel("First line");
  await header.selectOption({ label: "Names of the columns" });
  const said = page.getByText("1 row that you changed or left out is not among the records as the file is read now.");
  await expect(said).toBeVisible();
  await axe(page);
  await header.selectOption({ label: "A contact already" });
  await expect(said).toBeHidden();
  await expect(row(page, 1)).toContainText("Giuliana");
  await page.getByRole("button", { name: "Import 3 contacts into TestList" }).click();
  await expect(page.getByText("3 contacts were imported")).toBeVisible();
  expect((await stored(sandbox)).map(([name]) => name)).toEqual(["Giuliana", "Marco", "Anna"]);
});

test("in another language: a row that waits is said in Italian", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("dialdesk.language", "it"));
  await page.goto("/import/into/32");
  await page.getByLabel("Nome", { exact: true }).fill("admin");
  await page.getByLabel("Password", { exact: true }).fill("password");
  await page.getByRole("button", { name: "Accedi" }).click();
  await choose(page, csv("plain.csv", "Giulia,+39 333 000 0001\nMarco,+39 333 000 0002\n"));
  await page.getByLabel("Righe mostrate").selectOption("all");
  await page.getByRole("button", { name: /^Escludi: riga 1/ }).click();
  await page.getByLabel("Prima riga").selectOption("present");
  await expect(page.getByText("1 riga che hai modificato o escluso non è tra i record")).toBeVisible();
});
