// The main job from end to end: a file becomes the contacts of a new list.

import { expect, heading, test } from "../fixtures/app";
import { choose, open } from "../fixtures/admin";
import { FILE, STORED } from "../fixtures/thousand";

test("sign in, create a list, import 1,000 rows: the server holds the 950 that were promised", async ({
  page,
  sandbox,
}) => {
  await open(page, "/lists", "Lists");

  await page.getByRole("button", { name: "New list" }).click();
  await expect(page).toHaveURL(/\/lists\/new$/);
  await page.getByLabel("Name", { exact: true }).fill("Autunno 24");
  await page.getByRole("button", { name: "Create list" }).click();
  await page.getByRole("link", { name: "Open the list" }).click();
  await expect(heading(page)).toHaveText("Autunno 24");
  const id = Number(/\/lists\/(\d+)$/.exec(page.url())?.[1]);

  await page.getByRole("link", { name: "Import contacts into this list" }).click();
  await choose(page, FILE);
  await expect(page.getByText("1,000 records ·")).toBeVisible();
  await expect(page.getByText("separated by commas")).toBeVisible();

  // The proposals, by the names of the columns.
  await expect(page.getByLabel("Column for First name")).toHaveValue("0");
  await expect(page.getByLabel("Column for Last name")).toHaveValue("1");
  await expect(page.getByLabel("Column for Phone")).toHaveValue("2");
  await expect(page.getByLabel("Column for Email")).toHaveValue("3");
  // One of them changed, another taken back: the street is not wanted.
  await page.getByLabel("Column for Street").selectOption({ label: "No column" });
  await expect(page.getByText("Left out: E · indirizzo")).toBeVisible();

  // The repeats: row 951 stands in line 1,087, as the header is a line and 135 of the rows before it have two.
  await expect(page.getByText("50 rows repeat an earlier one")).toBeVisible();
  const repeats = page.getByRole("region", { name: "Rows that repeat an earlier one" });
  // Each stands below the row that it repeats; the header is a row as well.
  await expect(repeats.getByRole("table")).toHaveAttribute("aria-rowcount", "101");
  await expect(repeats.locator("tbody").getByRole("row").nth(0)).toHaveText(/^2Phone .*Giulia/);
  await expect(repeats.locator("tbody").getByRole("row").nth(1)).toHaveText(/^1,087Phone .*Niccolò.*repeats line 2/);

  // What the app says before anything is sent.
  await expect(page.getByRole("row", { name: "950 will be stored in the list, which is empty now" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "The file is uploaded as it is" })).toBeVisible();
  const before = await sandbox.requests();
  expect(before.filter((request) => request.method !== "GET").map((request) => request.path)).toEqual([
    "/api/cm/lists",
  ]);

  await page.getByRole("button", { name: "Import 950 contacts into Autunno 24" }).click();
  await expect(page.getByText("950 contacts were imported")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText("Verified:")).toBeVisible();

  const { contacts } = await sandbox.list(id);
  expect(
    contacts.map(({ firstName, lastName, phone, email, street, ListId }) => ({
      firstName, lastName, phone, email, street, ListId,
    })),
  ).toEqual(
    STORED.map((row) => ({
      firstName: row.nome,
      lastName: row.cognome,
      phone: row.telefono,
      email: row.email,
      street: undefined,
      ListId: id,
    })),
  );
});
