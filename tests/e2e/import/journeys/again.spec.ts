// The same file every morning: cells that are pasted the first time, and the next day a file in which a column is called
// otherwise. What was chosen once is there again.

import { axe, expect, test } from "../../fixtures/app";
import { csv } from "../../fixtures/admin";
import { HANDS, paste, signIn } from "../../fixtures/hand";
import { expectStored, promised } from "../../fixtures/promise";
import { outcome, receipt } from "../../fixtures/run";

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
    test.setTimeout(180_000);
    const before = await sandbox.state();
    await page.goto("/import/into/32");
    await signIn(page, hand);
    await hand.press(page.getByRole("button", { name: "Paste cells" }));
    await paste(page.getByLabel("Cells from a spreadsheet"), hand, CELLS);
    await hand.press(page.getByRole("button", { name: "Take these cells" }));
    await expect(page.getByText(/4 records · 4 columns · separated by tabs/)).toBeVisible();
    await hand.select(page.getByLabel("Column for First name"), "B · ref two");
    await hand.select(page.getByLabel("Column for Last name"), "A · ref one");
    await hand.select(page.getByLabel("Numbers without a country code are from"), "Italy (+39)");
    await hand.select(page.getByLabel("Numbers are sent"), "with plus and country code (+39…)");
    // Row 3 has no name; Eva's number, written anew, is Bob's.
    const deed = page.getByRole("button", { name: /^Import .* into TestList$/ });
    await expect(deed).toHaveText("Import 2 contacts into TestList");
    expect(await promised(page, deed, 4)).toBe(2);
    await hand.press(deed);
    await expect(outcome(page)).toContainText("2 contacts were imported");
    await expect(outcome(page)).toContainText("Verified");
    expect(await receipt(page)).toMatchObject({ "Expected to be added": "2", Difference: "none" });
    const monday = [
      { firstName: "Ada", lastName: "Costa", phone: "+393330000001", priority: 2 },
      { firstName: "Bob", lastName: "Conti", phone: "+393330000002", priority: 2 },
    ];
    await expectStored(sandbox, before, 32, monday);

    await hand.press(page.getByRole("button", { name: "Import another file" }));
    await expect(page.locator("#file-drop")).toBeFocused();
    await hand.file(page, NEXT);
    const said = page.getByRole("status").filter({ hasText: "applied as far as they fit" });
    await expect(said).toContainText("“ref three” is most likely C · contact point now. It still feeds Phone.");
    await expect(said).toContainText("E · extra is new.");
    await expect(page.getByLabel("Column for First name")).toHaveValue("1");
    await axe(page);
    // The list was read: Ada is there already.
    await expect(deed).toHaveText("Import 2 contacts into TestList");
    expect(await promised(page, deed, 3)).toBe(2);
    await hand.press(deed);
    await expect(outcome(page)).toContainText("2 contacts were imported");
    await expect(outcome(page)).toContainText("Verified");
    expect(await receipt(page)).toMatchObject({ "Expected to be added": "2", Difference: "none" });
    await expectStored(sandbox, before, 32, [
      ...monday,
      { firstName: "Leo", lastName: "Neri", phone: "+393330000011", priority: 2 },
      { firstName: "Zoe", lastName: "Verdi", phone: "+393330000012", priority: 2 },
    ]);
  });
}
