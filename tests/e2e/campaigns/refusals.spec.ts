// A server that refuses a campaign, fails, or is not heard: what is known is said, and nothing that was typed is lost.

import type { Page } from "@playwright/test";

import { axe, expect, heading, test } from "../fixtures/app";
import { field, review } from "../fixtures/campaign";
import { QUEUES, begin, create, expectCreated, named, openPaused, sent, stored } from "../fixtures/campaign-form";

const NOT_SAVED = "The campaign was not saved";
const NOT_KNOWN = "It is not known whether the campaign was saved";

/** A new campaign as it is typed in these tests, up to the review. */
async function prepare(page: Page): Promise<void> {
  await begin(page, "Autunno");
  await field(page, "timeout").fill("20");
  await review(page);
}

/** Back in the form everything stands as it was typed. */
async function expectKept(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Back to the form" }).click();
  await expect(field(page, "name")).toHaveValue("Autunno");
  await expect(field(page, "TrunkId")).toHaveValue("12");
  await expect(field(page, "timeout")).toHaveValue("20");
  await expect(page.getByText("Changed, not sent.")).toBeVisible();
}

test("a trunk that does not exist is said beforehand, refused at its field, and mended", async ({
  page,
  sandbox,
  expectConsole,
}) => {
  expectConsole(/status of 422/);
  await begin(page, "Autunno");
  const trunk = field(page, "TrunkId");
  await trunk.selectOption({ label: "Type an ID…" });
  await expect(trunk).toBeFocused();
  await trunk.fill("99");
  await expect(page.getByText("The server lists no trunk 99.")).toBeVisible();
  await field(page, "timeout").fill("20");
  await review(page);
  await create(page, "Autunno");

  const summary = page.getByRole("alert");
  await expect(summary).toBeFocused();
  await expect(summary).toContainText(/Trunk: The server refused it and says: “.*99.*”\. Change it and save again\./);
  await expect(trunk).toHaveAttribute("aria-invalid", "true");
  await expect(trunk).toHaveAccessibleDescription(/The server refused it and says: “.*99/);
  await expect(trunk).toHaveValue("99");
  await expect(field(page, "name")).toHaveValue("Autunno");
  await expect(field(page, "timeout")).toHaveValue("20");
  await axe(page);
  await summary.getByRole("button", { name: /^Trunk/ }).click();
  await expect(trunk).toBeFocused();

  await page.getByRole("button", { name: "Choose from the server’s instead" }).click();
  await trunk.selectOption("12");
  await expect(summary).toBeHidden();
  await review(page);
  await create(page, "Autunno");
  await expectCreated(page, "Autunno");
  expect(await named(sandbox, "Autunno")).toMatchObject([{ TrunkId: 12, timeout: 20 }]);
});

test("a name that is taken is said at the name, in the server's words", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 409/);
  await prepare(page);
  await sandbox.faults([{ method: "POST", path: QUEUES, kind: "409" }]);
  await create(page, "Autunno");
  const summary = page.getByRole("alert");
  await expect(summary).toBeFocused();
  await expect(summary).toContainText("Name: The server refused it and says: “name must be unique”.");
  await expect(field(page, "name")).toHaveAttribute("aria-invalid", "true");
  await expect(field(page, "name")).toHaveValue("Autunno");
  await sandbox.faults([]);
  await field(page, "name").fill("Autunno 2");
  await expect(field(page, "name")).not.toHaveAttribute("aria-invalid");
  await expect(summary).toBeHidden();
  await review(page);
  await create(page, "Autunno 2");
  await expectCreated(page, "Autunno 2");
  expect(await named(sandbox, "Autunno")).toEqual([]);
});

for (const [kind, title, sentence] of [
  ["500_html", NOT_KNOWN, "The server failed with status 500 and gave no reason."],
  ["500", NOT_KNOWN, "The server failed with status 500 and says: “something went wrong”."],
  ["drop_before", NOT_KNOWN, "The server did not answer."],
  ["429", NOT_SAVED, "The server asks to wait because of too many requests."],
  ["403", NOT_SAVED, "This account may not do that."],
] as const) {
  test(`nothing is stored, nothing typed is lost: ${kind}`, async ({ page, sandbox, expectConsole }) => {
    expectConsole(/status of (500|429|403)|net::ERR/);
    await prepare(page);
    await sandbox.faults([{ method: "POST", path: QUEUES, kind }]);
    await create(page, "Autunno");
    const alert = page.getByRole("alert");
    await expect(alert).toContainText(title);
    await expect(alert).toContainText(sentence);
    await expect(alert.getByText("Look before you repeat it.")).toBeVisible({ visible: title === NOT_KNOWN });
    await expect(alert).not.toContainText(/nginx|</);
    await axe(page);
    await expectKept(page);
    await sandbox.faults([]);
    await review(page);
    await expect(page.getByRole("alert")).toBeHidden();
    await create(page, "Autunno");
    await expectCreated(page, "Autunno");
    expect(await named(sandbox, "Autunno")).toMatchObject([{ timeout: 20, dialActive: false }]);
  });
}

for (const kind of ["half", "empty", "drop_after"] as const) {
  test(`it is stored, but the answer tells nothing: ${kind}`, async ({ page, sandbox, expectConsole }) => {
    expectConsole(/net::ERR/);
    await prepare(page);
    await sandbox.faults([{ method: "POST", path: QUEUES, kind }]);
    await create(page, "Autunno");
    const alert = page.getByRole("alert");
    await expect(alert).toContainText(NOT_KNOWN);
    await expect(alert).toContainText("Look before you repeat it.");
    // Chromium itself repeats what was dropped on a connection that was used before.
    expect((await named(sandbox, "Autunno")).length).toBeGreaterThan(0);
    await expectKept(page);
    // Whoever looks finds it.
    await sandbox.faults([]);
    await page.getByRole("link", { name: "Campaigns" }).click();
    await expect(page.getByRole("link", { name: "Autunno", exact: true }).first()).toBeVisible();
  });
}

test("whoever presses twice creates once", async ({ page, sandbox }) => {
  await prepare(page);
  await sandbox.faults([{ method: "POST", path: QUEUES, kind: "delay", delay_ms: 1_500 }]);
  await page.getByRole("button", { name: "Create campaign “Autunno”, paused" }).dblclick();
  await expectCreated(page, "Autunno");
  expect(await named(sandbox, "Autunno")).toHaveLength(1);
});

test("a 401 while it is sent: sign in again over the review, then send it once", async ({
  page,
  sandbox,
  expectConsole,
}) => {
  expectConsole(/status of 401/);
  await prepare(page);
  await sandbox.faults([{ method: "POST", path: QUEUES, nth: 1, kind: "401" }]);
  await create(page, "Autunno");
  const dialog = page.getByRole("dialog", { name: "Sign in again" });
  await expect(dialog).toContainText("no longer accepts the sign-in of admin");
  await axe(page);
  await dialog.getByLabel("Password", { exact: true }).fill("password");
  await dialog.getByRole("button", { name: "Sign in" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("heading", { name: "Review", exact: true })).toBeVisible();
  await create(page, "Autunno");
  await expectCreated(page, "Autunno");
  expect(await named(sandbox, "Autunno")).toMatchObject([{ TrunkId: 12, timeout: 20 }]);
});

for (const kind of ["drop_after", "half", "empty"] as const) {
  test(`a change whose answer is lost is read back and known to be saved: ${kind}`, async ({
    page,
    sandbox,
    expectConsole,
  }) => {
    expectConsole(/net::ERR/);
    await openPaused(page);
    await field(page, "timeout").fill("20");
    await review(page);
    await sandbox.faults([{ method: "PUT", path: `${QUEUES}/*`, kind }]);
    await page.getByRole("button", { name: "Save 1 change to “Spring renewals”" }).click();
    await expect(page.getByText("The campaign was saved")).toBeVisible();
    await expect(page.getByText("Read back from the server: everything is as it was sent.")).toBeVisible();
    expect(await stored(sandbox, 59)).toMatchObject({ timeout: 20 });
  });
}

test("a change that never arrived is not known to be saved, and is sent again", async ({
  page,
  sandbox,
  expectConsole,
}) => {
  expectConsole(/net::ERR/);
  await openPaused(page);
  await field(page, "timeout").fill("20");
  await review(page);
  await sandbox.faults([{ method: "PUT", path: `${QUEUES}/*`, kind: "drop_before" }]);
  const deed = page.getByRole("button", { name: "Save 1 change to “Spring renewals”" });
  await deed.click();
  await expect(page.getByRole("alert")).toContainText(NOT_KNOWN);
  expect(await stored(sandbox, 59)).toMatchObject({ timeout: 3 });
  await sandbox.faults([]);
  await deed.click();
  await expect(page.getByText("The campaign was saved")).toBeVisible();
  expect((await sent(sandbox, "PUT")).at(-1)).toBe(`${QUEUES}/59 {"timeout":20}`);
  expect(await stored(sandbox, 59)).toMatchObject({ timeout: 20 });
});

test("a change that was saved but cannot be read back is said so", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 403/);
  await openPaused(page);
  await field(page, "timeout").fill("20");
  await review(page);
  // The first reading is the look before sending.
  await sandbox.faults([{ method: "GET", path: `${QUEUES}/59`, nth: 2, kind: "403" }]);
  await page.getByRole("button", { name: "Save 1 change to “Spring renewals”" }).click();
  await expect(page.getByText("It could not be read back, so what the server made of it is not known.")).toBeVisible();
  await axe(page);
  expect(await stored(sandbox, 59)).toMatchObject({ timeout: 20 });
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(field(page, "timeout")).toHaveValue("20");
  await expect(heading(page)).toHaveText("Spring renewals");
});

test("a refused change goes to its field and is mended there", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 422/);
  await openPaused(page);
  await field(page, "IntervalId").selectOption({ label: "Type an ID…" });
  await field(page, "IntervalId").fill("99");
  await expect(page.getByText("The server lists no interval 99.")).toBeVisible();
  await review(page);
  await page.getByRole("button", { name: "Save 1 change to “Spring renewals”" }).click();
  await expect(page.getByRole("alert")).toContainText(/Interval of the server: The server refused it and says: “.*99/);
  await expect(field(page, "IntervalId")).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("button", { name: "Discard changes" }).click();
  await expect(page.getByRole("alert")).toBeHidden();
  await expect(field(page, "IntervalId")).toHaveValue("11");
  expect(await stored(sandbox, 59)).toMatchObject({ IntervalId: 11 });
});

test("servers differ: numbers as text and switches as 0 and 1 are read all the same", async ({ page, sandbox }) => {
  await sandbox.faults([{ method: "*", path: "/api/**", kind: "loose_types" }]);
  await openPaused(page);
  await expect(field(page, "dialActive")).not.toBeChecked();
  await field(page, "weight").fill("2");
  await field(page, "dialAMDActive").check();
  await review(page);
  await page.getByRole("button", { name: "Save 2 changes to “Spring renewals”" }).click();
  await expect(page.getByText("Read back from the server: everything is as it was sent.")).toBeVisible();
  expect(await sent(sandbox, "PUT")).toEqual([`${QUEUES}/59 {"weight":2,"dialAMDActive":true}`]);
});
