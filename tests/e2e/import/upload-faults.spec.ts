// Uploads that go wrong: nothing is imported, nothing is lost, and the upload can be repeated.

import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { axe, expect, test } from "../fixtures/app";
import { csv } from "../fixtures/admin";
import { BIND, THREE, UPLOAD, offered, outcome, prepare, press, sent, signInAgain, threeOnce } from "../fixtures/run";
import type { FaultKind } from "../fixtures/sandbox";

const REFUSALS: [FaultKind, RegExp, string][] = [
  ["413", /status of 413/, "too large"],
  ["422", /status of 422/, "The server refused what was sent (status 422)."],
  ["500", /status of 500/, "“something went wrong”"],
  ["500_html", /status of 500/, "The server failed with status 500 and gave no reason."],
  ["403", /status of 403/, "This account may not do that."],
  ["429", /status of 429/, "asks to wait"],
  ["half", /net::ERR/, "The server did not answer."],
  ["drop_after", /net::ERR/, "The server did not answer."],
];

for (const [kind, complaint, said] of REFUSALS) {
  test(`an upload that meets ${kind} is repeated with its own button`, async ({ page, sandbox, expectConsole }) => {
    expectConsole(complaint);
    await prepare(page);
    await sandbox.faults([{ method: "POST", path: UPLOAD, kind }]);
    await press(page);
    await expect(outcome(page)).toContainText("Nothing was imported");
    await expect(outcome(page)).toContainText(said);
    await expect(outcome(page)).toContainText("An upload alone stores no contact, so it can be repeated.");
    await expect(outcome(page)).toBeFocused();
    expect((await sandbox.list(32)).contacts).toEqual([]);
    await sandbox.faults([]);
    await offered(page, "Upload again").click();
    await threeOnce(page, sandbox);
    expect((await sandbox.state()).imports).toHaveLength(1);
  });
}

test("an upload that breaks in its middle is repeated as a whole", async ({ page, sandbox, expectConsole }) => {
  test.setTimeout(120_000);
  expectConsole(/net::ERR/);
  const rows = Array.from({ length: 120_000 }, (_, n) => `Ann,+39 000 ${n}`);
  const file = csv("large.csv", `name,phone\n${rows.join("\n")}\n`);
  await prepare(page, file);
  await sandbox.faults([{ method: "POST", path: UPLOAD, kind: "cut" }]);
  await page.getByRole("button", { name: "Import 120,000 contacts into TestList" }).click();
  await expect(outcome(page)).toContainText("Nothing was imported");
  await expect(outcome(page)).toContainText("The server did not answer.");
  const state = await sandbox.state();
  expect(state.uploads).toEqual([]);
  await axe(page);
  await sandbox.faults([{ method: "POST", path: UPLOAD, kind: "413" }]);
  expectConsole(/status of 413/);
  await offered(page, "Upload again").click();
  await expect(outcome(page)).toContainText("too large");
  const [whole] = (await sandbox.requests()).filter((request) => request.path === UPLOAD);
  expect(whole?.size).toBe(file.buffer.length);
  await sandbox.faults([]);
  await offered(page, "Upload again").click();
  await expect(outcome(page).getByText("120,000 contacts were imported")).toBeVisible({ timeout: 60_000 });
  await expect(outcome(page)).toContainText("Verified");
  const { contacts } = await sandbox.list(32);
  const stored = contacts.map((contact) => `${String(contact["firstName"])},${String(contact["phone"])}`);
  expect(stored.join("\n") === rows.join("\n"), "every row is there once, in its order").toBe(true);
});

test.describe("a file on disk", () => {
  let folder: string;
  test.beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "dialdesk-"));
  });
  test.afterEach(() => rmSync(folder, { recursive: true }));

  for (const [what, content] of [
    ["that needs no copy", THREE.buffer.toString()],
    ["of which a copy is made", THREE.buffer.toString().replaceAll(",", ";")],
  ] as const) {
    for (const deed of ["changed", "deleted"] as const) {
      test(`${what} was ${deed} since it was read: nothing else is sent`, async ({ page, sandbox, expectConsole }) => {
        expectConsole(/net::ERR/);
        const path = join(folder, "three.csv");
        writeFileSync(path, content);
        // A browser tells versions of a file apart by their times.
        utimesSync(path, 1_000_000_000, 1_000_000_000);
        await prepare(page, path);
        if (deed === "changed") writeFileSync(path, content.replace("Cat", "Dan"));
        else rmSync(path);
        await press(page);
        await expect(outcome(page)).toContainText("The file can no longer be read: it was changed, moved or deleted");
        await axe(page);
        expect((await sandbox.state()).uploads).toEqual([]);
        writeFileSync(path, content);
        await page.locator("input[type=file]").setInputFiles(path);
        await expect(page.getByLabel("Into list")).toHaveValue("32");
        await press(page);
        await threeOnce(page, sandbox);
      });
    }
  }
});

test("the sign-in ends at the upload: signed in again, it goes on with one button", async ({
  page,
  sandbox,
  expectConsole,
}) => {
  expectConsole(/status of 401/);
  await prepare(page);
  await sandbox.faults([{ method: "POST", path: UPLOAD, nth: 1, kind: "401" }]);
  await press(page);
  await signInAgain(page);
  await expect(outcome(page)).toContainText("The sign-in had ended.");
  await offered(page, "Upload again").click();
  await threeOnce(page, sandbox);
  expect(await sent(sandbox, "POST", /\/upload\/./)).toHaveLength(1);
});

test("the share of a slow upload is shown, said in tenths, and stopping leaves nothing", async ({ page, sandbox }) => {
  const rows = Array.from({ length: 100_000 }, (_, n) => `Ann,+39 000 ${n}`);
  const file = csv("large.csv", `name,phone\n${rows.join("\n")}\n`);
  await prepare(page, file);
  const session = await page.context().newCDPSession(page);
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 200_000 };
  await session.send("Network.emulateNetworkConditions", slow);
  await page.getByRole("button", { name: "Import 100,000 contacts into TestList" }).click();
  const bar = outcome(page).getByRole("progressbar", { name: /^Uploading the file/ });
  await expect(bar).toHaveAttribute("max", String(file.buffer.length));
  await expect(outcome(page).getByRole("status")).toHaveText(/^Uploading the file… [1-9]0%$/, { timeout: 30_000 });
  await expect(outcome(page).getByText(/^[\d.,]+ (k|M)B of 1\.\d MB \(\d+(\.\d)?%\) · [\d.,]+ (k|M)B a second$/)).toBeVisible();
  const gone = Number(await bar.getAttribute("value"));
  expect(gone).toBeGreaterThan(0);
  expect(gone).toBeLessThan(file.buffer.length);
  await axe(page);
  await offered(page, "Stop the upload").click();
  await expect(outcome(page)).toContainText("You stopped the upload.");
  await session.send("Network.emulateNetworkConditions", { ...slow, uploadThroughput: -1 });
  const { uploads, imports } = await sandbox.state();
  expect([uploads, imports]).toEqual([[], []]);
  await offered(page, "Upload again").click();
  await expect(outcome(page).getByText("100,000 contacts were imported")).toBeVisible({ timeout: 60_000 });
  expect((await sandbox.state()).imports[0]).toMatchObject({ rows: 100_000, stored: 100_000, duplicates: 0 });
});

test("an upload as a form is watched in the same way", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 500/);
  await page.addInitScript(() => localStorage.setItem("dialdesk.upload", "multipart"));
  await prepare(page);
  await sandbox.faults([{ method: "POST", path: UPLOAD, kind: "500" }]);
  await press(page);
  await expect(outcome(page)).toContainText("Nothing was imported");
  await sandbox.faults([]);
  await offered(page, "Upload again").click();
  await threeOnce(page, sandbox);
  expect(await sent(sandbox, "POST", new RegExp(BIND.replace("*", "staged-")))).toHaveLength(1);
});
