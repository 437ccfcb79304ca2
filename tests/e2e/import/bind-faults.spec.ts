// The call that begins the import goes wrong: it is never repeated blindly, and what was uploaded is not uploaded again.

import { axe, expect, test } from "../fixtures/app";
import { csv } from "../fixtures/admin";
import {
  BIND,
  COUNT,
  UPLOAD,
  offered,
  outcome,
  prepare,
  press,
  receipt,
  sent,
  signInAgain,
  threeOnce,
} from "../fixtures/run";
import type { FaultKind } from "../fixtures/sandbox";

const SAFE = "When the list has stopped growing you can safely import again: the server compares Phone and adds only what is missing";

for (const [kind, complaint] of [
  ["403", /status of 403/],
  ["422", /status of 422/],
  ["429", /status of 429/],
] as const) {
  test(`refused with ${kind}, the uploaded file is bound again and not uploaded again`, async ({
    page,
    sandbox,
    expectConsole,
  }) => {
    expectConsole(complaint);
    await prepare(page);
    await sandbox.faults([{ method: "POST", path: BIND, kind }]);
    await press(page);
    await expect(outcome(page)).toContainText("Nothing was imported");
    await expect(outcome(page)).toContainText("The file is on the server already and need not be uploaded again.");
    await axe(page);
    await sandbox.faults([]);
    await offered(page, "Start the import again").click();
    await threeOnce(page, sandbox);
    expect((await sandbox.state()).uploads).toHaveLength(1);
  });
}

test("refused, and the looks that follow fail: a later look tells that nothing came, now or before", async ({
  page,
  sandbox,
  expectConsole,
}) => {
  expectConsole(/status of (422|500)/);
  await prepare(page);
  // The first look is that before the upload.
  const failing = [2, 3, 4].map((nth) => ({ method: "GET", path: COUNT, nth, kind: "500" as FaultKind }));
  await sandbox.faults([{ method: "POST", path: BIND, kind: "422" }, ...failing]);
  await press(page);
  await expect(outcome(page)).toContainText("It is not known whether the import began");
  await offered(page, "Look at the list again").click();
  await expect(outcome(page)).toContainText("Nothing was imported");
  await expect(outcome(page)).not.toContainText("imported before");
  await page.getByRole("link", { name: "Activity" }).click();
  await expect(page.getByRole("row").filter({ hasText: "three.csv" })).toContainText("not imported");
  await page.goBack();
  await sandbox.faults([]);
  await offered(page, "Start the import again").click();
  await threeOnce(page, sandbox);
  expect((await sandbox.state()).uploads).toHaveLength(1);
});

test("the sign-in ends at the second call: signed in again, the uploaded file is bound", async ({
  page,
  sandbox,
  expectConsole,
}) => {
  expectConsole(/status of 401/);
  await prepare(page);
  await sandbox.faults([{ method: "POST", path: BIND, nth: 1, kind: "401" }]);
  await press(page);
  await signInAgain(page);
  await offered(page, "Start the import again").click();
  await threeOnce(page, sandbox);
  expect((await sandbox.state()).uploads).toHaveLength(1);
});

for (const [kind, complaint, said] of [
  ["drop_before", /net::ERR/, "The server did not answer."],
  ["hollow", /^$/, "did not confirm that an import began"],
] as [FaultKind, RegExp, string][]) {
  test(`${kind}: not known, looked at, then bound again`, async ({ page, sandbox, expectConsole }) => {
    test.setTimeout(60_000);
    expectConsole(complaint);
    await prepare(page);
    await sandbox.faults([{ method: "POST", path: BIND, kind }]);
    await press(page);
    await expect(outcome(page)).toContainText("It is not known whether the import began", { timeout: 30_000 });
    await expect(outcome(page)).toContainText(said);
    await expect(outcome(page)).toContainText("The list has not grown so far: it holds 0 contacts.");
    await expect(outcome(page)).toContainText(SAFE);
    await axe(page);
    expect(await receipt(page)).toMatchObject({
      "In the list before": "0",
      "Expected to be added": "3",
      "In the list now": "0",
      Difference: "−3",
    });
    await sandbox.faults([]);
    await offered(page, "Start the import again").click();
    await threeOnce(page, sandbox);
    expect((await sandbox.state()).uploads).toHaveLength(1);
  });
}

for (const kind of ["drop_after", "half", "empty"] as FaultKind[]) {
  test(`the work is done and the answer is ${kind}: found out by counting`, async ({ page, sandbox, expectConsole }) => {
    expectConsole(/net::ERR|status of 404/);
    await prepare(page);
    await sandbox.faults([{ method: "POST", path: BIND, nth: 1, kind }]);
    await press(page);
    await threeOnce(page, sandbox);
    expect((await sandbox.state()).imports).toHaveLength(1);
  });
}

test("the answer is lost and the import late: bound again it is refused, and the list tells in the end", async ({
  page,
  sandbox,
  expectConsole,
}) => {
  test.setTimeout(90_000);
  expectConsole(/net::ERR|status of 404/);
  await prepare(page);
  await page.route("**/api/cm/contacts/upload/*", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await sandbox.faults([{ method: "POST", path: BIND, kind: "late", delay_ms: 25_000 }]);
  await press(page);
  await expect(outcome(page)).toContainText("It is not known whether the import began", { timeout: 30_000 });
  await page.unroute("**/api/cm/contacts/upload/*");
  await offered(page, "Start the import again").click();
  // The server has claimed the file: that it knows none of this name says nothing of the first call.
  await expect(outcome(page)).toContainText("The server does not have it.", { timeout: 30_000 });
  await expect(outcome(page)).toContainText("It is not known whether the import began");
  await expect(async () => {
    await offered(page, "Look at the list again").click();
    await expect(outcome(page)).toContainText("3 contacts were imported", { timeout: 4_000 });
  }).toPass({ timeout: 60_000 });
  await threeOnce(page, sandbox);
});

test("an import that stands still is short, and importing again adds what is missing only", async ({ page, sandbox }) => {
  test.setTimeout(60_000);
  await prepare(page);
  await sandbox.faults([{ method: "POST", path: BIND, kind: "stall" }]);
  await press(page);
  await expect(outcome(page)).toContainText("You may go to another screen", { timeout: 30_000 });
  await axe(page);
  await expect(outcome(page)).toContainText("1 contact was imported, 2 fewer than expected", { timeout: 30_000 });
  await expect(outcome(page)).toContainText(SAFE);
  await axe(page);
  expect(await receipt(page)).toMatchObject({ "In the list now": "1", Difference: "−2" });
  await sandbox.faults([]);
  await offered(page, "Import the same file again").click();
  await threeOnce(page, sandbox);
  expect((await sandbox.state()).imports.map((it) => [it["stored"], it["duplicates"]])).toEqual([
    [1, 0],
    [2, 1],
  ]);
});

test("of contacts without what is compared it is said that they would come twice", async ({ page, sandbox }) => {
  test.setTimeout(60_000);
  await prepare(page, csv("three.csv", "name,phone\nAnn,+39 000 1\nBob,+39 000 2\nCat,\n"));
  await sandbox.faults([{ method: "POST", path: BIND, kind: "hollow" }]);
  await press(page);
  await expect(outcome(page)).toContainText("1 contact has nothing there and would be stored a second time", {
    timeout: 30_000,
  });
  await offered(page, "Change and import again").click();
  await page.getByRole("checkbox", { name: "Phone" }).uncheck();
  await press(page);
  await expect(outcome(page)).toContainText("repeating it stores every contact a second time", { timeout: 30_000 });
});

test("an import that finishes late is looked at again", async ({ page, sandbox }) => {
  test.setTimeout(60_000);
  await prepare(page);
  await sandbox.faults([{ method: "POST", path: BIND, kind: "late", delay_ms: 15_000 }]);
  await press(page);
  await expect(outcome(page)).toContainText("0 contacts were imported, 3 fewer than expected", { timeout: 30_000 });
  await expect.poll(async () => (await sandbox.list(32)).contacts.length, { timeout: 30_000 }).toBe(3);
  await offered(page, "Look at the list again").click();
  await threeOnce(page, sandbox);
});

test("the list is deleted before the second call: the uploaded file goes into another one", async ({
  page,
  sandbox,
  request,
  expectConsole,
}) => {
  expectConsole(/status of 404/);
  await prepare(page);
  await sandbox.faults([{ method: "POST", path: BIND, kind: "delay", delay_ms: 1_500 }]);
  await press(page);
  await expect.poll(async () => (await sandbox.state()).uploads.length).toBe(1);
  await request.delete("/api/cm/lists/32", { headers: { authorization: `Basic ${btoa("admin:password")}` } });
  await expect(outcome(page)).toContainText("The list was deleted meanwhile", { timeout: 30_000 });
  await axe(page);
  await sandbox.faults([]);
  await expect(page.getByLabel("Into list").getByRole("option", { name: "32 · TestList" })).toHaveCount(0);
  await page.getByLabel("Into list").selectOption("33");
  await offered(page, "Start the import again").click();
  await expect(outcome(page)).toContainText("Verified", { timeout: 30_000 });
  const { contacts } = await sandbox.list(33);
  const mine = contacts.filter((contact) => String(contact["phone"]).startsWith("+39 000 "));
  expect(mine.map((contact) => contact["firstName"])).toEqual(["Ann", "Bob", "Cat"]);
  expect((await sandbox.state()).uploads).toHaveLength(1);
});

test("the list is deleted while the server imports", async ({ page, sandbox, request, expectConsole }) => {
  expectConsole(/status of 404/);
  await prepare(page);
  await sandbox.faults([{ method: "POST", path: BIND, kind: "stall" }]);
  await press(page);
  await expect(outcome(page)).toContainText("1 of 3 contacts are in the list");
  await request.delete("/api/cm/lists/32", { headers: { authorization: `Basic ${btoa("admin:password")}` } });
  await expect(outcome(page)).toContainText("The list was deleted meanwhile", { timeout: 30_000 });
  await sandbox.faults([]);
  await page.getByLabel("Into list").selectOption("33");
  await page.getByRole("button", { name: /^Import (up to )?3 contacts into / }).click();
  await expect(outcome(page)).toContainText("Verified", { timeout: 30_000 });
  const { contacts } = await sandbox.list(33);
  const mine = contacts.filter((contact) => String(contact["phone"]).startsWith("+39 000 "));
  expect(mine.map((contact) => contact["firstName"])).toEqual(["Ann", "Bob", "Cat"]);
});

test("the sign-in ends while the list is looked at: signed in again, a look verifies", async ({
  page,
  sandbox,
  expectConsole,
}) => {
  expectConsole(/status of 401/);
  await prepare(page);
  // The first look at the list is that before the upload.
  await sandbox.faults([{ method: "GET", path: COUNT, nth: 2, kind: "401" }]);
  await press(page);
  await signInAgain(page);
  await expect(outcome(page)).toContainText("its outcome could not be seen");
  await expect(outcome(page)).toContainText("The sign-in ended meanwhile. Sign in again and look at the list.");
  await axe(page);
  await offered(page, "Look at the list again").click();
  await threeOnce(page, sandbox);
  expect(await sent(sandbox, "POST", new RegExp(`^${UPLOAD}`))).toHaveLength(2);
});

test("the list is deleted before the button is pressed: the file goes into another one", async ({
  page,
  sandbox,
  request,
  expectConsole,
}) => {
  expectConsole(/status of 404/);
  await prepare(page);
  await request.delete("/api/cm/lists/32", { headers: { authorization: `Basic ${btoa("admin:password")}` } });
  const before = (await sandbox.list(33)).contacts;
  await press(page);
  await expect(outcome(page)).toContainText("The list was deleted meanwhile", { timeout: 30_000 });
  await page.getByLabel("Into list").selectOption("33");
  await offered(page, "Start the import again").click();
  await expect(outcome(page)).toContainText("Verified", { timeout: 30_000 });
  const named = (contacts: Record<string, unknown>[]) => contacts.map(({ firstName, phone }) => [firstName, phone]);
  expect(named((await sandbox.list(33)).contacts)).toEqual([
    ...named(before),
    ["Ann", "+39 000 1"],
    ["Bob", "+39 000 2"],
    ["Cat", "+39 000 3"],
  ]);
  expect((await sandbox.state()).uploads).toHaveLength(1);
});

test("the work is done and the answer has no number of an import: found out by counting", async ({ page, sandbox }) => {
  await prepare(page);
  await page.route("**/api/cm/contacts/upload/*", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: {} });
  });
  await press(page);
  await threeOnce(page, sandbox);
  expect((await sandbox.state()).imports).toHaveLength(1);
});

test("somebody else adds a contact meanwhile: one too many, and said", async ({ page, sandbox, request }) => {
  await prepare(page);
  await sandbox.faults([{ method: "POST", path: BIND, kind: "delay", delay_ms: 1_500 }]);
  await press(page);
  await expect.poll(async () => (await sandbox.state()).uploads.length).toBe(1);
  const added = await request.post("/api/cm/contacts", {
    headers: { authorization: `Basic ${btoa("admin:password")}` },
    data: { firstName: "Zoe", phone: "+39 000 9", ListId: 32 },
  });
  expect(added.ok()).toBe(true);
  await expect(outcome(page)).toContainText("4 contacts were added, 1 more than expected");
  await expect(outcome(page)).toContainText("Somebody else may have added contacts at the same time.");
  expect(await receipt(page)).toMatchObject({
    "In the list before": "0",
    "Expected to be added": "3",
    "In the list now": "4",
    Difference: "+1",
  });
  // Nothing is missing: to import again is not offered.
  await expect(offered(page, "Import the same file again")).toBeHidden();
  await axe(page);
  const { contacts } = await sandbox.list(32);
  expect(contacts.map((contact) => contact["firstName"])).toEqual(["Zoe", "Ann", "Bob", "Cat"]);
});
