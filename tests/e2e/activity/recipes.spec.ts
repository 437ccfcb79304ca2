// What is remembered for files with the same columns: listed, forgotten, handed on to another browser.

import { readFileSync } from "node:fs";

import type { Page } from "@playwright/test";

import { axe, expect, heading, test } from "../fixtures/app";
import { type CsvFile, choose, csv, open } from "../fixtures/admin";

const file = (name: string, header: string, phone = "+39 333 000 0001"): CsvFile => csv(name, `${header}\nNeri,Leo,${phone}\n`);

/** Imports one contact, with columns that nobody would guess. */
async function teach(page: Page): Promise<void> {
  await open(page, "/import/into/32", "Import contacts");
  await choose(page, file("first.csv", "ref one,ref two,ref three"));
  await page.getByLabel("Column for First name").selectOption({ label: "B · ref two" });
  await page.getByRole("button", { name: "Import 1 contact into TestList" }).click();
  await expect(page.getByText("1 contact was imported")).toBeVisible();
}

async function toActivity(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Activity", exact: true }).click();
  await expect(heading(page)).toHaveText("Activity");
}

const TABLE = "What is remembered, the latest first";

test("exported, and imported in another browser, where the next file needs no choice", async ({ page, browser, baseURL }) => {
  await teach(page);
  await toActivity(page);
  const table = page.getByRole("table", { name: TABLE });
  await expect(table.getByRole("row").filter({ hasText: "ref one, ref two, ref three" })).toContainText("32 · TestList");
  await axe(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export all to a file" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("dialdesk-remembered.json");
  const text = readFileSync(await download.path(), "utf8");
  expect(JSON.parse(text)).toMatchObject({
    kind: "dialdesk-recipes",
    version: 1,
    recipes: [{ columns: ["ref one", "ref two", "ref three"], fields: { firstName: 1, phone: 2 }, duplicates: ["phone"] }],
  });
  for (const cell of ["Neri", "Leo", "333"]) expect(text).not.toContain(`"${cell}`);

  const context = await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }) });
  const other = await context.newPage();
  await open(other, "/activity", "Activity");
  await other.locator("dialdesk-app input[type=file]").setInputFiles({
    name: "remembered.json",
    mimeType: "application/json",
    buffer: Buffer.from(text),
  });
  await expect(other.getByText("1 entry was taken over.")).toBeVisible();
  await expect(other.getByRole("table", { name: TABLE })).toContainText("ref one, ref two, ref three");
  await other.getByRole("link", { name: "Import", exact: true }).click();
  await choose(other, file("second.csv", "ref one,ref two,ref three"));
  await expect(other.getByLabel("Column for First name")).toHaveValue("1");
  await expect(other.getByText(/for files with these columns were applied/)).toBeVisible();
  await context.close();
});

test("a file that is none is refused by what it is, and changes nothing", async ({ page }) => {
  await teach(page);
  await toActivity(page);
  const take = (name: string, content: string) =>
    page
      .locator("dialdesk-app input[type=file]")
      .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });
  const cases: [string, string, string][] = [
    ["contacts.csv", "name,phone\n", "The file is no JSON."],
    ["other.json", '{"recipes":[]}', "not one that Dialdesk exports here"],
    ["later.json", '{"kind":"dialdesk-recipes","version":2,"recipes":[]}', "A later version of Dialdesk made the file."],
    ["broken.json", '{"kind":"dialdesk-recipes","version":1,"recipes":[{"columns":7}]}', "No entry of the file could be read."],
  ];
  for (const [name, content, said] of cases) {
    await take(name, content);
    const alert = page.getByRole("alert").filter({ hasText: said });
    await expect(alert, name).toContainText("Nothing was taken over");
  }
  await axe(page);
  await expect(page.getByRole("table", { name: TABLE })).toContainText("ref one");
});

test("one is forgotten, then all, by keyboard", async ({ page }) => {
  await teach(page);
  await page.getByRole("button", { name: "Import another file" }).click();
  await choose(page, file("other.csv", "name,surname,phone", "+39 333 000 0002"));
  await page.getByRole("button", { name: "Import 1 contact into TestList" }).click();
  await expect(page.getByText("1 contact was imported")).toBeVisible();
  await toActivity(page);
  const table = page.getByRole("table", { name: TABLE });
  await expect(table.getByRole("row")).toHaveCount(3);
  await page.getByRole("button", { name: "Forget ref one, ref two, ref three" }).press("Enter");
  await expect(page.getByText("Forgotten.")).toBeVisible();
  await expect(page.locator("dialdesk-app #recipes-said")).toBeFocused();
  await expect(table.getByRole("row")).toHaveCount(2);
  await page.getByRole("button", { name: "Forget all…" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Forget what is remembered for 1 kind of file?" });
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Everything is forgotten.")).toBeVisible();
  await expect(table).toBeHidden();
});
