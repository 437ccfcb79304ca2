// The country of a file's numbers, and the form in which they are sent.

import { axe, expect, test } from "../fixtures/app";
import { choose, csv, open } from "../fixtures/admin";

const FILE = csv("mobiles.csv", "name,phone\nAnn,333 000 0001\nBob,+39 333 000 0002\nCat,none\nDan,00393330000003\n");

test("numbers are sent in the form that is chosen, as was said before", async ({ page, sandbox }) => {
  await open(page, "/import/into/32", "Import contacts");
  await choose(page, FILE);
  await expect(page.getByText("Every number is sent as the file has it.")).toBeVisible();
  const country = page.getByLabel("Numbers without a country code are from");
  const form = page.getByLabel("Numbers are sent");
  await form.selectOption({ label: "with country code, digits only (39…)" });
  // Only two of the numbers say their country.
  await expect(page.getByText("No country is chosen: only numbers that begin with + or 00")).toBeVisible();
  await expect(page.getByText("2 numbers are written anew, with country code and digits only.")).toBeVisible();
  await country.selectOption({ label: "Italy (+39)" });
  await expect(page.getByText("3 numbers are written anew, with country code and digits only.")).toBeVisible();
  await form.selectOption({ label: "with plus and country code (+39…)" });
  await expect(page.getByText("3 numbers are written anew, with plus and country code.")).toBeVisible();
  await expect(page.getByText("333 000 0001 becomes +393330000001")).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Import 4 contacts into TestList" }).click();
  await expect(page.getByText("4 contacts were imported")).toBeVisible();
  const { contacts } = await sandbox.list(32);
  expect(contacts.map((contact) => contact["phone"])).toEqual([
    "+393330000001", "+393330000002", "none", "+393330000003",
  ]);
});

test("the country is remembered in this browser, in either language, and nothing else is", async ({ page }) => {
  await open(page, "/import", "Import contacts");
  await choose(page, FILE);
  await page.getByLabel("Numbers without a country code are from").selectOption({ label: "Germany (+49)" });
  await page.getByLabel("Numbers are sent").selectOption({ label: "with plus and country code (+39…)" });
  const kept = await page.evaluate(() => Object.entries(localStorage));
  expect(kept.filter(([key]) => key.includes("country"))).toEqual([["dialdesk.country", "DE"]]);
  expect(JSON.stringify(kept)).not.toContain("333");

  await page.evaluate(() => localStorage.setItem("dialdesk.language", "it"));
  await page.goto("/import");
  await page.getByLabel("Nome", { exact: true }).fill("admin");
  await page.getByLabel("Password", { exact: true }).fill("password");
  await page.getByRole("button", { name: "Accedi" }).click();
  await choose(page, FILE);
  const country = page.getByLabel("I numeri senza prefisso internazionale sono di");
  await expect(country.locator("option:checked")).toHaveText("Germania (+49)");
  await expect(page.getByLabel("I numeri vengono inviati").locator("option:checked")).toHaveText("come stanno nel file");
  // In the order of Italian: Egitto and Emirati before Etiopia; the first option is for none.
  const names = (await country.locator("option").allTextContents()).slice(1).map((name) => name.replace(/ \(.*/, ""));
  expect(names.length).toBeGreaterThan(200);
  expect(names).toEqual([...names].sort(new Intl.Collator("it").compare));
  await country.selectOption("");
  await page.reload();
  await page.getByLabel("Nome", { exact: true }).fill("admin");
  await page.getByLabel("Password", { exact: true }).fill("password");
  await page.getByRole("button", { name: "Accedi" }).click();
  await choose(page, FILE);
  await expect(country).toHaveValue("");
});

test("where no column holds numbers nothing is asked about them", async ({ page }) => {
  await open(page, "/import", "Import contacts");
  await choose(page, csv("names.csv", "name,email\nAnn,a@example.com\n"));
  await expect(page.getByText("1 record ·")).toBeVisible();
  await expect(page.getByLabel("Numbers without a country code are from")).toBeHidden();
  await expect(page.getByText("No column feeds the phone, so numbers are not looked at.")).toBeVisible();
});
