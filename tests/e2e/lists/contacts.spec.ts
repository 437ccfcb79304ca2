// The contacts of a list: paged, sorted and searched by the server, deleted with time to undo it.

import type { Page } from "@playwright/test";

import { axe, expect, heading, test } from "../fixtures/app";
import { open } from "../fixtures/admin";
import { elsewhere } from "../fixtures/campaign-form";
import { tabTo } from "../fixtures/keyboard";
import { CONTACTS, LISTS, contactsOf, expectContacts, written } from "../fixtures/lists";
import type { Sandbox } from "../fixtures/sandbox";

/** Puts so many more contacts into a list. */
async function fill(sandbox: Sandbox, list: number, count: number): Promise<void> {
  const contacts = Array.from({ length: count }, (_, at) => ({
    ListId: list,
    firstName: `Zoe ${String(at).padStart(4, "0")}`,
    lastName: "Test",
    phone: `+44 7700 900${String(at % 1000).padStart(3, "0")}`,
  }));
  await elsewhere(sandbox, "POST", `${LISTS}/${list}/contacts`, JSON.stringify(contacts));
}

function rows(page: Page) {
  return page.getByRole("table", { name: "Contacts of the list" }).getByRole("rowheader");
}

test("pages are turned by keyboard, and the range is said", async ({ page, sandbox }) => {
  await fill(sandbox, 12, 1164);
  await open(page, "/lists/12", "Spring renewals");
  await expect(page.getByText("1,204 contacts")).toBeVisible();
  await expectContacts(page, "1–50 of 1,204");
  await expect(rows(page)).toHaveCount(50);
  await tabTo(page, "Next");
  await page.keyboard.press("Enter");
  await expectContacts(page, "51–100 of 1,204");
  await page.keyboard.press("Enter");
  await expectContacts(page, "101–150 of 1,204");
  await tabTo(page, "Previous");
  await page.keyboard.press("Enter");
  await expectContacts(page, "51–100 of 1,204");
  await page.keyboard.press("Enter");
  await expectContacts(page, "1–50 of 1,204");
  // There is nothing before it, and the keyboard stays where it is.
  await page.keyboard.press("Enter");
  await expectContacts(page, "1–50 of 1,204");
  await expect(page.getByRole("button", { name: "Previous" })).toBeFocused();
  await axe(page);
});

test("the server sorts and searches", async ({ page, sandbox }) => {
  await open(page, "/lists/12", "Spring renewals");
  const table = page.getByRole("table", { name: "Contacts of the list" });
  const header = (name: string) => table.getByRole("columnheader", { name });
  await expect(header("ID")).toHaveAttribute("aria-sort", "ascending");
  await page.getByRole("button", { name: "Last name" }).press("Enter");
  await expect(header("Last name")).toHaveAttribute("aria-sort", "ascending");
  await expect(table.getByRole("row").nth(1)).toContainText("Bellandi");
  await page.getByRole("button", { name: "Last name" }).press("Enter");
  await expect(header("Last name")).toHaveAttribute("aria-sort", "descending");
  await expect(table.getByRole("row").nth(1)).toContainText("Whitcombe");
  await expect(header("Contract number")).toBeVisible();

  await page.getByLabel("Search name, phone or email").fill("contact007");
  await page.getByRole("button", { name: "Search" }).click();
  await expectContacts(page, "1–1 of 1");
  await page.getByLabel("Search name, phone or email").fill("nobody like it");
  await page.getByLabel("Search name, phone or email").press("Enter");
  await expect(page.getByText("No contact matches “nobody like it”")).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Show all contacts" }).click();
  await expectContacts(page, "1–40 of 40");
  await expect(page.getByLabel("Search name, phone or email")).toHaveValue("");
  const asked = (await sandbox.requests()).map(({ path }) => path).filter((path) => path.includes("sort="));
  expect(asked).toContain(`${CONTACTS}?ListId=12&limit=50&offset=0&sort=-lastName&filter=contact007`);
});

test("no contacts yet is not that none matches, and both parts are told apart", async ({ page }) => {
  await open(page, "/lists/32", "TestList");
  await expect(page.getByRole("heading", { name: "No contacts yet" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Add a contact" })).toBeVisible();
  await axe(page);
  await page.getByRole("link", { name: "Fields" }).click();
  await expect(page).toHaveURL(/\/lists\/32\/fields$/);
  await page.goBack();
  await expect(page.getByRole("heading", { name: "No contacts yet" })).toBeVisible();
  await page.goForward();
  await expect(page.getByRole("table", { name: "Custom fields of the list" })).toBeVisible();
});

test("servers differ: bare arrays and numbers as text are read all the same", async ({ page, sandbox }) => {
  for (const kind of ["bare_arrays", "loose_types"] as const) {
    await sandbox.faults([{ method: "GET", path: "/api/**", kind }]);
    await open(page, "/lists/12", "Spring renewals");
    await expectContacts(page, "1–40 of 40");
    await expect(rows(page).first()).toHaveText("Anna");
  }
});

test("contacts are deleted after eight seconds, unless that is undone, on whatever screen", async ({ page, sandbox }) => {
  await open(page, "/lists/41", "Non chiamare");
  await expectContacts(page, "1–3 of 3");
  const before = await contactsOf(sandbox, 41);
  const remove = page.getByRole("button", { name: /^Delete (?!list)/ });
  await expect(remove).toHaveCount(3);
  await remove.first().focus();
  await page.keyboard.press("Enter");
  const undo = page.getByRole("button", { name: /^Undo / });
  await expect(undo.first()).toBeFocused();
  await expect(page.getByText(/^8 seconds to undo it, then deleted: .*Nothing is sent before/)).toBeVisible();
  await axe(page);
  // Pressed again it is taken back.
  await page.keyboard.press("Enter");
  await expect(remove).toHaveCount(3);
  await remove.nth(0).click();
  await remove.nth(0).click();
  await expect(page.getByRole("button", { name: "Undo all" })).toBeVisible();
  await undo.first().click();
  expect(await written(sandbox)).toEqual([]);
  await page.getByRole("link", { name: "Import", exact: true }).click();
  await expect(heading(page)).toHaveText("Import contacts");
  await expect.poll(() => written(sandbox), { timeout: 15_000 }).toHaveLength(1);
  expect(await written(sandbox)).toEqual([`DELETE ${CONTACTS}/${String(before[1]?.["id"])}`]);
  await page.goBack();
  await expectContacts(page, "1–2 of 2");
});

for (const [kind, sentence] of [
  ["403", "It is still there. This account may not do that."],
  ["404", "It is still there. The server does not have it."],
  ["405", "It is still there. This server does not offer that."],
  ["500_html", "It is not known whether it is still there. The server failed with status 500"],
  ["drop_before", "It is not known whether it is still there. The server did not answer."],
] as const) {
  test(`a contact that could not be deleted comes back and says why: ${kind}`, async ({ page, sandbox, expectConsole }) => {
    expectConsole(/status of (40\d|500)|net::ERR/);
    await open(page, "/lists/41", "Non chiamare");
    await sandbox.faults([{ method: "DELETE", path: `${CONTACTS}/*`, kind }]);
    await page.getByRole("button", { name: /^Delete (?!list)/ }).first().click();
    await expect(page.getByRole("alert")).toContainText(sentence, { timeout: 15_000 });
    await expect(page.getByRole("button", { name: /^Delete (?!list)/ })).toHaveCount(3);
    await axe(page);
    expect(await contactsOf(sandbox, 41)).toHaveLength(3);
  });
}

test("a deletion whose answer was lost is found out by looking", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/net::ERR|status of 404/);
  await open(page, "/lists/41", "Non chiamare");
  await sandbox.faults([{ method: "DELETE", path: `${CONTACTS}/*`, kind: "drop_after" }]);
  await page.getByRole("button", { name: /^Delete (?!list)/ }).first().click();
  await expect(page.getByText("1–2 of 2")).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole("alert")).toBeHidden();
  expect(await contactsOf(sandbox, 41)).toHaveLength(2);
});

test("signing out takes back what was not sent", async ({ page, sandbox }) => {
  await open(page, "/lists/41", "Non chiamare");
  await page.getByRole("button", { name: /^Delete (?!list)/ }).first().click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  await page.waitForTimeout(9_000);
  expect(await written(sandbox)).toEqual([]);
});

test("contacts that cannot be read leave those before on screen, and say so", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 500/);
  await open(page, "/lists/12", "Spring renewals");
  await expectContacts(page, "1–40 of 40");
  await sandbox.faults([{ method: "GET", path: CONTACTS, kind: "500" }]);
  await page.getByLabel("Search name, phone or email").fill("nobody at all");
  await page.keyboard.press("Enter");
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("These contacts could not be read. Below is what was read before");
  await expect(page.getByRole("table")).toBeVisible();
  await axe(page);
  await sandbox.faults([]);
  await alert.getByRole("button").click();
  await expect(page.getByText("No contact matches “nobody at all”")).toBeVisible();
  await expect(alert).toBeHidden();
});
