// The list as a whole: its name, its end, its fields and agents, and servers that show nothing.

import { axe, expect, heading, test } from "../fixtures/app";
import { open, signIn } from "../fixtures/admin";
import { elsewhere } from "../fixtures/campaign-form";
import { CONTACTS, LISTS, cell, contactField, contactsOf, written } from "../fixtures/lists";

test("a change of the name sends the name alone, and says what others have changed", async ({ page, sandbox }) => {
  await open(page, "/lists/12", "Spring renewals");
  await page.getByRole("button", { name: "Edit list" }).click();
  const dialog = page.getByRole("dialog", { name: "Edit list" });
  await expect(dialog.getByLabel("Name", { exact: true })).toHaveValue("Spring renewals");
  await dialog.getByRole("button", { name: "Save list" }).click();
  await expect(dialog).toContainText("Nothing has changed");
  await dialog.getByLabel("Name", { exact: true }).fill("Summer renewals");
  await elsewhere(sandbox, "PUT", `${LISTS}/12`, '{"name":"Autumn renewals","description":"Theirs"}');
  await dialog.getByRole("button", { name: "Save list" }).click();
  await expect(dialog).toContainText("Somebody else has changed “Name” meanwhile to “Autumn renewals”.");
  // What was not changed here is not put back.
  await expect(dialog.getByLabel("Description")).toHaveValue("Theirs");
  await axe(page);
  await dialog.getByRole("button", { name: "Save list" }).click();
  await expect(dialog).toBeHidden();
  await expect(heading(page)).toHaveText("Summer renewals");
  await expect(page.getByText("The list was saved")).toBeVisible();
  expect((await written(sandbox)).slice(1)).toEqual([`PUT ${LISTS}/12 {"name":"Summer renewals"}`]);
});

test("a list is deleted only by its own button in the dialog that names it", async ({ page, sandbox }) => {
  await open(page, "/lists/12", "Spring renewals");
  await page.getByRole("button", { name: "Delete list…" }).focus();
  // Enter twice is not enough.
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Delete the list “Spring renewals”?" });
  await expect(dialog).toContainText("Its 40 contacts go with it.");
  await axe(page);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "Delete list…" })).toBeFocused();
  expect(await written(sandbox)).toEqual([]);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText("Lists");
  await expect(page.getByText("List 12, “Spring renewals”, was deleted.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Spring renewals" })).toBeHidden();
  expect(await written(sandbox)).toEqual([`DELETE ${LISTS}/12`]);
});

for (const [kind, title] of [
  ["403", "The list was not deleted"],
  ["405", "The list was not deleted"],
  ["500_html", "It is not known whether the list was deleted"],
] as const) {
  test(`a list that could not be deleted is said so in its dialog: ${kind}`, async ({ page, sandbox, expectConsole }) => {
    expectConsole(/status of (40\d|500)/);
    await open(page, "/lists/41", "Non chiamare");
    await sandbox.faults([{ method: "DELETE", path: `${LISTS}/*`, kind }]);
    await page.getByRole("button", { name: "Delete list…" }).click();
    await page.getByRole("button", { name: "Delete “Non chiamare”" }).click();
    await expect(page.getByRole("dialog").getByRole("alert")).toContainText(title);
    await expect(page).toHaveURL(/\/lists\/41$/);
    await axe(page);
  });
}

test("a deletion whose answer was lost is found out by looking", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/net::ERR|status of 404/);
  await open(page, "/lists/41", "Non chiamare");
  await sandbox.faults([{ method: "DELETE", path: `${LISTS}/*`, kind: "drop_after" }]);
  await page.getByRole("button", { name: "Delete list…" }).click();
  await page.getByRole("button", { name: "Delete “Non chiamare”" }).click();
  await expect(page.getByText("List 41, “Non chiamare”, was deleted.")).toBeVisible();
});

test("a list that is deleted after its page was left is said so all the same", async ({ page, sandbox }) => {
  await open(page, "/lists/41", "Non chiamare");
  await sandbox.faults([{ method: "DELETE", path: `${LISTS}/*`, kind: "delay", delay_ms: 1_500 }]);
  await page.getByRole("button", { name: "Delete list…" }).click();
  await page.getByRole("button", { name: "Delete “Non chiamare”" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Lists" }).click();
  await expect(page.getByText("List 41, “Non chiamare”, was deleted.")).toBeVisible();
});

test("agents are read again after signing in again", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 401/);
  await sandbox.faults([{ method: "GET", path: `${LISTS}/*/users`, kind: "401" }]);
  await page.goto("/lists/27/agents");
  await signIn(page);
  const again = page.getByRole("dialog");
  await expect(again).toBeVisible();
  await sandbox.faults([]);
  await again.getByLabel("Password", { exact: true }).fill("password");
  await again.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("rowheader", { name: "Sofie Brandt" })).toBeVisible();
});

test("fields are shown with their types, and what a list without any says", async ({ page, sandbox, expectConsole }) => {
  await open(page, "/lists/33/fields", "Trade fair leads");
  const row = page.getByRole("table", { name: "Custom fields of the list" }).getByRole("row");
  await expect(row.filter({ hasText: "Fair day" })).toContainText("cf_5");
  await expect(row.filter({ hasText: "Fair day" })).toContainText("Friday, Saturday, Sunday");
  await expect(row.filter({ hasText: "Fair day" })).toContainText("this list");
  await expect(row.filter({ hasText: "Notes" })).toContainText("every list");
  await axe(page);
  expectConsole(/status of 405/);
  await sandbox.faults([{ method: "GET", path: `${LISTS}/*/fields`, kind: "405" }]);
  await open(page, "/lists/33/fields", "Trade fair leads");
  await expect(page.getByRole("alert")).toContainText("This server does not offer that.");
  await expect(page.getByText("the forms take a custom field by its number")).toBeVisible();
  await axe(page);
});

test("agents who are gone are said so; one is removed and that is undone", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 404/);
  await open(page, "/lists/27/agents", "Clienti energia");
  await page.getByLabel("IDs of other agents").fill("24, 999");
  await page.getByRole("button", { name: "Add 2 agents" }).click();
  await expect(page.getByRole("alert")).toContainText("None of them was added");
  await expect(page.getByLabel("IDs of other agents")).toHaveValue("24, 999");
  await axe(page);
  await page.getByRole("button", { name: "Remove Adaeze Nwosu" }).click();
  await expect(page.getByText(/^Adaeze Nwosu will be removed from the list in 8 seconds/)).toBeVisible();
  await page.getByRole("button", { name: "Undo Adaeze Nwosu" }).click();
  await page.getByRole("button", { name: "Remove Sofie Brandt" }).click();
  await expect(page.getByRole("rowheader", { name: "Sofie Brandt" })).toBeHidden({ timeout: 15_000 });
  const sent = (await written(sandbox)).filter((request) => request.startsWith("DELETE"));
  expect(sent).toEqual([`DELETE ${LISTS}/27/users?ids=35`]);
});

test("a list that does not exist is said so on its page", async ({ page, expectConsole }) => {
  expectConsole(/status of 404/);
  await open(page, "/lists/999", "List 999");
  await expect(page.getByRole("alert").first()).toContainText("The list cannot be shown");
  await axe(page);
});

for (const kind of ["403", "404", "405"] as const) {
  test(`where nothing may be read contacts and agents are added all the same: ${kind}`, async ({
    page,
    sandbox,
    expectConsole,
  }) => {
    expectConsole(/status of 40\d/);
    await sandbox.faults([{ method: "GET", path: "/api/**", kind }]);
    await open(page, "/lists/32", "List 32");
    await expect(page.getByText("The contacts of the list cannot be shown")).toBeVisible();
    await expect(page.getByText("Contacts can be added all the same.")).toBeVisible();
    await axe(page);
    await page.getByRole("link", { name: "Add a contact" }).click();
    await contactField(page, "firstName").fill("Ida");
    await page.getByLabel("Number of the field").fill("1");
    await page.getByRole("button", { name: "Add field" }).click();
    await contactField(page, "cf_1").fill("some text");
    await page.getByRole("button", { name: "Add contact" }).click();
    await expect(page.getByText(/was added/)).toBeVisible();
    await page.goBack();
    await page.getByRole("link", { name: "Add several" }).click();
    await cell(page, 0, 0).fill("Ugo");
    await page.getByRole("button", { name: "Add 1 contact" }).click();
    await expect(page.getByText("1 contact was added")).toBeVisible();
    await page.getByRole("link", { name: "Agents" }).click();
    await page.getByLabel("IDs of other agents").fill("24");
    await page.getByRole("button", { name: "Add 1 agent" }).click();
    await expect(page.getByText("1 agent was added")).toBeVisible();
    expect(await written(sandbox)).toEqual([
      `POST ${CONTACTS} {"firstName":"Ida","ListId":32,"cf_1":"some text"}`,
      `POST ${LISTS}/32/contacts [{"ListId":32,"firstName":"Ugo"}]`,
      `POST ${LISTS}/32/users {"id":32,"ids":[24]}`,
    ]);
    expect(await contactsOf(sandbox, 32)).toHaveLength(2);
  });
}

test("in Italian: a contact, several, and an agent taken away", async ({ page, sandbox }) => {
  await open(page, "/connect", "Connection");
  await page.getByLabel("Language").selectOption("it");
  await page.getByRole("link", { name: "Liste" }).click();
  await page.getByRole("link", { name: "Clienti energia" }).click();
  await expect(page.getByText("1–12 di 12")).toBeVisible();
  await page.getByRole("link", { name: "Aggiungi più contatti" }).click();
  await cell(page, 0, 2).fill("+39 333 555 0101");
  await page.getByRole("button", { name: "Aggiungi 1 contatto" }).click();
  await expect(page.getByRole("alert")).toContainText("Riga 1, Nome: Compilalo: un contatto deve averlo.");
  await cell(page, 0, 0).fill("Ida");
  await page.getByRole("button", { name: "Aggiungi 1 contatto" }).click();
  await expect(page.getByText("1 contatto aggiunto")).toBeVisible();
  await axe(page);
  await page.getByRole("link", { name: "Operatori" }).click();
  await page.getByRole("button", { name: "Togli Adaeze Nwosu" }).click();
  await expect(page.getByText(/^Rimozione dalla lista tra 8 secondi: Adaeze Nwosu/)).toBeVisible();
  await page.getByRole("button", { name: "Annulla Adaeze Nwosu" }).click();
  // Not only put off.
  await page.waitForTimeout(9_000);
  expect(await written(sandbox)).toHaveLength(1);
});
