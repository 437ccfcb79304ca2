// What the screens of an import keep: no failure, no sign-in and no other file takes away what was decided.

import type { Locator } from "@playwright/test";

import { axe, expect, heading, test } from "../fixtures/app";
import { choose, csv, open } from "../fixtures/admin";
import { pasteInto } from "../fixtures/lists";
import { BIND, UPLOAD, offered, outcome, press, signInAgain } from "../fixtures/run";
import type { Sandbox } from "../fixtures/sandbox";

const FIELDS = "/api/cm/lists/32/fields";
/** With a column for the custom field 3, whose label is its name. */
const CONTRACTS = csv(
  "contracts.csv",
  "name,phone,Contract number\nAnn,+39 000 1,A-1\nBob,+39 000 2,A-2\nCat,+39 000 3,A-3\n",
);

/** What the server has of the contacts' custom field 3. */
async function contracts(sandbox: Sandbox): Promise<unknown[]> {
  return (await sandbox.list(32)).contacts.map((contact) => contact["cf_3"]);
}

/** Drops files beside any place for them, as a hand that slips does. */
async function dropOn(part: Locator, name: string, content: string): Promise<void> {
  await part.evaluate(
    (element, [name, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], name, { type: "text/csv" }));
      element.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [name, content] as const,
  );
}

test("an upload that fails takes no custom field away, also where the fields cannot be read again", async ({
  page,
  sandbox,
  expectConsole,
}) => {
  expectConsole(/status of 500/);
  await open(page, "/import/into/32", "Import contacts");
  await choose(page, CONTRACTS);
  await expect(page.getByLabel("Column for Contract number")).toHaveValue("2");
  await sandbox.faults([
    { method: "POST", path: UPLOAD, kind: "500" },
    { method: "GET", path: FIELDS, kind: "500" },
  ]);
  await press(page);
  await expect(outcome(page)).toContainText("Nothing was imported");
  const asked = async () => (await sandbox.requests()).filter((it) => it.path.startsWith(FIELDS) && it.status === 500);
  await expect.poll(async () => (await asked()).length).toBeGreaterThan(0);
  await sandbox.faults([{ method: "GET", path: FIELDS, kind: "500" }]);
  await offered(page, "Upload again").click();
  await expect(outcome(page)).toContainText("3 contacts were imported");
  expect(await contracts(sandbox)).toEqual(["A-1", "A-2", "A-3"]);
});

test("fields that could not be read are read again when it is asked for", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 500/);
  await sandbox.faults([{ method: "GET", path: FIELDS, nth: 1, kind: "500" }]);
  await open(page, "/import/into/32", "Import contacts");
  await choose(page, CONTRACTS);
  await expect(page.getByText("The custom fields of this list cannot be shown")).toBeVisible();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByLabel("Column for Contract number")).toHaveValue("2");
  await expect(page.getByText("The custom fields of this list cannot be shown")).toBeHidden();
});

test("a field that was named by its number outlives a sign-in in the last step", async ({
  page,
  sandbox,
  expectConsole,
}) => {
  expectConsole(/status of 40[13]/);
  await sandbox.faults([{ method: "GET", path: FIELDS, kind: "403" }]);
  await open(page, "/import/into/32", "Import contacts");
  await choose(page, csv("named.csv", CONTRACTS.buffer.toString().replace("Contract number", "cf_3")));
  await page.locator("dialdesk-app #declare-number").fill("3");
  await page.locator("dialdesk-app #declare-number").press("Enter");
  await expect(page.getByLabel("Column for cf_3")).toHaveValue("2");
  await sandbox.faults([
    { method: "GET", path: FIELDS, kind: "403" },
    { method: "POST", path: UPLOAD, nth: 1, kind: "401" },
  ]);
  await press(page);
  await signInAgain(page);
  await expect(page.getByLabel("Column for cf_3")).toHaveValue("2");
  await offered(page, "Upload again").click();
  await expect(outcome(page)).toContainText("3 contacts were imported");
  expect(await contracts(sandbox)).toEqual(["A-1", "A-2", "A-3"]);
});

test("nothing is sent before the custom fields of the list are known", async ({ page, sandbox }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(`**${FIELDS}**`, async (route) => {
    await held;
    await route.continue();
  });
  await open(page, "/import/into/32", "Import contacts");
  await choose(page, CONTRACTS);
  const deed = page.locator("dialdesk-app #import-now");
  await deed.click();
  const said = page.getByText("The custom fields of the list are still being read; press again in a moment.");
  await expect(said).toBeVisible();
  await axe(page);
  expect((await sandbox.state()).uploads).toEqual([]);
  release();
  await expect(said).toBeHidden();
  await press(page);
  await expect(outcome(page)).toContainText("3 contacts were imported");
  expect(await contracts(sandbox)).toEqual(["A-1", "A-2", "A-3"]);
});

test("what stands in the way is said when the button is pressed, and not again before", async ({ page }) => {
  await open(page, "/import", "Import contacts");
  await choose(page, CONTRACTS);
  await page.locator("dialdesk-app #import-now").click();
  const obstacles = page.locator("dialdesk-app #import-obstacles");
  await expect(obstacles).toContainText("Choose the list that takes the contacts.");
  await page.getByLabel("Into list").selectOption({ label: "32 · TestList" });
  await expect(obstacles).toBeHidden();
  await page.getByLabel("Column for First name").selectOption({ label: "No column" });
  await expect(page.getByRole("row", { name: /^First name/ })).not.toContainText("your choice");
  await expect(page.locator("dialdesk-app #import-now")).toBeVisible();
  await expect(obstacles).toBeHidden();
});

test("column numbers of one file are not those of another that is first refused and then read in another way", async ({
  page,
}) => {
  await open(page, "/import/into/32", "Import contacts");
  await page.locator("input[type=file]").setInputFiles([
    csv("monday.csv", "name,phone,office\nAnn,+39 000 000001,+39 000 000011\n"),
    csv("tuesday.csv", "Bob,Rossi,Verdi\n"),
  ]);
  await page.getByLabel("Column for Phone").selectOption({ label: "C · office" });
  await page.getByRole("button", { name: "Leave it out and go on with tuesday.csv" }).click();
  await expect(page.getByRole("alert")).toContainText("column names, but no contacts below them");
  await page.getByLabel("First line").selectOption({ label: "A contact already" });
  await expect(page.getByText("This file has other columns")).toBeVisible();
  await expect(page.getByLabel("Column for Phone")).toHaveValue("");
});

test("a file that is dropped while another was worked on waits", async ({ page }) => {
  await open(page, "/import/into/32", "Import contacts");
  await choose(page, csv("work.csv", "name,phone,office\nAnn,+39 000 000001,+39 000 000011\n"));
  const here = page.locator("dialdesk-app #file-outcome");
  // Nothing was decided: the other one takes its place.
  await dropOn(here, "other.csv", "name,phone,office\nBob,+39 000 000002,+39 000 000012\n");
  await expect(here.getByText("other.csv")).toBeVisible();
  await page.getByLabel("Column for Phone").selectOption({ label: "C · office" });
  await dropOn(here, "stray.csv", "name,phone\nEve,+39 000 000005\n");
  const queue = page.locator("dialdesk-app #import-queue");
  await expect(queue.getByRole("status")).toHaveText(
    "stray.csv: kept for afterwards, so that nothing you have decided for the file below is lost.",
  );
  await expect(queue).toBeFocused();
  await axe(page);
  await choose(page, csv("chosen.csv", "name,phone\nFay,+39 000 000006\n"));
  await expect(queue.getByRole("listitem")).toHaveText([/^stray\.csv/, /^chosen\.csv/]);
  await expect(here.getByText("other.csv")).toBeVisible();
  await expect(page.getByLabel("Column for Phone")).toHaveValue("2");
  await queue.getByRole("button", { name: "Leave it out and go on with stray.csv" }).click();
  await expect(here.getByText("stray.csv")).toBeVisible();
  await expect(page.getByText("kept for afterwards")).toBeHidden();
});

test("after a failure the next file is no invitation: it leaves this one out, and says so", async ({
  page,
  sandbox,
  expectConsole,
}) => {
  expectConsole(/status of 500/);
  await open(page, "/import/into/32", "Import contacts");
  await page.locator("input[type=file]").setInputFiles([
    CONTRACTS,
    csv("tuesday.csv", "name,phone\nBob,+39 000 000002\n"),
  ]);
  await sandbox.faults([{ method: "POST", path: UPLOAD, kind: "500" }]);
  await press(page);
  await expect(outcome(page)).toContainText("Nothing was imported");
  await expect(page.getByRole("button", { name: /^Go on with/ })).toBeHidden();
  await expect(outcome(page).getByRole("button")).toHaveText([
    "Upload again",
    "Leave it out and go on with tuesday.csv",
  ]);
  await sandbox.faults([]);
  await offered(page, "Upload again").click();
  await expect(outcome(page)).toContainText("3 contacts were imported");
  await expect(offered(page, "Go on with the next file: tuesday.csv")).toBeVisible();
  // To begin without it would lose what it takes over.
  await expect(offered(page, "Import another file")).toBeHidden();
});

test("Back finds the list that was chosen, not the one that a link had named", async ({ page }) => {
  await open(page, "/import/into/32", "Import contacts");
  await choose(page, CONTRACTS);
  const into = page.getByLabel("Into list");
  await expect(into).toHaveValue("32");
  await into.focus();
  await into.selectOption({ label: "33 · Trade fair leads" });
  await expect(page).toHaveURL(/\/import\/into\/33$/);
  await expect(into).toBeFocused();
  await page.getByRole("link", { name: "Lists", exact: true }).click();
  await expect(heading(page)).toHaveText("Lists");
  await page.goBack();
  await expect(heading(page)).toHaveText("Import contacts");
  await expect(into).toHaveValue("33");
});

test("a file that comes after another one is remembered by its own columns", async ({ page }) => {
  await open(page, "/import/into/32", "Import contacts");
  await page.locator("input[type=file]").setInputFiles([
    csv("monday.csv", "Customer name,Their number\nAnn,+39 000 000001\n"),
    csv("tuesday.csv", "Whom to call,Where to call,Remark\nBob,+39 000 000002,x\n"),
  ]);
  await page.getByLabel("Column for First name").selectOption({ label: "A · Customer name" });
  await page.getByRole("button", { name: "Leave it out and go on with tuesday.csv" }).click();
  await expect(page.getByText("This file has other columns")).toBeVisible();
  await page.getByLabel("Column for First name").selectOption({ label: "A · Whom to call" });
  await page.getByRole("button", { name: "Import 1 contact into TestList" }).click();
  await expect(outcome(page)).toContainText("1 contact was imported");
  const kept = await page.evaluate(() => localStorage.getItem("dialdesk.recipes") ?? "");
  expect(kept).toContain("Whom to call");
  expect(kept).not.toContain("Their number");
});

test("cells that are pasted stay cells when a recipe is done without and applied again", async ({ page }) => {
  const cells = "Customer name\tTheir number\tRemark\r\nAnn\t+39 000 1\ta, b\r\nBob\t+39 000 2\tc, d\r\n";
  const about = page.locator("dialdesk-app #read-delimiter-about");
  await open(page, "/import/into/32", "Import contacts");
  await pasteInto(page.locator("dialdesk-app #file-drop"), cells);
  await page.getByLabel("Column for First name").selectOption({ label: "A · Customer name" });
  await page.getByRole("button", { name: /^Import (up to )?2 contacts into TestList/ }).click();
  await expect(outcome(page)).toContainText("2 contacts were imported");
  await offered(page, "Import another file").click();
  await pasteInto(page.locator("dialdesk-app #file-drop"), cells);
  await expect(page.getByText(/Your choices of .+ were applied/)).toBeVisible();
  await expect(about).toHaveText("as spreadsheets copy cells");
  await page.getByRole("button", { name: "Do not use them here" }).click();
  await expect(page.getByText(/are not applied/)).toBeVisible();
  await expect(about).toHaveText("as spreadsheets copy cells");
  await page.getByRole("button", { name: "Apply them again" }).click();
  await expect(page.getByText(/Your choices of .+ were applied/)).toBeVisible();
  await expect(about).toHaveText("as spreadsheets copy cells");
});

test("the last decision is taken back by its keys from anywhere, also with Caps Lock, and that is said", async ({
  page,
}) => {
  await open(page, "/import/into/32", "Import contacts");
  await choose(page, csv("numbers.csv", "name,phone\nAnn,+39 333 000 0001\nBob,333 000 0001\n"));
  const country = page.getByLabel("Numbers without a country code are from");
  await country.selectOption({ label: "Italy (+39)" });
  await expect(page.getByText("1 row has the number of another, written differently")).toBeVisible();
  const here = page.locator("dialdesk-app #file-outcome");
  const said = page.locator("dialdesk-app #import-stepped");
  await here.focus();
  await here.press("Control+z");
  await expect(country).toHaveValue("");
  await expect(said).toHaveText(/^Undone: /);
  await here.press("Control+Shift+z");
  await expect(country).toHaveValue("IT");
  await expect(said).toHaveText(/^Done again: /);
  await here.evaluate((element) =>
    element.dispatchEvent(new KeyboardEvent("keydown", { key: "Z", ctrlKey: true, bubbles: true, composed: true, cancelable: true })),
  );
  await expect(country).toHaveValue("");
});

test("once no two numbers are the same, that is said beside the choice about them", async ({ page }) => {
  await open(page, "/import/into/32", "Import contacts");
  await choose(page, csv("numbers.csv", "name,phone\nAnn,+39 333 000 0001\nBob,333 000 0001\n"));
  await page.getByLabel("Numbers without a country code are from").selectOption({ label: "Italy (+39)" });
  const none = page.getByText("No two rows have the same number, written differently, now.");
  await expect(page.getByText("1 row has the number of another, written differently")).toBeVisible();
  await expect(none).toBeHidden();
  await page.locator("dialdesk-app [id=number-form]").selectOption("e164");
  await expect(none).toBeVisible();
  await expect(page.getByRole("radio", { name: "Send all of them" })).toBeVisible();
});

test("what is typed in a cell counts also when the cell is scrolled away", async ({ page }) => {
  const rows = Array.from({ length: 500 }, (_, n) => `Ann${n},+39 06 ${5_000_000 + n}`);
  await open(page, "/import/into/32?show=all", "Import contacts");
  await choose(page, csv("rows.csv", `name,phone\n${rows.join("\n")}\n`));
  const table = page.getByRole("region", { name: "All rows of the file" });
  await table.locator("tbody").getByRole("button", { name: "Ann0" }).click();
  await page.getByRole("textbox", { name: "First name, line 2" }).fill("Annabel");
  await table.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect(page.getByRole("textbox", { name: "First name, line 2" })).toBeHidden();
  await expect(page.locator("dialdesk-app #problems-undo")).toHaveText("Undo: change in line 2");
});

test("the keyboard goes on where what was pressed is gone", async ({ page, sandbox, expectConsole }) => {
  test.setTimeout(60_000);
  expectConsole(/status of 500/);
  await open(page, "/import/into/32?show=no-first-name", "Import contacts");
  await choose(page, csv("rows.csv", "name,phone\n,+39 000 1\n,+39 000 2\nCat,+39 000 3\n"));
  const table = page.getByRole("region", { name: /no first name/ });
  await table.locator("tbody").getByRole("button", { name: "First name" }).first().click();
  await page.getByRole("textbox", { name: "First name, line 2" }).fill("Ann");
  await page.getByRole("textbox", { name: "First name, line 2" }).press("Enter");
  await page.getByRole("button", { name: "List anew" }).press("Enter");
  await expect(page.locator("dialdesk-app #problem-rows")).toBeFocused();

  await sandbox.faults([{ method: "POST", path: BIND, kind: "500" }]);
  await page.getByRole("button", { name: "Import 2 contacts into TestList" }).click();
  await offered(page, "Change and import again").press("Enter", { timeout: 30_000 });
  await expect(page.locator("dialdesk-app #import-now")).toBeFocused();
});
