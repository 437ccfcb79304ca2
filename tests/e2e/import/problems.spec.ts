// What is odd about rows, what becomes of them, and the file of those that are left out.

import { readFile } from "node:fs/promises";

import type { Page } from "@playwright/test";

import { axe, expect, test } from "../fixtures/app";
import { choose, csv, open } from "../fixtures/admin";

/** Lines 2 to 8: good; no name; no number; lost plus; the number of line 2 in another writing; its text; not a number. */
const FILE = csv(
  "seven.csv",
  "name,phone\nAnn,+39 333 000 0001\n,+39 333 000 0002\nBob,\nCat,393330000003\nDan,333 000 0001\n" +
    "Eve,+39 333 000 0001\nFay,none\n",
);

async function prepare(page: Page): Promise<void> {
  await open(page, "/import/into/32", "Import contacts");
  await choose(page, FILE);
  await page.getByLabel("Numbers without a country code are from").selectOption({ label: "Italy (+39)" });
}

/** The numbers of the funnel, with the beginnings of their texts. */
async function funnel(page: Page): Promise<[number, string][]> {
  const rows = await page.locator(".funnel").getByRole("row").allTextContents();
  return rows.map((row) => {
    const [, n = "", text = ""] = /^(\d+)(.{18})/.exec(row) ?? [];
    return [Number(n), text];
  });
}

test("each kind is counted, looked at and decided; what was promised is stored, the rest is in a file", async ({
  page,
  sandbox,
}) => {
  await prepare(page);
  const kinds = page.getByRole("region", { name: "Problems by kind" }).locator("tbody").getByRole("row");
  await expect(kinds).toHaveCount(4);
  await expect(kinds.nth(0)).toContainText("has no first name, which the server requires");
  await expect(kinds.nth(0)).toContainText("left out: the server refuses them");
  await expect(kinds.nth(3)).toContainText("has an international number without its plus");
  await expect(page.getByText("1 row is left out for problems.")).toBeVisible();
  expect(await funnel(page)).toEqual([
    [5, "will be stored in "],
    [1, "repeats an earlier"],
    [1, "has no first name,"],
  ]);

  // The rows of a kind: what the file has, and what would be sent.
  await kinds.nth(3).getByRole("button", { name: /^Show rows: has an international/ }).click();
  const rows = page.getByRole("region", { name: "Rows that have an international number without its plus" });
  await expect(rows.locator("tbody").getByRole("row")).toHaveText([/^5Phone 393330000003 lost plus.*Cat ?sent ?Leave out$/]);
  await axe(page);

  // Repaired, and taken back, and repaired again, by keyboard.
  const plus = page.getByLabel("What becomes of the rows that have an international number without its plus");
  await plus.focus();
  await plus.press("End");
  await expect(plus.locator("option:checked")).toHaveText("Repair and send");
  await expect(rows.locator("tbody").getByRole("row")).toHaveText([/393330000003 → \+393330000003.*sent, changed/]);
  await expect(plus).toBeFocused();
  await plus.press("Home");
  await expect(rows.locator("tbody").getByRole("row")).toHaveText([/lost plus.*sent ?Leave out$/]);
  await plus.press("End");
  await expect(rows.locator("tbody").getByRole("row")).toHaveText([/→ \+393330000003/]);

  await page
    .getByLabel("What becomes of the rows that have something else where a number belongs")
    .selectOption({ label: "Leave out" });
  await expect(page.getByText("2 rows are left out for problems.")).toBeVisible();

  // The same number, written differently: the server would not notice.
  await expect(page.getByText("1 row has the number of another, written differently")).toBeVisible();
  const pairs = page.getByRole("region", { name: "Rows with the same number, written differently" });
  await expect(pairs.locator("tbody").getByRole("row")).toHaveText([
    /^2Phone \+39 333 000 0001.*Ann ?sent/,
    /^6Phone 333 000 0001.*Dan ?sent/,
  ]);
  await page.getByRole("radio", { name: "Keep the first of each number" }).check();
  await expect(page.getByRole("button", { name: "Import 3 contacts into TestList" })).toBeVisible();
  const parts = await funnel(page);
  expect(parts).toEqual([
    [3, "will be stored in "],
    [1, "repeats an earlier"],
    [1, "has the number of "],
    [1, "has no first name,"],
    [1, "has something else"],
  ]);
  expect(parts.reduce((sum, [n]) => sum + n, 0)).toBe(7);
  await axe(page);

  await page.getByRole("button", { name: "Import 3 contacts into TestList" }).click();
  await expect(page.getByText("3 contacts were imported")).toBeVisible();
  const { contacts } = await sandbox.list(32);
  expect(contacts.map((contact) => [contact["firstName"], contact["phone"]])).toEqual([
    ["Ann", "+39 333 000 0001"],
    ["Bob", ""],
    ["Cat", "+393330000003"],
  ]);

  // After the run, beside its outcome.
  const waiting = page.waitForEvent("download");
  await page
    .locator("#import-outcome")
    .getByRole("button", { name: "Download the 4 rows that are not stored" })
    .click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe("seven-left-out.csv");
  await expect(page.getByText("seven-left-out.csv was handed to the browser.")).toBeVisible();
  expect(await readFile(await download.path(), "utf8")).toBe(
    "\u{feff}Line in the file,Why it was left out,name,phone\r\n" +
      '3,"has no first name, which the server requires",,\'+39 333 000 0002\r\n' +
      '6,"has the number of the row in line 2, written differently",Dan,\'333 000 0001\r\n' +
      "7,repeats the row in line 2,Eve,'+39 333 000 0001\r\n" +
      "8,has something else where a number belongs,Fay,none\r\n",
  );
});

test("of one number the last can be kept instead, or all sent", async ({ page, sandbox }) => {
  await prepare(page);
  await page.getByRole("radio", { name: "Keep the last of each number" }).check();
  await expect(page.getByRole("button", { name: "Import 4 contacts into TestList" })).toBeVisible();
  await page.getByRole("radio", { name: "Send all of them" }).check();
  await expect(page.getByRole("button", { name: "Import 5 contacts into TestList" })).toBeVisible();
  await page.getByRole("radio", { name: "Keep the last of each number" }).check();
  await page.getByRole("button", { name: "Import 4 contacts into TestList" }).click();
  await expect(page.getByText("4 contacts were imported")).toBeVisible();
  const { contacts } = await sandbox.list(32);
  expect(contacts.map((contact) => contact["firstName"])).toEqual(["Bob", "Cat", "Dan", "Fay"]);
});

test("what is left out can be had before anything is sent, in Italian, and is read back", async ({ page, sandbox }) => {
  await page.addInitScript(() => localStorage.setItem("dialdesk.language", "it"));
  await page.goto("/import/into/32");
  await page.getByLabel("Nome", { exact: true }).fill("admin");
  await page.getByLabel("Password", { exact: true }).fill("password");
  await page.getByRole("button", { name: "Accedi" }).click();
  await choose(page, FILE);
  await expect(page.getByRole("radio", { name: "Tieni la prima di ogni numero" })).toBeHidden();
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Scarica le 2 righe che non vengono salvate" }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe("seven-escluse.csv");
  const text = await readFile(await download.path(), "utf8");
  expect(text).toBe(
    "\u{feff}Riga nel file,Perché è stata esclusa,name,phone\r\n" +
      '3,"non ha il nome, che il server richiede",,\'+39 333 000 0002\r\n' +
      "7,ripete la riga 2,Eve,'+39 333 000 0001\r\n",
  );
  // Mended in a spreadsheet, it goes in again; its first two columns are of no field.
  await choose(page, csv("seven-escluse.csv", text.replace(",,'", ",Gil,'")));
  await page.getByRole("button", { name: "Importa 2 contatti in TestList" }).click();
  await expect(page.getByText("2 contatti importati")).toBeVisible();
  const { contacts } = await sandbox.list(32);
  expect(contacts.map((contact) => [contact["firstName"], contact["phone"]])).toEqual([
    ["Gil", "+39 333 000 0002"],
    ["Eve", "+39 333 000 0001"],
  ]);
});

test("half a million odd rows are counted, and all of them can be looked at", async ({ page }) => {
  await open(page, "/import/into/32", "Import contacts");
  await choose(page, csv("large.csv", `name,phone\n${"Ann,none\nBob,\n".repeat(250_000)}`));
  await expect(page.getByText("500,000 records ·")).toBeVisible({ timeout: 30_000 });
  const kinds = page.getByRole("region", { name: "Problems by kind" }).locator("tbody").getByRole("row");
  await expect(kinds).toHaveCount(2);
  await expect(kinds.nth(1)).toContainText("250,000");
  await kinds.nth(1).getByRole("button", { name: "Show rows" }).click();
  const rows = page.getByRole("region", { name: "Rows that have something else where a number belongs" });
  await expect(rows.getByRole("table")).toHaveAttribute("aria-rowcount", "250001");
  // The last odd row stands in the last line but one: the header, and 249,999 pairs of rows before it.
  await rows.focus();
  await page.keyboard.press("End");
  await expect(rows.getByRole("row", { name: /^500,000 .*none.*not a number/ })).toBeVisible();
  // Only one kind is open at a time.
  await kinds.nth(0).getByRole("button", { name: "Show rows" }).click();
  await expect(rows).toBeHidden();
  // Three tables of at most 60 rows each, and the small ones.
  expect(await page.locator("dialdesk-app tr").count()).toBeLessThan(220);
});
