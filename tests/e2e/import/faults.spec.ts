// A server that fails in the middle of an import: what is known is said, nothing is lost, nothing is sent twice blindly.

import type { Page } from "@playwright/test";

import { axe, expect, test } from "../fixtures/app";
import { choose, csv, signIn } from "../fixtures/admin";
import { BIND, COUNT, UPLOAD, bindsOf, prepare, press } from "../fixtures/run";
import type { Sandbox } from "../fixtures/sandbox";

/** After whatever went wrong: everything is still there, the import is finished, and no row is there twice or missing. */
async function finish(page: Page, sandbox: Sandbox): Promise<void> {
  await sandbox.faults([]);
  await expect(page.getByLabel("Column for Phone")).toBeEnabled();
  await press(page);
  await expect(page.getByText("3 contacts were imported")).toBeVisible();
  await expect(page.getByText("Nothing was imported")).toBeHidden();
  const { contacts } = await sandbox.list(32);
  expect(contacts.map((contact) => contact["firstName"])).toEqual(["Ann", "Bob", "Cat"]);
}

test("a 500 with a page of HTML on the upload", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 500/);
  await prepare(page);
  await sandbox.faults([{ method: "POST", path: UPLOAD, kind: "500_html" }]);
  await press(page);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("Nothing was imported");
  await expect(alert).toContainText("The server failed with status 500 and gave no reason.");
  await expect(alert).toContainText("The file and your choices are still here.");
  await expect(page.getByText("nginx")).toBeHidden();
  // Something was sent, if in vain.
  await expect(page.getByText("Nothing has been sent.")).toBeHidden();
  await axe(page);
  await finish(page, sandbox);
});

test("a 401 on the upload: sign in again over the page, then go on", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 401/);
  await prepare(page);
  await sandbox.faults([{ method: "POST", path: UPLOAD, nth: 1, kind: "401" }]);
  await press(page);
  const dialog = page.getByRole("dialog", { name: "Sign in again" });
  await expect(dialog).toContainText("no longer accepts the sign-in of admin");
  await axe(page);
  const refused = (await sandbox.requests()).filter((request) => request.status === 401);
  // The credential that got a 401 is never tried again.
  expect(refused).toHaveLength(1);
  await dialog.getByLabel("Password", { exact: true }).fill("password");
  await dialog.getByRole("button", { name: "Sign in" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("three.csv", { exact: true })).toBeVisible();
  await finish(page, sandbox);
});

test("the answer to the second call is lost, but the server imports: found out by counting", async ({
  page,
  sandbox,
  expectConsole,
}) => {
  expectConsole(/net::ERR/);
  await prepare(page);
  const binds = bindsOf(page);
  await sandbox.faults([{ method: "POST", path: BIND, kind: "drop_after" }]);
  await press(page);
  await expect(page.getByText("3 contacts were imported")).toBeVisible();
  expect((await sandbox.list(32)).contacts).toHaveLength(3);
  expect(binds).toHaveLength(1);
});

test("the second call never arrives: not known, looked at again, repeated knowingly", async ({
  page,
  sandbox,
  expectConsole,
}) => {
  test.setTimeout(60_000);
  expectConsole(/net::ERR/);
  await prepare(page);
  const binds = bindsOf(page);
  await sandbox.faults([{ method: "POST", path: BIND, kind: "drop_before" }]);
  await press(page);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("It is not known whether the import began", { timeout: 30_000 });
  await expect(alert).toContainText("The list has not grown so far: it holds 0 contacts.");
  await axe(page);
  await expect(alert.getByRole("button", { name: "Look at the list again" })).toBeVisible();
  // Until somebody decides, nothing is sent twice.
  expect(binds).toHaveLength(1);
  await page.getByRole("button", { name: "Change and import again" }).click();
  await finish(page, sandbox);
});

test("a refusal of the second call is quoted, and the list is looked at first", async ({
  page,
  sandbox,
  expectConsole,
}) => {
  expectConsole(/status of 422/);
  await prepare(page);
  await sandbox.faults([{ method: "POST", path: BIND, kind: "422" }]);
  await press(page);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("Nothing was imported");
  await expect(alert).toContainText("The server refused what was sent (status 422). It says: “name:");
  await finish(page, sandbox);
});

test("nothing is claimed of a list that could not be seen", async ({ page, sandbox, expectConsole }) => {
  test.setTimeout(60_000);
  expectConsole(/status of 500/);
  await prepare(page);
  await sandbox.faults([
    { method: "POST", path: BIND, kind: "500" },
    { method: "GET", path: COUNT, kind: "500" },
  ]);
  await press(page);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("It is not known whether the import began", { timeout: 30_000 });
  await expect(alert).toContainText("could not be seen either");
  await sandbox.faults([]);
  await alert.getByRole("button", { name: "Look at the list again" }).click();
  await expect(page.getByRole("alert")).toContainText("it holds 0 contacts", { timeout: 30_000 });
  await page.getByRole("button", { name: "Start the import again" }).click();
  // What the list held before was never seen, so that nothing can be verified.
  await expect(page.getByText("The server took the import; its outcome could not be seen")).toBeVisible({ timeout: 30_000 });
  const { contacts } = await sandbox.list(32);
  expect(contacts.map((contact) => contact["firstName"])).toEqual(["Ann", "Bob", "Cat"]);
});

test("a refusal is not believed where the list cannot be seen", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of (422|403)/);
  await prepare(page);
  await expect(page.getByText("Nothing has been sent.")).toBeVisible();
  await sandbox.faults([
    { method: "POST", path: BIND, kind: "422" },
    { method: "GET", path: COUNT, kind: "403" },
  ]);
  await press(page);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("It is not known whether the import began");
  await expect(alert).toContainText("The server refused what was sent (status 422).");
});

test("a double click imports once and stops nothing", async ({ page, sandbox }) => {
  await prepare(page);
  await sandbox.faults([{ method: "POST", path: UPLOAD, kind: "delay", delay_ms: 1_500 }]);
  await page.getByRole("button", { name: "Import 3 contacts into TestList" }).dblclick();
  await expect(page.getByText("3 contacts were imported")).toBeVisible();
  expect((await sandbox.state()).imports).toHaveLength(1);
});

test("whoever signs out while a file goes up leaves nothing to the next one", async ({ page, sandbox }) => {
  await prepare(page);
  const binds = bindsOf(page);
  // Long enough for whoever signs out on a busy computer.
  await sandbox.faults([{ method: "POST", path: UPLOAD, kind: "delay", delay_ms: 5_000 }]);
  await press(page);
  await expect(page.getByText("Uploading the file…")).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).click();
  await signIn(page);
  await expect(page.getByText("Nothing was imported")).toBeVisible({ timeout: 15_000 });
  expect(binds).toEqual([]);
  await finish(page, sandbox);
});

test("an element that is taken away during an upload leaves no fault behind", async ({ page, sandbox }) => {
  await prepare(page);
  await sandbox.faults([{ method: "POST", path: UPLOAD, kind: "delay", delay_ms: 1_000 }]);
  await press(page);
  await expect(page.getByText("Uploading the file…")).toBeVisible();
  const gone = await page.evaluateHandle(() => {
    const element = document.querySelector("dialdesk-app")!;
    element.remove();
    return element;
  });
  await expect.poll(async () => (await sandbox.state()).uploads.length).toBe(1);
  await page.waitForTimeout(500);
  await page.evaluate((element) => document.body.prepend(element), gone);
  await signIn(page);
  await expect(page.getByText("Drop a CSV file here")).toBeVisible();
});

test("the server refuses to be read: imported, but not verified", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 403/);
  await prepare(page);
  await sandbox.faults([{ method: "GET", path: COUNT, kind: "403" }]);
  await press(page);
  await expect(page.getByText("The server took the import; its outcome could not be seen")).toBeVisible();
  await expect.poll(async () => (await sandbox.list(32)).contacts.length).toBe(3);
});

test("a list that has some of the contacts: short, and why", async ({ page, sandbox, expectConsole }) => {
  test.setTimeout(60_000);
  await prepare(page);
  await press(page);
  await expect(page.getByText("3 contacts were imported")).toBeVisible();
  // Of a list whose contacts cannot be read only their number is known.
  expectConsole(/status of 405/);
  await sandbox.faults([{ method: "GET", path: COUNT, nth: 2, kind: "405" }]);
  await page.getByRole("button", { name: "Import another file" }).click();
  await choose(page, csv("more.csv", "name,phone\nAnn,+39 000 1\nDan,+39 000 4\n"));
  await expect(page.getByText("will be stored at most: the list holds 3 contacts now")).toBeVisible();
  await page.getByRole("button", { name: "Import up to 2 contacts into TestList" }).click();
  await expect(page.getByText("1 contact was imported, 1 fewer than expected")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("most likely it had the missing ones already")).toBeVisible();
  expect((await sandbox.list(32)).contacts).toHaveLength(4);
});

test("an upload can be stopped without a trace", async ({ page, sandbox }) => {
  await prepare(page);
  await sandbox.faults([{ method: "POST", path: UPLOAD, kind: "delay", delay_ms: 20_000 }]);
  await press(page);
  await page.getByRole("button", { name: "Stop the upload" }).click();
  await expect(page.getByRole("alert")).toContainText("You stopped the upload.");
  await finish(page, sandbox);
});

test("leaving the screen and coming back loses nothing", async ({ page }) => {
  await prepare(page);
  await page.getByLabel("Column for Phone").selectOption({ label: "No column" });
  await page.getByRole("link", { name: "Lists" }).click();
  await expect(page.getByRole("table", { name: "Contact lists" })).toBeVisible();
  await page.goBack();
  await expect(page.getByText("three.csv", { exact: true })).toBeVisible();
  await expect(page.getByLabel("Column for Phone")).toHaveValue("");
  await expect(page.getByLabel("Into list")).toHaveValue("32");
});

test("signing out takes nothing away that another sign-in could not use", async ({ page }) => {
  await prepare(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  await signIn(page);
  await expect(page.getByText("three.csv", { exact: true })).toBeVisible();
});
