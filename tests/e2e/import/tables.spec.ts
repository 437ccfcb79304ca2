// The tables over the file itself: a hundred thousand rows to look at, to mend and to leave out where they stand.

import { appendFileSync, writeFileSync } from "node:fs";

import type { Locator, Page } from "@playwright/test";

import { axe, expect, test } from "../fixtures/app";
import { choose, csv, open } from "../fixtures/admin";
import { focused, tabTo } from "../fixtures/keyboard";

/** Rows in the page at a time, of each table. */
const ROWS_IN_PAGE_MAX = 60;

/** Lines 2 to 7: no name; good; lost plus; two numbers; not a number; good. */
const SIX =
  "name,phone\n,+39 333 000 0001\nBob,+39 333 000 0002\nCat,393330000003\n" +
  "Dan,333 000 0004 / 333 000 0005\nEve,none\nFay,+39 333 000 0006\n";

async function prepare(page: Page, content = SIX, query = ""): Promise<void> {
  await open(page, `/import/into/32${query}`, "Import contacts");
  await choose(page, csv("rows.csv", content));
  await page.getByLabel("Numbers without a country code are from").selectOption({ label: "Italy (+39)" });
}

function region(page: Page, name: string): Locator {
  return page.getByRole("region", { name });
}

function rows(table: Locator): Locator {
  return table.locator("tbody").getByRole("row");
}

async function stored(sandbox: { list(id: number): Promise<{ contacts: Record<string, unknown>[] }> }): Promise<unknown[][]> {
  const { contacts } = await sandbox.list(32);
  return contacts.map((contact) => [contact["firstName"], contact["phone"]]);
}

test("of a hundred thousand rows only some are in the page, wherever one looks, and the last is reached by End", async ({
  page,
}) => {
  let content = "name,phone\n";
  for (let n = 0; n < 100_000; n += 1) content += n % 2 === 0 ? `Ann${n},none\n` : `Bob${n},+39 06 ${5_000_000 + n}\n`;
  await prepare(page, content);
  await page.getByLabel("Rows shown").selectOption("all");
  const all = region(page, "All rows of the file");
  await expect(all.getByRole("table")).toHaveAttribute("aria-rowcount", "100001");
  await expect(rows(all).first()).toHaveText(/^2First name Ann0/);
  for (const part of [0.1, 0.5, 0.77, 0.2]) {
    await all.evaluate((element, to) => element.scrollTo(0, to * element.scrollHeight), part);
    // A row near the place is there, read from the file, and the others are gone.
    await expect
      .poll(async () => {
        const index = Number(await rows(all).first().getAttribute("aria-rowindex"));
        return Math.abs(index / 100_000 - part) < 0.001;
      })
      .toBe(true);
    expect(await rows(all).count()).toBeLessThanOrEqual(ROWS_IN_PAGE_MAX);
    const first = rows(all).first();
    const index = Number(await first.getAttribute("aria-rowindex"));
    // The row of index 2 is record 0 in line 2.
    const record = index - 2;
    await expect(first).toContainText(index.toLocaleString("en"));
    await expect(first).toContainText(record % 2 === 0 ? `Ann${record}` : `Bob${record}`);
  }
  // Rows that are taken anew, as numbers are sent otherwise, are those of the place that is looked at.
  await page.getByLabel("Numbers are sent").selectOption({ label: "with plus and country code (+39…)" });
  await expect(page.getByText(/written anew, with plus and country code/)).toBeVisible();
  const place = await all.evaluate((element) => element.scrollTop / element.scrollHeight);
  expect(place).toBeCloseTo(0.2, 2);
  await all.scrollIntoViewIfNeeded();
  await expect(rows(all).filter({ hasText: "20,008" })).toBeInViewport();
  await all.focus();
  await page.keyboard.press("End");
  await expect(rows(all).last()).toHaveText(/^100,001First name Bob99999/);
  await expect(rows(all).last()).toHaveAttribute("aria-rowindex", "100001");
  await expect(rows(all).last()).toBeInViewport();
  // Nothing follows it but half a border: header and rows, 48 pixels each, are all that scrolls.
  expect(await all.evaluate((element) => element.scrollHeight)).toBeLessThanOrEqual(32 + 48 * 100_000 + 1);
  await page.keyboard.press("Home");
  await expect(rows(all).first()).toHaveAttribute("aria-rowindex", "2");
  await page.keyboard.press("PageDown");
  await expect.poll(() => all.evaluate((element) => element.scrollTop)).toBeGreaterThan(100);

  await page.getByLabel("Rows shown").selectOption("not-a-number");
  const odd = region(page, "Rows that have something else where a number belongs");
  await expect(odd.getByRole("table")).toHaveAttribute("aria-rowcount", "50001");
});

test("of a million records the right ones are shown wherever one looks", async ({ page }, info) => {
  test.setTimeout(180_000);
  const path = info.outputPath("milione.csv");
  const chunk = (from: number): string =>
    Array.from({ length: 100_000 }, (_, at) => `Ann${from + at},+39 06 ${5_000_000 + from + at}\n`).join("");
  writeFileSync(path, "name,phone\n");
  for (let from = 0; from < 1_000_000; from += 100_000) appendFileSync(path, chunk(from));
  await open(page, "/import/into/32", "Import contacts");
  await page.locator("input[type=file]").setInputFiles(path);
  await expect(page.getByText("1,000,000 records ·")).toBeVisible({ timeout: 90_000 });
  await page.getByLabel("Rows shown").selectOption("all", { timeout: 90_000 });
  const all = region(page, "All rows of the file");
  await expect(all.getByRole("table")).toHaveAttribute("aria-rowcount", "1000001");

  /** Every row in the page shows the record of its place, and there are few of them. */
  async function expectRight(): Promise<void> {
    await expect(async () => {
      const shown = await rows(all).evaluateAll((rows) =>
        rows.map((row) => [Number(row.getAttribute("aria-rowindex")), row.textContent ?? ""] as const),
      );
      expect(shown.length).toBeGreaterThan(0);
      expect(shown.length).toBeLessThanOrEqual(ROWS_IN_PAGE_MAX);
      // Row 2 of the table is the first record, which is Ann0.
      for (const [index, text] of shown) expect(text).toMatch(new RegExp(`\\bAnn${index - 2}(?!\\d)`));
    }).toPass({ timeout: 20_000 });
  }
  await expectRight();
  for (const part of [0.1, 0.5, 0.9]) {
    await all.evaluate((element, to) => element.scrollTo(0, to * element.scrollHeight), part);
    await expect
      .poll(async () => Math.abs(Number(await rows(all).first().getAttribute("aria-rowindex")) / 1_000_000 - part) < 0.0001)
      .toBe(true);
    await expectRight();
  }
  await all.focus();
  await page.keyboard.press("End");
  await expect(rows(all).last()).toHaveText(/^1,000,001First name Ann999999/);
  await expect(rows(all).last()).toBeInViewport();
  await expectRight();
  await page.keyboard.press("Home");
  await expect(rows(all).first()).toHaveText(/^2First name Ann0/);
  await expect(rows(all).first()).toBeInViewport();
  await expectRight();
});

test("a value outside the choices of a field is mended among them, by keyboard alone", async ({ page, sandbox }) => {
  await open(page, "/import/into/33", "Import contacts");
  const before = (await sandbox.list(33)).contacts.length;
  await choose(
    page,
    csv("days.csv", "name,phone,Fair day\nAnn,+39 333 000 0001,Friday\nBob,+39 333 000 0002,Monday\nCat,+39 333 000 0003,\n"),
  );
  await expect(page.getByText("1 row is left out for problems.")).toBeVisible();
  await tabTo(page, "Show rows: has a value that is none of its field’s choices");
  await page.keyboard.press("Enter");
  const table = region(page, "Rows that have a value that is none of its field’s choices");
  await expect(rows(table)).toHaveText([/^3Fair day Monday not among the choices/]);
  await tabTo(page, "Fair day");
  await page.keyboard.press("Enter");
  await expect.poll(() => focused(page)).toBe("Fair day, line 3");
  const cell = page.getByRole("combobox", { name: "Fair day, line 3" });
  await expect(cell.getByRole("option")).toHaveText(["Monday · not among the choices", "empty", "Friday", "Saturday", "Sunday"]);
  await axe(page);
  // Escape leaves it as it was.
  await page.keyboard.press("End");
  await page.keyboard.press("Escape");
  await expect(rows(table)).toHaveText([/^3Fair day Monday not among the choices/]);
  await page.keyboard.press("Enter");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowUp");
  await expect(cell).toHaveValue("Saturday");
  await page.keyboard.press("Enter");
  await expect(rows(table)).toHaveText([/^3Fair day Saturday in the file: Monday.*sent, changed/]);
  await page.getByRole("button", { name: /^Import (up to )?3 contacts into Trade fair leads/ }).click();
  await expect(page.getByText("3 contacts were imported")).toBeVisible();
  const { contacts } = await sandbox.list(33);
  expect(contacts.slice(before).map((contact) => [contact["firstName"], contact["cf_5"] || null])).toEqual([
    ["Ann", "Friday"],
    ["Bob", "Saturday"],
    ["Cat", null],
  ]);
});

test("a cell is mended by keyboard alone, its row stays, and the server gets the new text", async ({ page, sandbox }) => {
  await prepare(page);
  await tabTo(page, "Show rows: has no first name");
  await page.keyboard.press("Enter");
  const table = region(page, "Rows that have no first name, which the server requires");
  await expect(rows(table)).toHaveText([/^2First name empty no first name.*left out: no first name/]);
  await tabTo(page, "First name");
  await page.keyboard.press("Enter");
  await expect.poll(() => focused(page)).toBe("First name, line 2");
  await axe(page);

  // Escape gives the text of before back.
  await page.keyboard.type("Zed");
  await page.keyboard.press("Escape");
  await expect(rows(table)).toHaveText([/empty no first name/]);
  await expect.poll(() => focused(page)).toMatch(/^First name/);
  await page.keyboard.press("Enter");
  await expect.poll(() => focused(page)).toBe("First name, line 2");
  await page.keyboard.type("Ann");
  await page.keyboard.press("Enter");
  await expect.poll(() => focused(page)).toMatch(/^First name Ann/);
  await expect(rows(table)).toHaveText([/^2First name Ann in the file: empty.*sent, changed/]);
  await expect(page.getByText("0 rows are left out for problems.")).toBeVisible();

  // It has the problem no more, and stays until the rows are listed anew.
  await expect(page.getByText("Rows that you mended stay in their place")).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "List anew" }).click();
  await expect(page.getByText("There are no such rows now.")).toBeVisible();
  await page.getByLabel("Rows shown").selectOption("changed");
  await expect(rows(region(page, "Rows you have changed or left out"))).toHaveText([/^2First name Ann/]);

  await page.getByRole("button", { name: "Import 6 contacts into TestList" }).click();
  await expect(page.getByText("6 contacts were imported")).toBeVisible();
  expect((await stored(sandbox))[0]).toEqual(["Ann", "+39 333 000 0001"]);
});

test("Tab goes through one row of a table, arrows to the others, and Tab leaves it", async ({ page }) => {
  await prepare(page, `name,phone\n${"Ann,none\n".repeat(500)}`);
  await page.getByLabel("Rows shown").selectOption("not-a-number");
  const odd = region(page, "Rows that have something else where a number belongs");
  const phone = (line: number) => rows(odd).nth(line - 2).getByRole("button", { name: /^Phone/ });
  await expect(phone(2)).toBeVisible();
  await odd.focus();
  await page.keyboard.press("Tab");
  await expect(phone(2)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(phone(3)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(odd.getByRole("button", { name: "Leave out: line 3" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(odd.locator(":focus")).toHaveCount(0);
  await expect(page.locator("dialdesk-app").locator(":focus")).toHaveCount(1);
  // And back into the row that was left.
  await page.keyboard.press("Shift+Tab");
  await expect(odd.getByRole("button", { name: "Leave out: line 3" })).toBeFocused();
});

test("a row is left out, taken back and left out again; undo and redo go through it", async ({ page, sandbox }) => {
  await prepare(page);
  await page.getByLabel("Rows shown").selectOption("all");
  const table = region(page, "All rows of the file");
  const bob = rows(table).nth(1);
  await bob.getByRole("button", { name: "Leave out: line 3" }).click();
  await expect(bob).toContainText("left out by you");
  await expect(bob.getByRole("button", { name: "Take back: line 3" })).toBeFocused();
  await expect(page.getByRole("row", { name: "1 was left out by you" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Import 4 contacts into TestList" })).toBeVisible();

  await page.keyboard.press("Control+z");
  await expect(bob).not.toContainText("left out by you");
  await expect(page.getByRole("button", { name: "Import 5 contacts into TestList" })).toBeVisible();
  const problems = page.locator("[aria-labelledby=step-3]");
  await problems.getByRole("button", { name: "Redo: line 3 left out" }).click();
  await expect(bob).toContainText("left out by you");
  await expect(problems.getByRole("button", { name: "Undo: line 3 left out" })).toBeFocused();

  // Ctrl+Z in a field is the field's own.
  await rows(table).nth(4).getByRole("button", { name: "Phone" }).click();
  await page.keyboard.press("Control+z");
  await expect(bob).toContainText("left out by you");
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Import 4 contacts into TestList" }).click();
  await expect(page.getByText("4 contacts were imported")).toBeVisible();
  expect((await stored(sandbox)).map(([name]) => name)).toEqual(["Cat", "Dan", "Eve", "Fay"]);
});

test("a row that is left out keeps what was typed into it, and what was withdrawn stays withdrawn", async ({ page }) => {
  await prepare(page);
  await page.getByLabel("Rows shown").selectOption("all");
  const bob = rows(region(page, "All rows of the file")).nth(1);
  const press = (name: string) => bob.getByRole("button", { name: `${name}: line 3` }).click();
  await bob.getByRole("button", { name: "First name" }).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Bo");
  await page.keyboard.press("Enter");
  await press("Leave out");
  await expect(bob).toHaveText(/Bo in the file: Bob.*left out by you/);

  // The file is read in another way, and back: the row is the same.
  await page.getByLabel("First line").selectOption({ label: "A contact already" });
  await expect(page.getByText(/· 7 records ·/)).toBeVisible();
  await page.getByLabel("First line").selectOption({ label: "Names of the columns" });
  await expect(page.getByText(/· 6 records ·/)).toBeVisible();
  await press("Take back");
  await expect(bob).toHaveText(/Bo in the file: Bob.*sent, changed/);

  await press("As in the file");
  await press("Leave out");
  await press("Take back");
  await expect(bob).not.toContainText("in the file");
  await expect(bob).toContainText("sent");
});

test("the rows that are shown stand in the address; Back and leaving the screen keep them", async ({ page }) => {
  await prepare(page, SIX, "?show=nonsense&portal=1");
  await expect(page.getByLabel("Rows shown")).toHaveValue("");
  await page.getByLabel("Rows shown").selectOption("lost-plus");
  await expect(page).toHaveURL(/\/import\/into\/32\?.*show=lost-plus/);
  await expect(page).toHaveURL(/portal=1/);
  await page.getByLabel("Rows shown").selectOption("odd");
  await expect(rows(region(page, "All rows with something odd"))).toHaveCount(4);
  await page.goBack();
  await expect(page.getByLabel("Rows shown")).toHaveValue("lost-plus");
  await expect(rows(region(page, "Rows that have an international number without its plus"))).toHaveCount(1);
  await page.getByRole("link", { name: "Lists", exact: true }).click();
  await expect(page).toHaveURL(/\/lists$/);
  await page.getByRole("link", { name: "Import", exact: true }).click();
  await expect(page.getByLabel("Rows shown")).toHaveValue("lost-plus");
  await expect(page).toHaveURL(/show=lost-plus/);
});

test("all rows of a kind are repaired at once, after a look at what comes of it", async ({ page, sandbox }) => {
  await prepare(page);
  await page.getByLabel("Rows shown").selectOption("lost-plus");
  await expect(page.getByText("Line 4 · Phone 393330000003 → +393330000003")).toBeVisible();
  await page.getByRole("button", { name: "Repair 1 row" }).click();
  await expect(page.getByText("1 row is repaired.")).toBeVisible();
  await page.getByLabel("Rows shown").selectOption("several-numbers");
  await expect(page.getByText("Line 5 · Phone 333 000 0004 / 333 000 0005 → 333 000 0004")).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Keep the first number in 1 row" }).click();
  await page.getByLabel("Rows shown").selectOption("not-a-number");
  await page.getByRole("button", { name: "Leave out 1 row" }).click();
  await page.getByRole("button", { name: "Import 4 contacts into TestList" }).click();
  await expect(page.getByText("4 contacts were imported")).toBeVisible();
  expect(await stored(sandbox)).toEqual([
    ["Bob", "+39 333 000 0002"],
    ["Cat", "+393330000003"],
    ["Dan", "333 000 0004"],
    ["Fay", "+39 333 000 0006"],
  ]);
});

test("of two rows with one number one can be left out or mended where they stand side by side", async ({ page, sandbox }) => {
  await prepare(page, "name,phone\nAnn,+39 333 000 0001\nBob,333 000 0001\nCat,+39 333 000 0001\n");
  const texts = region(page, "Rows that repeat an earlier one");
  await expect(rows(texts)).toHaveText([/^2Phone .*Ann ?sent/, /^4Phone .*Cat.*repeats line 2/]);
  await rows(texts).nth(1).getByRole("button", { name: "Phone" }).click();
  // What is typed takes the place of what was there.
  await page.keyboard.type("+39 333 000 0009");
  await page.keyboard.press("Enter");
  // The pair stays although it is none any more.
  await expect(rows(texts)).toHaveText([/^2Phone .*Ann ?sent/, /^4Phone \+39 333 000 0009 in the file: .*sent, changed/]);
  const numbers = region(page, "Rows with the same number, written differently");
  await rows(numbers).nth(0).getByRole("button", { name: "Leave out: line 2" }).click();
  await page.getByRole("button", { name: "Import 2 contacts into TestList" }).click();
  await expect(page.getByText("2 contacts were imported")).toBeVisible();
  expect(await stored(sandbox)).toEqual([
    ["Bob", "333 000 0001"],
    ["Cat", "+39 333 000 0009"],
  ]);
});

test("nothing makes the page wider than a narrow screen", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await prepare(page);
  await page.getByLabel("Rows shown").selectOption("odd");
  await expect(rows(region(page, "All rows with something odd"))).toHaveCount(4);
  const kinds = region(page, "Problems by kind");
  expect(await kinds.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await kinds.getByRole("combobox").first().selectOption({ label: "Leave out" });
  await axe(page);
});
