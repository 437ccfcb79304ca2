// A file with a byte order mark and two headers alike: the first column keeps its name, and of the twins the one is taken
// that was chosen.

import { axe, expect, test } from "../../fixtures/app";
import { csv } from "../../fixtures/admin";
import { HANDS, signIn } from "../../fixtures/hand";
import { expectStored, promised } from "../../fixtures/promise";
import { outcome, receipt } from "../../fixtures/run";

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
    const before = await sandbox.state();
    await page.goto("/import/into/32");
    await signIn(page, hand);
    await hand.file(page, FILE);
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
    expect(await promised(page, deed, 4)).toBe(3);
    await hand.press(deed);
    await expect(outcome(page)).toContainText("3 contacts were imported");
    await expect(outcome(page)).toContainText("Verified");
    expect(await receipt(page)).toMatchObject({ "Expected to be added": "3", Difference: "none" });
    await expectStored(sandbox, before, 32, [
      // The column Note feeds Description, as was proposed.
      { firstName: "Ann", phone: "+44 7700 900201", mobile: "+44 7700 900101", description: "office", priority: 2 },
      { firstName: "Bob", phone: "+44 7700 900202", mobile: "+44 7700 900102", description: "home, after six", priority: 2 },
      { firstName: "Cat", phone: "+44 7700 900203", priority: 2 },
    ]);
  });
}
