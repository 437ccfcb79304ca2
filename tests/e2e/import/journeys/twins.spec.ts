// A file with a byte order mark and two headers alike: the first column keeps its name, and of the twins the one is taken
// that was chosen.

import { axe, expect, test } from "../../fixtures/app";
import { csv, open } from "../../fixtures/admin";
import { HANDS, promised } from "../../fixtures/hand";

const FILE = csv(
  "branches.csv",
  "\u{feff}First name,Phone,Phone,Note\r\n" +
    "Ann,+44 7700 900101,+44 7700 900201,office\r\n" +
    "Bob,+44 7700 900102,+44 7700 900202,\"home, after six\"\r\n" +
    "Cat,,+44 7700 900203,\r\n" +
    "Dan,+44 7700 900104,+44 7700 900202,\r\n",
);

for (const hand of HANDS) {
  test(`by ${hand.name}: of two columns with one name the chosen one is imported`, async ({ page, sandbox }) => {
    await open(page, "/import/into/32", "Import contacts");
    await hand.files(page, FILE);
    await expect(page.getByText(/UTF-8 with a byte order mark/).first()).toBeVisible();
    // The mark is no part of the name.
    await expect(page.getByLabel("Column for First name").locator("option:checked")).toHaveText("A · First name");
    await hand.select(page.getByLabel("Column for Phone"), "C · Phone");
    await hand.select(page.getByLabel("Add a field…"), "Mobile");
    await hand.press(page.getByRole("button", { name: "Add this field" }));
    await expect(page.getByLabel("Column for Mobile")).toBeFocused();
    await hand.select(page.getByLabel("Column for Mobile"), "B · Phone");
    await expect(page.getByRole("listitem").filter({ hasText: "two columns are called “Phone”" })).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: "byte order mark" })).toBeVisible();
    await axe(page);
    // Dan repeats the second number of Bob.
    const deed = page.getByRole("button", { name: /^Import .* into TestList$/ });
    await expect(deed).toHaveText("Import 3 contacts into TestList");
    expect(await promised(deed)).toBe(3);
    await hand.press(deed);
    await expect(page.getByText("3 contacts were imported")).toBeVisible();
    const { contacts } = await sandbox.list(32);
    expect(contacts.map(({ firstName, phone, mobile }) => [firstName, phone, mobile])).toEqual([
      ["Ann", "+44 7700 900201", "+44 7700 900101"],
      ["Bob", "+44 7700 900202", "+44 7700 900102"],
      ["Cat", "+44 7700 900203", ""],
    ]);
  });
}
