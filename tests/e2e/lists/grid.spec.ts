// Several contacts: a grid by keyboard, cells pasted from a spreadsheet, and refusals at their rows.

import type { Page } from "@playwright/test";

import { axe, expect, test } from "../fixtures/app";
import { open } from "../fixtures/admin";
import { elsewhere } from "../fixtures/campaign-form";
import { LISTS, cell, contactsOf, pasteInto, written } from "../fixtures/lists";

async function openGrid(page: Page, list = 32, title = "TestList"): Promise<void> {
  await open(page, `/lists/${list}/contacts/several`, title);
  await expect(cell(page, 4, 2)).toBeVisible();
}

test("rows are filled by keyboard: Enter goes down, the last row makes another", async ({ page, sandbox }) => {
  await openGrid(page);
  await cell(page, 0, 0).focus();
  for (const name of ["Ida", "Ugo", "Pia", "Leo", "Eva", "Ada"]) {
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
  }
  await expect(cell(page, 6, 0)).toBeFocused();
  await cell(page, 0, 1).focus();
  await page.keyboard.type("Rossi");
  await page.keyboard.press("Tab");
  await page.keyboard.type("+39 333 555 0101");
  // Arrow keys move within the text.
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("9");
  await expect(cell(page, 0, 2)).toHaveValue("+39 333 555 01091");
  await axe(page);
  await page.getByRole("button", { name: "Remove row 2" }).click();
  await expect(cell(page, 1, 0)).toHaveValue("Pia");
  await page.getByRole("button", { name: "Add 5 contacts" }).click();
  await expect(page.locator("dialdesk-app #grid-said")).toBeFocused();
  await expect(page.getByText("5 contacts were added")).toBeVisible();
  await expect(cell(page, 0, 0)).toHaveValue("");
  const stored = await contactsOf(sandbox, 32);
  expect(stored.map((contact) => contact["firstName"])).toEqual(["Ida", "Pia", "Leo", "Eva", "Ada"]);
});

test("cells of a spreadsheet go where they are pasted, quotes and line ends included", async ({ page, sandbox }) => {
  await openGrid(page);
  await pasteInto(cell(page, 1, 1), 'Rossi\t+39 333 555 0101\r\n"Di\nBari"\t"say ""hi"""\r\n');
  await expect(page.getByText("2 rows were pasted.")).toBeVisible();
  await expect(cell(page, 1, 1)).toHaveValue("Rossi");
  await expect(cell(page, 2, 1)).toHaveValue("Di\nBari");
  await expect(cell(page, 2, 2)).toHaveValue('say "hi"');
  await cell(page, 1, 0).fill("Ida");
  await cell(page, 2, 0).fill("Ugo");
  await page.getByRole("button", { name: "Add 2 contacts" }).click();
  await expect(page.getByText("2 contacts were added")).toBeVisible();
  expect(await contactsOf(sandbox, 32)).toMatchObject([{ lastName: "Rossi" }, { lastName: "Di\nBari" }]);
});

test("a first row with names maps the columns and offers those that are missing", async ({ page, sandbox }) => {
  await openGrid(page);
  await pasteInto(cell(page, 0, 0), "Telefono\tNome\te-mail\tWhatever\n+39 333 555 0101\tIda\tida@example.com\tx\n");
  const note = page.locator("dialdesk-app #grid-pasted");
  await expect(note).toBeFocused();
  await expect(note).toContainText("Not all that you pasted has a place. The grid is as it was.");
  await expect(note).toContainText("Not among the columns of the grid: Email.");
  await expect(note).toContainText("No field, or one that is there already: Whatever.");
  await expect(cell(page, 0, 0)).toHaveValue("");
  await axe(page);
  await note.getByRole("button", { name: "Add the missing columns and take in what fits" }).click();
  await expect(note).toContainText("1 row was pasted into the columns that the first row names: Phone, First name, Email.");
  await expect(cell(page, 0, 0)).toHaveValue("Ida");
  await expect(cell(page, 0, 3)).toHaveValue("ida@example.com");
  await page.getByRole("button", { name: "Add 1 contact" }).click();
  await expect(page.getByText("1 contact was added")).toBeVisible();
  expect(await written(sandbox)).toEqual([
    `POST ${LISTS}/32/contacts [{"ListId":32,"firstName":"Ida","phone":"+39 333 555 0101","email":"ida@example.com"}]`,
  ]);
});

test("too many columns or rows are never cut silently", async ({ page }) => {
  await openGrid(page);
  await cell(page, 0, 0).fill("Here before");
  await pasteInto(cell(page, 0, 1), "a\tb\tc\td");
  const note = page.locator("dialdesk-app #grid-pasted");
  await expect(note).toContainText("2 columns would be to the right of the last one.");
  await note.getByRole("button", { name: "Leave the grid as it is" }).click();
  await expect(cell(page, 0, 1)).toBeFocused();
  await expect(cell(page, 0, 1)).toHaveValue("");
  await pasteInto(cell(page, 0, 1), "a\tb\tc\td");
  await note.getByRole("button", { name: "Take in only what fits" }).click();
  await expect(cell(page, 0, 0)).toHaveValue("Here before");
  await expect(cell(page, 0, 2)).toHaveValue("b");
  await pasteInto(cell(page, 1, 0), Array.from({ length: 502 }, (_, at) => `n${at}`).join("\n"));
  await expect(note).toContainText("3 rows go beyond the 500 rows of one request.");
  await expect(note.getByRole("link", { name: "Import a file instead" })).toBeVisible();
  await note.getByRole("button", { name: "Take in only what fits" }).click();
  await expect(page.getByRole("button", { name: "Add 500 contacts" })).toBeVisible();
  await page.getByRole("button", { name: "Add a row" }).click();
  await expect(page.getByText("One request takes 500 rows at most.")).toBeVisible();
});

test("errors name their rows, blank rows are passed over, repeats are a caution", async ({ page, sandbox }) => {
  await openGrid(page);
  await page.getByRole("button", { name: "Add contacts" }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByRole("alert")).toContainText("Fill in at least one row.");
  await pasteInto(cell(page, 1, 0), `Ida\tRossi\t+39 333 555 0101\n\t\t\n\t${"x".repeat(300)}\t+39 333 555 0101`);
  await page.getByRole("button", { name: "Add 2 contacts" }).click();
  const summary = page.getByRole("alert");
  await expect(summary).toBeFocused();
  await expect(summary).toContainText("Row 4, First name: Fill it in: a contact must have it.");
  await expect(summary).toContainText("Row 4, Last name: Shorten it to 255 characters; it has 300.");
  await expect(cell(page, 3, 2)).toHaveAccessibleDescription("Row 2 has the same number.");
  await axe(page);
  await summary.getByRole("button", { name: /Last name/ }).click();
  await expect(cell(page, 3, 1)).toBeFocused();
  await expect(cell(page, 3, 1)).toHaveAttribute("aria-invalid", "true");
  expect(await written(sandbox)).toEqual([]);
});

test("what the server refuses is said at its row, and all rows stay", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of (422|403)/);
  await sandbox.faults([{ method: "GET", path: `${LISTS}/*/fields`, kind: "403" }]);
  await openGrid(page, 33, "Trade fair leads");
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByLabel("Number of the field").fill("7");
  await page.getByRole("button", { name: "Add field" }).click();
  await page.getByLabel("cf_7", { exact: true }).check();
  await cell(page, 1, 0).fill("Ida");
  await cell(page, 3, 0).fill("Ugo");
  await cell(page, 3, 3).fill("many");
  await page.getByRole("button", { name: "Add 2 contacts" }).click();
  await expect(page.getByRole("alert")).toContainText("Row 4, cf_7: The server refused it and says:");
  await expect(cell(page, 3, 3)).toHaveAttribute("aria-invalid", "true");
  await axe(page);
  expect(await contactsOf(sandbox, 33)).toEqual([]);
  await cell(page, 3, 3).fill("");
  await page.getByRole("button", { name: "Add 2 contacts" }).click();
  await expect(page.getByText("2 contacts were added")).toBeVisible();
});

for (const [kind, title, sentence] of [
  ["422", "None of the contacts was added", "It says: “name: name is not acceptable”"],
  ["404", "None of the contacts was added", "It may have been deleted meanwhile"],
  ["500_html", "It is not known whether the contacts were added", "and has 0 now."],
  ["drop_before", "It is not known whether the contacts were added", "and has 0 now."],
  ["half", "It is not known whether the contacts were added", "and has 2 now."],
] as const) {
  test(`rows that could not be added stay: ${kind}`, async ({ page, sandbox, expectConsole }) => {
    expectConsole(/status of (4\d\d|500)|net::ERR/);
    await openGrid(page);
    await expect(page.getByText("0 contacts")).toBeVisible();
    await pasteInto(cell(page, 0, 0), "Ida\tRossi\nUgo\tBianchi");
    await sandbox.faults([{ method: "POST", path: `${LISTS}/*/contacts`, kind }]);
    await page.getByRole("button", { name: "Add 2 contacts" }).click();
    const said = page.locator("dialdesk-app #grid-said");
    await expect(said).toBeFocused();
    await expect(said).toContainText(title);
    await expect(said).toContainText(sentence);
    await expect(cell(page, 1, 1)).toHaveValue("Bianchi");
  });
}

test("a list that was deleted meanwhile takes nothing, and the rows stay", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 404/);
  await openGrid(page);
  await cell(page, 0, 0).fill("Ida");
  await elsewhere(sandbox, "DELETE", `${LISTS}/32`);
  await page.getByRole("button", { name: "Add 1 contact" }).click();
  await expect(page.locator("dialdesk-app #grid-said")).toContainText("It may have been deleted meanwhile");
  await expect(cell(page, 0, 0)).toHaveValue("Ida");
});

test("of rows that were added only those changed meanwhile stay", async ({ page, sandbox }) => {
  await openGrid(page);
  await pasteInto(cell(page, 0, 0), "Ida\tRossi\nUgo\tBianchi");
  await sandbox.faults([{ method: "POST", path: `${LISTS}/*/contacts`, kind: "delay", delay_ms: 1_500 }]);
  await page.getByRole("button", { name: "Add 2 contacts" }).click();
  await expect(page.getByRole("button", { name: "Sending…" })).toBeVisible();
  await cell(page, 3, 0).fill("Pia");
  await expect(page.getByText("2 contacts were added")).toBeVisible();
  await expect(cell(page, 0, 0)).toHaveValue("");
  await expect(cell(page, 1, 1)).toHaveValue("");
  await expect(cell(page, 3, 0)).toHaveValue("Pia");
  await page.getByRole("button", { name: "Add 1 contact" }).click();
  await expect(page.getByText("1 contact was added")).toBeVisible();
  const names = (await contactsOf(sandbox, 32)).map((contact) => contact["firstName"]);
  expect(names).toEqual(["Ida", "Ugo", "Pia"]);
});

test("fields that cannot be read again are still sent", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 500/);
  await openGrid(page, 33, "Trade fair leads");
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByLabel("Employees", { exact: true }).check();
  await cell(page, 0, 0).fill("Ida");
  await cell(page, 0, 3).fill("12");
  await sandbox.faults([{ method: "GET", path: `${LISTS}/*/fields`, kind: "500" }]);
  await page.getByRole("link", { name: "Lists" }).click();
  await page.getByRole("link", { name: "Trade fair leads" }).click();
  await expect.poll(async () => (await sandbox.requests()).some(({ status }) => status === 500)).toBe(true);
  await page.getByRole("link", { name: "Add several" }).click();
  await expect(cell(page, 0, 3)).toHaveValue("12");
  await page.getByRole("button", { name: "Add 1 contact" }).click();
  await expect(page.getByText("1 contact was added")).toBeVisible();
  expect(await written(sandbox)).toEqual([
    `POST ${LISTS}/33/contacts [{"ListId":33,"firstName":"Ida","cf_7":12}]`,
  ]);
});
