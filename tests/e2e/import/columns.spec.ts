// Binding and duplicates by keyboard, and the agreement of the two.

import { expect, test } from "../fixtures/app";
import { choose, csv, open } from "../fixtures/admin";

const FILE = csv(
  "five.csv",
  "name,phone,email\nAnn,+39 000 1,a@example.com\nBob,+39 000 1,b@example.com\nCat,+39 000 2,a@example.com\n",
);

test("a column is changed with the arrow keys, and the keyboard stays in its select", async ({ page }) => {
  await open(page, "/import", "Import contacts");
  await choose(page, FILE);
  const phone = page.getByLabel("Column for Phone");
  await expect(phone).toHaveValue("1");
  await phone.focus();
  await phone.press("ArrowDown");
  await expect(phone).toHaveValue("2");
  await expect(phone).toBeFocused();
  await phone.press("ArrowUp");
  await expect(phone).toHaveValue("1");
  await expect(phone).toBeFocused();
  await expect(page.getByRole("row", { name: /^Phone/ })).toContainText("your choice");
});

test("a compared field that is unbound takes no part, neither in the promise nor in the request", async ({
  page,
  sandbox,
}) => {
  await open(page, "/import", "Import contacts");
  await choose(page, FILE);
  await page.getByLabel("Into list").selectOption({ label: "32 · TestList" });
  await expect(page.getByText("1 row repeats an earlier one")).toBeVisible();
  await page.getByRole("checkbox", { name: "Email" }).check();
  // Both must be equal now, and no two rows are.
  await expect(page.getByText("No row repeats an earlier one.")).toBeVisible();
  await page.getByLabel("Column for Email").selectOption({ label: "No column" });
  await expect(page.getByText("1 row repeats an earlier one")).toBeVisible();
  await page.getByRole("button", { name: "Import 2 contacts into TestList" }).click();
  await expect(page.getByText("2 contacts were imported")).toBeVisible();
  const bind = (await sandbox.requests()).filter((request) => request.method === "POST").at(-1);
  expect(JSON.parse(bind?.body ?? "")).toMatchObject({ duplicates: ["phone"] });
  expect((await sandbox.list(32)).contacts.map((contact) => contact["firstName"])).toEqual(["Ann", "Cat"]);
});

test("the outcome belongs to its list: another list begins anew", async ({ page, sandbox }) => {
  await open(page, "/import/into/32", "Import contacts");
  await choose(page, FILE);
  await page.getByRole("button", { name: "Import 2 contacts into TestList" }).click();
  await expect(page.getByText("2 contacts were imported")).toBeVisible();
  await page.getByRole("link", { name: "Lists" }).click();
  await page.getByRole("link", { name: "Trade fair leads" }).click();
  await page.getByRole("link", { name: "Import contacts into this list" }).click();
  await expect(page.getByLabel("Into list")).toHaveValue("33");
  await expect(page.getByText("2 contacts were imported")).toBeHidden();
  await page.getByRole("button", { name: "Import 2 contacts into Trade fair leads" }).click();
  await expect(page.getByText("2 contacts were imported")).toBeVisible();
  expect((await sandbox.list(33)).contacts).toHaveLength(2);
});

test("the keyboard goes on where things happen", async ({ page }) => {
  await open(page, "/import/into/32", "Import contacts");
  await choose(page, FILE);
  await expect(page.locator("#file-outcome")).toBeFocused();
  await page.getByRole("button", { name: "Import 2 contacts into TestList" }).press("Enter");
  await expect(page.getByText("2 contacts were imported")).toBeVisible();
  await expect(page.locator("#import-outcome")).toBeFocused();
  await page.getByRole("button", { name: "Import another file" }).press("Enter");
  await expect(page.locator("#file-drop")).toBeFocused();
});

test("figures say how well a column fits, and what is left out has a sample", async ({ page }) => {
  await open(page, "/import/into/32", "Import contacts");
  const rows = ["Ann,+39 000 000001,a@example.com,x", "Bob,none,none,", "Cat,+39 000 000003,,y", "Dan,+39 000 000004,,x"];
  await choose(page, csv("fit.csv", `name,phone,email,wave\n${rows.join("\n")}\n`));
  // Three of four cells are numbers; one of the two that are filled is an address.
  await expect(page.getByRole("row", { name: /^Phone/ })).toContainText("75% have the digits of a phone number");
  await expect(page.getByRole("row", { name: /^Email/ })).toContainText("50% look like email addresses");
  await expect(page.getByRole("row", { name: /^Email/ })).toContainText("2 empty");
  await expect(page.getByRole("row", { name: /^Phone/ })).toContainText(/by its name, \d+% sure/);
  await expect(page.getByText("Left out: D · wave (“x”)")).toBeVisible();
  // One column may feed several fields.
  await page.getByRole("combobox", { name: "Add a field" }).selectOption({ label: "Mobile" });
  await page.getByRole("button", { name: "Add this field" }).click();
  await page.getByLabel("Column for Mobile").selectOption({ label: "B · phone" });
  await expect(page.getByLabel("Column for Phone")).toHaveValue("1");
  await expect(page.getByLabel("Column for Mobile")).toHaveValue("1");
});
