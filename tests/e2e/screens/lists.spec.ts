// The lists: read, searched, sorted, created.

import { axe, expect, heading, test } from "../fixtures/app";
import { open } from "../fixtures/admin";

test("lists are searched and sorted by keyboard", async ({ page }) => {
  await open(page, "/lists", "Lists");
  const table = page.getByRole("table", { name: "Contact lists" });
  await expect(table.getByRole("row")).toHaveCount(7);
  const first = table.getByRole("rowheader").first();
  await expect(first).toHaveText("Non chiamare");
  await page.getByRole("button", { name: "Name" }).press("Enter");
  await expect(table.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "ascending");
  await expect(first).toHaveText("Clienti energia");
  await page.getByLabel("Search name or ID").fill("33");
  await expect(table.getByRole("rowheader")).toHaveText(["Trade fair leads"]);
  await page.getByLabel("Search name or ID").fill("nothing like it");
  await expect(page.getByText("No list matches “nothing like it”")).toBeVisible();
  await page.getByRole("button", { name: "Show all lists" }).click();
  await expect(table.getByRole("row")).toHaveCount(7);
});

test("a form with errors keeps every value and leads to the fields", async ({ page, sandbox }) => {
  await open(page, "/lists/new", "Lists");
  const dialog = page.getByRole("dialog", { name: "New list" });
  await dialog.getByLabel("Description").fill("x".repeat(256));
  await dialog.getByRole("button", { name: "Create list" }).click();
  const summary = dialog.getByRole("alert");
  await expect(summary).toBeFocused();
  await expect(summary).toContainText("Name: Enter a name for the list.");
  await expect(summary).toContainText("Description: Shorten it to 255 characters; it has 256.");
  await axe(page);
  await summary.getByRole("button", { name: /^Name/ }).click();
  await expect(dialog.getByLabel("Name", { exact: true })).toBeFocused();
  await expect(dialog.getByLabel("Description")).toHaveValue("x".repeat(256));
  await dialog.getByLabel("Name", { exact: true }).fill("TESTLIST");
  await expect(dialog.getByText("List 32 has this name already.")).toBeVisible();
  expect((await sandbox.requests()).filter((request) => request.method === "POST")).toEqual([]);
});

test("a list that could not be created keeps what was typed", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of (422|500)|net::ERR/);
  await open(page, "/lists/new", "Lists");
  const dialog = page.getByRole("dialog", { name: "New list" });
  await dialog.getByLabel("Name", { exact: true }).fill("Autunno 24");
  for (const [kind, sentence] of [
    ["422", "The server refused what was sent (status 422). It says:"],
    ["500_html", "The server failed with status 500 and gave no reason."],
    ["drop_before", "It is not known whether the list was created"],
  ] as const) {
    await sandbox.faults([{ method: "POST", path: "/api/cm/lists", kind }]);
    await dialog.getByRole("button", { name: "Create list" }).click();
    await expect(dialog.getByRole("alert")).toContainText(sentence);
    await expect(dialog.getByLabel("Name", { exact: true })).toHaveValue("Autunno 24");
  }
  await axe(page);
  await sandbox.faults([]);
  await dialog.getByRole("button", { name: "Create list" }).click();
  await expect(page.getByText("“Autunno 24”, was created")).toBeVisible();

  const { lists } = await sandbox.state();
  expect(lists.filter((list) => list["name"] === "Autunno 24")).toHaveLength(1);
});

test("Escape closes the form and what was typed comes back with it", async ({ page }) => {
  await open(page, "/lists", "Lists");
  await page.getByRole("button", { name: "New list" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Half a na");
  await page.getByLabel("Name", { exact: true }).press("Escape");
  await expect(page).toHaveURL(/\/lists$/);
  await expect(page.getByRole("dialog", { name: "New list" })).toBeHidden();
  await expect(page.getByRole("button", { name: "New list" })).toBeFocused();
  await page.getByRole("button", { name: "New list" }).press("Enter");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Half a na");
});

test("Back does not return to the form of a list that was created", async ({ page }) => {
  await open(page, "/lists", "Lists");
  await page.getByRole("button", { name: "New list" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Autunno 24");
  await page.getByRole("button", { name: "Create list" }).click();
  await expect(page.getByText("“Autunno 24”, was created")).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\/lists$/);
  await expect(page.getByRole("dialog", { name: "New list" })).toBeHidden();
  await expect(page.getByRole("rowheader", { name: "Autunno 24" })).toBeVisible();
});

test("servers differ: bare arrays and numbers as text are read all the same", async ({ page, sandbox }) => {
  await sandbox.faults([{ method: "GET", path: "/api/cm/lists", kind: "bare_arrays" }]);
  await open(page, "/lists", "Lists");
  await expect(page.getByText("6 contact lists")).toBeVisible();
  await sandbox.faults([{ method: "GET", path: "/api/**", kind: "loose_types" }]);
  await page.getByRole("link", { name: "Spring renewals" }).click();
  await expect(page.getByText("40 contacts")).toBeVisible();
});

test("lists that cannot be read are said so, with a way to try again", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 500/);
  await open(page, "/connect", "Connection");
  await sandbox.faults([{ method: "GET", path: "/api/cm/lists", nth: 1, kind: "500_html" }]);
  await page.getByRole("link", { name: "Lists" }).click();
  await expect(page.getByRole("alert")).toContainText("The lists cannot be shown");
  await axe(page);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("table", { name: "Contact lists" })).toBeVisible();
});

test("addresses that mean nothing are said so", async ({ page }) => {
  await open(page, "/lists/0", "There is no such page");
  await axe(page);
  await page.getByRole("link", { name: "Go to the lists" }).click();
  await expect(heading(page)).toHaveText("Lists");
});
