// What was promised and what was found: as figures, to be copied, and as it was said.

import { axe, expect, test } from "../fixtures/app";
import { choose, csv } from "../fixtures/admin";
import { COUNT, offered, outcome, prepare, press, receipt, threeOnce } from "../fixtures/run";

test("a receipt names the file, the list, the time and the figures, and can be copied", async ({ page, context, sandbox }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await prepare(page);
  await page.getByRole("checkbox", { name: "First name" }).check();
  await press(page);
  await threeOnce(page, sandbox);
  const figures = await receipt(page);
  expect(figures).toMatchObject({
    File: "three.csv",
    List: "TestList · List 32",
    "In the list before": "0",
    "Expected to be added": "3",
    "In the list now": "3",
    Difference: "none",
    "Compared for duplicates": "Phone, First name",
  });
  expect(figures["Sent"]).toMatch(/\d{2}:\d{2}:\d{2} \S+$/);
  await expect(outcome(page)).toContainText("Assumed: a contact is a duplicate when all of these are equal.");
  await offered(page, "Copy the receipt").click();
  await expect(outcome(page).getByText("Copied.")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split("\n").slice(0, 3)).toEqual([
    "Outcome: 3 contacts were imported",
    "File: three.csv",
    "List: TestList · List 32",
  ]);
  await axe(page);
  await outcome(page).getByRole("link", { name: "Attach the list to a campaign" }).click();
  await expect(page).toHaveURL(/\/campaigns$/);
});

test("without a clipboard the receipt is there to be selected", async ({ page, sandbox }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await prepare(page);
  await press(page);
  await threeOnce(page, sandbox);
  await offered(page, "Copy the receipt").click();
  await expect(outcome(page).getByText("Select the text below and copy it yourself.")).toBeVisible();
  await expect(outcome(page).locator("pre")).toContainText("In the list now: 3");
  await axe(page);
});

test("“at most” before the import is “at most” after it", async ({ page, sandbox, expectConsole }) => {
  test.setTimeout(60_000);
  expectConsole(/status of 405/);
  await prepare(page);
  await press(page);
  await threeOnce(page, sandbox);
  // Of a list whose contacts cannot be read only their number is known.
  await sandbox.faults([{ method: "GET", path: COUNT, nth: 2, kind: "405" }]);
  await offered(page, "Import another file").click();
  await choose(page, csv("more.csv", "name,phone\nAnn,+39 000 1\nDan,+39 000 4\n"));
  await expect(page.getByText("will be stored at most: the list holds 3 contacts now")).toBeVisible();
  await page.getByRole("button", { name: "Import up to 2 contacts into TestList" }).click();
  await expect(page.getByText("to be stored at most: the list held 3 contacts then")).toBeVisible();
  await expect(outcome(page)).toContainText("1 contact was imported, 1 fewer than expected", { timeout: 30_000 });
  expect(await receipt(page)).toMatchObject({
    "In the list before": "3",
    "Expected to be added": "2 at most",
    "In the list now": "4",
    Added: "1",
    Difference: "−1",
  });
  expect((await sandbox.list(32)).contacts).toHaveLength(4);
});
