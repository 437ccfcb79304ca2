// A server that keeps silent, or dies, in the middle of an import: nobody is held, and nothing is repeated by itself.

import { axe, expect, test } from "../fixtures/app";
import { choose, csv, open } from "../fixtures/admin";
import { BIND, COUNT, THREE, UPLOAD, bindsOf, offered, outcome, prepare, press, sent, threeOnce } from "../fixtures/run";

const STOP = "Stop waiting and look at the list";
const SILENT = 600_000;

test("the call that begins the import is not answered: whoever waits can look, and bind again", async ({
  page,
  sandbox,
}) => {
  await page.clock.install();
  await prepare(page);
  const binds = bindsOf(page);
  await sandbox.faults([{ method: "POST", path: BIND, kind: "delay", delay_ms: SILENT }]);
  await press(page);
  await expect(outcome(page)).toContainText("Telling the server what the columns mean…");
  await expect(offered(page, STOP)).toBeHidden();
  // Ten seconds without an answer.
  await page.clock.fastForward(10_000);
  await expect(outcome(page)).toContainText("The server has not answered the call that starts the import yet");
  await axe(page);
  expect(binds).toHaveLength(1);
  await offered(page, STOP).click();
  await expect(outcome(page)).toContainText("It is not known whether the import began");
  await expect(outcome(page)).toContainText("The server had not answered when you stopped waiting.");
  await expect(outcome(page)).toContainText("The list has not grown so far: it holds 0 contacts.");
  await expect(outcome(page)).toContainText("you can safely import again: the server compares Phone");
  await expect(outcome(page)).toBeFocused();
  await axe(page);
  // Nothing was repeated by itself.
  expect(binds).toHaveLength(1);
  await sandbox.faults([]);
  await offered(page, "Start the import again").click();
  await threeOnce(page, sandbox);
  const { imports, uploads } = await sandbox.state();
  expect([imports.length, uploads.length]).toEqual([1, 1]);
});

test("the answer comes too late for whoever has stopped waiting: a look verifies it", async ({ page, sandbox }) => {
  await page.clock.install();
  await prepare(page);
  // The work is done, and the answer held back.
  let answer = (): void => undefined;
  const answered = new Promise<void>((go) => (answer = go));
  await page.route("**/api/cm/contacts/upload/*", async (route) => {
    const response = await route.fetch();
    await answered;
    await route.fulfill({ response }).catch(() => undefined);
  });
  await press(page);
  await expect.poll(async () => (await sandbox.list(32)).contacts.length).toBe(3);
  await page.clock.fastForward(10_000);
  await offered(page, STOP).click();
  await threeOnce(page, sandbox);
  answer();
  expect((await sandbox.state()).imports).toHaveLength(1);
});

test("no look at the list is answered: each is given up, and the screen goes on", async ({ page, sandbox }) => {
  test.setTimeout(60_000);
  await page.clock.install();
  await prepare(page);
  await sandbox.faults([{ method: "GET", path: COUNT, kind: "delay", delay_ms: SILENT }]);
  await press(page);
  // The look before the upload holds it for ten seconds at the most.
  await expect(async () => {
    await page.clock.fastForward(10_000);
    expect((await sandbox.list(32)).contacts).toHaveLength(3);
  }).toPass();
  await expect(async () => {
    await page.clock.fastForward(10_000);
    await expect(outcome(page)).toContainText("its outcome could not be seen", { timeout: 500 });
  }).toPass();
  await axe(page);
  await sandbox.faults([]);
  await offered(page, "Look at the list again").click();
  await expect(outcome(page)).toContainText("its outcome could not be seen");
  const { contacts } = await sandbox.list(32);
  expect(contacts.map((contact) => contact["firstName"])).toEqual(["Ann", "Bob", "Cat"]);
  expect(await sent(sandbox, "POST", new RegExp(`^${UPLOAD}`))).toHaveLength(2);
});

test("a look that is not answered can be given up at once, and is made again", async ({ page, sandbox }) => {
  await page.clock.install();
  await prepare(page);
  // The first look is that before the upload.
  const silent = [2, 3, 4, 5].map((nth) => ({ method: "GET", path: COUNT, nth, kind: "delay", delay_ms: SILENT }) as const);
  await sandbox.faults(silent);
  await press(page);
  await expect(outcome(page)).toContainText("Looking at the list while the server imports");
  await expect.poll(async () => (await sandbox.list(32)).contacts.length).toBe(3);
  await page.clock.fastForward(10_000);
  await expect(outcome(page)).toContainText("To stop waiting ends nothing on the server");
  await axe(page);
  await offered(page, "Stop waiting").click();
  await expect(outcome(page)).toContainText("its outcome could not be seen");
  await sandbox.faults([]);
  await offered(page, "Look at the list again").click();
  await threeOnce(page, sandbox);
  expect((await sandbox.state()).imports).toHaveLength(1);
});

test("a large import that pauses is not called short before half a minute has passed", async ({ page, sandbox }) => {
  test.setTimeout(120_000);
  await page.clock.install();
  const rows = Array.from({ length: 120_000 }, (_, n) => `Ann ${n},+39 000 ${n}`);
  await prepare(page, csv("large.csv", `name,phone\n${rows.join("\n")}\n`));
  await sandbox.faults([{ method: "POST", path: BIND, kind: "stall" }]);
  await page.getByRole("button", { name: "Import 120,000 contacts into TestList" }).click();
  await expect(outcome(page)).toContainText("1 of 120,000 contacts are in the list", { timeout: 30_000 });
  // An import of a few contacts is given up after eight seconds. This one is looked at every other second until then.
  const began = await page.evaluate(() => Date.now());
  const short = outcome(page).getByText("1 contact was imported, 119,999 fewer than expected");
  await expect(async () => {
    await page.clock.fastForward(2_000);
    await expect(short).toBeVisible({ timeout: 100 });
  }).toPass({ timeout: 60_000 });
  // Thirty seconds, less the moment between the look that showed the growth and its being read here.
  expect((await page.evaluate(() => Date.now())) - began).toBeGreaterThanOrEqual(28_000);
  await sandbox.faults([]);
  await offered(page, "Import the same file again").click();
  await expect(outcome(page).getByText("120,000 contacts were imported")).toBeVisible({ timeout: 60_000 });
  const { contacts } = await sandbox.list(32);
  const stored = contacts.map((contact) => `${String(contact["firstName"])},${String(contact["phone"])}`);
  expect(stored.join("\n") === rows.join("\n"), "every row is there once, in its order").toBe(true);
});

test("the server dies once it has the file: nothing is repeated before somebody could look", async ({
  page,
  sandbox,
  expectConsole,
}) => {
  test.setTimeout(60_000);
  expectConsole(/net::ERR/);
  await prepare(page);
  let go = (): void => undefined;
  const isDead = new Promise<void>((dead) => (go = dead));
  await page.route("**/api/cm/contacts/upload/*", async (route) => {
    await isDead;
    await route.continue();
  });
  await press(page);
  await expect.poll(async () => (await sandbox.state()).uploads.length).toBe(1);
  await sandbox.faults([{ method: "*", path: "/api/**", kind: "drop_before" }]);
  go();
  await expect(outcome(page)).toContainText("It is not known whether the import began", { timeout: 30_000 });
  await expect(outcome(page)).toContainText("How many contacts the list holds could not be seen either.");
  await axe(page);
  for (const repeats of ["Start the import again", "Change and import again", "Upload again", "Import the same file again"]) {
    await expect(offered(page, repeats)).toBeHidden();
  }
  // As long as the server is dead, to look changes nothing.
  await offered(page, "Look at the list again").click();
  await expect(outcome(page)).toContainText("could not be seen either", { timeout: 30_000 });
  await expect(offered(page, "Start the import again")).toBeHidden();
  await sandbox.faults([]);
  await offered(page, "Look at the list again").click();
  await expect(outcome(page)).toContainText("it holds 0 contacts", { timeout: 30_000 });
  await offered(page, "Start the import again").click();
  await threeOnce(page, sandbox);
  const { imports, uploads } = await sandbox.state();
  expect([imports.length, uploads.length]).toEqual([1, 1]);
});

test("the list's custom fields keep silent: after ten seconds the import goes on without them", async ({
  page,
  sandbox,
}) => {
  await page.clock.install();
  await sandbox.faults([{ method: "GET", path: "/api/cm/lists/32/fields", kind: "delay", delay_ms: SILENT }]);
  await open(page, "/import/into/32", "Import contacts");
  await choose(page, THREE);
  const send = page.getByRole("button", { name: /^Import (up to )?3 contacts into TestList$/ });
  await send.click();
  await expect(page.getByText("The custom fields of the list are still being read")).toBeVisible();
  await page.clock.fastForward(10_000);
  await expect(page.getByText("The custom fields of the list are still being read")).toBeHidden();
  await expect(page.getByText("which is empty now")).toBeVisible();
  await axe(page);
  await send.click();
  await threeOnce(page, sandbox);
});
