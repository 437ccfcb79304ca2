// The same file every morning: cells that are pasted the first time, and the next day a file in which a column is called
// otherwise. What was chosen once is there again.

import { axe, expect, test } from "../../fixtures/app";
import { csv, open } from "../../fixtures/admin";
import { HANDS, promised } from "../../fixtures/hand";

/** Names that nobody would guess. Bob's number stands there twice, the second time in another writing. */
const CELLS =
  "ref one\tref two\tref three\tref four\r\n" +
  "Costa\tAda\t+39 333 000 0001\tblue\r\n" +
  'Conti\tBob\t+39 333 000 0002\t"red\nand green"\r\n' +
  "Riva\t\t+39 333 000 0003\tgrey\r\n" +
  "Gallo\tEva\t333 000 0002\tgrey\r\n";

/** The next day: one column has another name, another one is new, and Ada comes again. */
const NEXT = csv(
  "tuesday.csv",
  "ref one,ref two,contact point,ref four,extra\n" +
    "Neri,Leo,333 000 0011,x,1\nCosta,Ada,333 000 0001,y,2\nVerdi,Zoe,+39 333 000 0012,z,3\n",
);

for (const hand of HANDS) {
  test(`by ${hand.name}: pasted cells, then a file with a drifted header`, async ({ page, sandbox }) => {
    test.setTimeout(90_000);
    await open(page, "/import/into/32", "Import contacts");
    await hand.press(page.getByRole("button", { name: "Paste cells" }));
    await hand.type(page.getByLabel("Cells from a spreadsheet"), CELLS);
    await hand.press(page.getByRole("button", { name: "Take these cells" }));
    await expect(page.getByText(/4 records · 4 columns · separated by tabs/)).toBeVisible();
    await hand.select(page.getByLabel("Column for First name"), "B · ref two");
    await hand.select(page.getByLabel("Column for Last name"), "A · ref one");
    await hand.select(page.getByLabel("Numbers without a country code are from"), "Italy (+39)");
    await hand.select(page.getByLabel("Numbers are sent"), "with plus and country code (+39…)");
    // Row 3 has no name; Eva's number, written anew, is Bob's.
    const deed = page.getByRole("button", { name: /^Import .* into TestList$/ });
    await expect(deed).toHaveText("Import 2 contacts into TestList");
    expect(await promised(deed)).toBe(2);
    await hand.press(deed);
    await expect(page.getByText("2 contacts were imported")).toBeVisible();
    const stored = async () =>
      (await sandbox.list(32)).contacts.map(({ firstName, lastName, phone }) => [firstName, lastName, phone]);
    const monday = [
      ["Ada", "Costa", "+393330000001"],
      ["Bob", "Conti", "+393330000002"],
    ];
    expect(await stored()).toEqual(monday);

    await hand.press(page.getByRole("button", { name: "Import another file" }));
    await hand.files(page, NEXT);
    const said = page.getByRole("status").filter({ hasText: "applied as far as they fit" });
    await expect(said).toContainText("“ref three” is most likely C · contact point now. It still feeds Phone.");
    await expect(said).toContainText("E · extra is new.");
    await expect(page.getByLabel("Column for First name")).toHaveValue("1");
    await axe(page);
    // The list was read: Ada is there already.
    await expect(deed).toHaveText("Import 2 contacts into TestList");
    expect(await promised(deed)).toBe(2);
    await hand.press(deed);
    await expect(page.getByText("2 contacts were imported")).toBeVisible();
    expect(await stored()).toEqual([
      ...monday,
      ["Leo", "Neri", "+393330000011"],
      ["Zoe", "Verdi", "+393330000012"],
    ]);
  });
}
