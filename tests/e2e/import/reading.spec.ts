// How a file is read: what was found, what speaks for it, and the admin's say in it.

import { axe, expect, test } from "../fixtures/app";
import { choose, csv, open } from "../fixtures/admin";

/** An Italian spreadsheet's export: semicolons and windows-1252, in which à, ì and ò are the bytes E0, EC and F2. */
const EXPORT = csv(
  "esportazione.csv",
  Buffer.from("Nome;Città; telefono\r\nNiccolò;Forlì;+39 000 000001\r\nAnna;Roma;+39 000 000002\r\n", "latin1"),
);

test("another encoding is read, shown with its evidence, and changed without losing anything", async ({
  page,
  sandbox,
}) => {
  await open(page, "/import", "Import contacts");
  await choose(page, EXPORT);
  const encoding = page.getByLabel("Encoding", { exact: true });
  await expect(encoding.locator("option:checked")).toHaveText("Found: Western European (windows-1252)");
  await expect(page.getByText(/^its text makes most sense so \(\d+% sure\)$/)).toBeVisible();
  await expect(page.getByText("Do these read right?")).toHaveText(/Città Niccolò Forlì/);
  await expect(page.getByLabel("Separator").locator("option:checked")).toHaveText("Found: Semicolon ;");
  await expect(page.locator("#read-delimiter-about")).toHaveText("gives 3 columns in 3 of 3 rows (Comma , gives 1)");
  await expect(page.getByLabel("First line").locator("option:checked")).toHaveText("Found: Names of the columns");
  await expect(page.locator("#read-header-about")).toHaveText(
    "it has words where the rows below have numbers or addresses",
  );
  await axe(page);
  await page.getByLabel("Into list").selectOption({ label: "32 · TestList" });
  await page.getByRole("checkbox", { name: "First name" }).check();
  await page.getByLabel("Column for City").selectOption({ label: "No column" });

  // By the tables of windows-1250, F2 is ň and EC is ě.
  await encoding.selectOption({ label: "Central European (windows-1250)" });
  await expect(page.getByText("Do these read right?")).toHaveText(/Niccolň Forlě/);
  await expect(page.getByRole("cell", { name: "Niccolň", exact: true })).toBeVisible();
  await expect(page.locator("#read-encoding-about")).toHaveText("your choice");
  await expect(page.getByLabel("Into list")).toHaveValue("32");
  await expect(page.getByRole("checkbox", { name: "First name" })).toBeChecked();
  await expect(page.getByLabel("Column for City")).toHaveValue("");

  await encoding.selectOption({ label: "Find out" });
  await expect(page.getByRole("cell", { name: "Niccolò", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Import 2 contacts into TestList" }).click();
  await expect(page.getByText("2 contacts were imported")).toBeVisible();
  await expect(encoding).toBeDisabled();
  const { contacts } = await sandbox.list(32);
  expect(contacts.map((contact) => [contact["firstName"], contact["city"]])).toEqual([
    ["Niccolò", undefined],
    ["Anna", undefined],
  ]);
});

test("a file without column names is read so, and names can be turned on, by keyboard", async ({ page, sandbox }) => {
  await open(page, "/import/into/32", "Import contacts");
  await choose(page, csv("plain.csv", "Giulia,+39 000 000001\nMarco,+39 000 000002\nAnna,+39 000 000003\n"));
  await expect(page.getByText("no column names: the first line is a contact already")).toBeVisible();
  const header = page.getByLabel("First line");
  await expect(header.locator("option:checked")).toHaveText("Found: A contact already");
  await expect(page.getByText("it has a number or an address in it")).toBeVisible();
  await page.getByLabel("Column for First name").selectOption({ label: "Column A, without a name" });
  await expect(page.getByRole("button", { name: "Import 3 contacts into TestList" })).toBeVisible();

  await header.focus();
  await header.press("ArrowDown");
  await expect(page.getByRole("button", { name: "Import 2 contacts into TestList" })).toBeVisible();
  await expect(header).toBeFocused();
  // The choice stays with its column, which has a name now.
  await expect(page.getByLabel("Column for First name").locator("option:checked")).toHaveText("A · Giulia");
  await header.press("ArrowUp");
  await expect(page.getByRole("button", { name: "Import 3 contacts into TestList" })).toBeVisible();
  await page.getByRole("button", { name: "Import 3 contacts into TestList" }).click();
  await expect(page.getByText("3 contacts were imported")).toBeVisible();
  expect((await sandbox.list(32)).contacts.map((contact) => contact["firstName"])).toEqual(["Giulia", "Marco", "Anna"]);
});

test("a choice waits until its separator comes back", async ({ page }) => {
  await open(page, "/import", "Import contacts");
  await choose(page, csv("semicolons.csv", "Nome;Telefono;Ufficio\nGiulia;+39 000 000001;+39 000 000002\n"));
  await page.getByLabel("Column for Phone").selectOption({ label: "C · Ufficio" });
  await page.getByLabel("Separator").selectOption({ label: "Comma ," });
  await expect(page.getByText("1 column ·")).toBeVisible();
  await page.getByLabel("Separator").selectOption({ label: "Semicolon ;" });
  await expect(page.getByText("3 columns ·")).toBeVisible();
  await expect(page.getByLabel("Column for Phone").locator("option:checked")).toHaveText("C · Ufficio");
});

test("where a file cannot be read in the way that was chosen, it stays as it was", async ({ page }) => {
  await open(page, "/import", "Import contacts");
  await choose(page, csv("good.csv", "name,phone\nAnn,+39 000 1\n"));
  const encoding = page.getByLabel("Encoding", { exact: true });
  // Two bytes of ASCII make one Chinese character: no line ends are left.
  await encoding.selectOption({ label: "UTF-16" });
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("The file cannot be read that way, so it is read as before");
  await expect(alert).toContainText("column names, but no contacts below them");
  await expect(encoding).toHaveValue("");
  await expect(page.getByText("1 record ·")).toBeVisible();
  await expect(page.getByLabel("Column for Phone")).toHaveValue("1");
  await axe(page);
  await encoding.selectOption({ label: "UTF-8" });
  await expect(alert).toBeHidden();
});

test("a file that is refused can be read in another way", async ({ page }) => {
  await open(page, "/import/into/32", "Import contacts");
  await choose(page, csv("one.csv", "Ann,Bianchi\n"));
  await expect(page.getByRole("alert")).toContainText("column names, but no contacts below them");
  await axe(page);
  await page.getByLabel("First line").selectOption({ label: "A contact already" });
  await expect(page.getByText("1 record ·")).toBeVisible();
  await expect(page.locator("#file-outcome")).toBeFocused();
  await expect(page.getByLabel("First line").locator("option:checked")).toHaveText("A contact already");
});
