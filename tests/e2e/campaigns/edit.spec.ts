// A campaign that exists: only what was changed is sent, and nothing of somebody else's is overwritten unseen.

import type { Page } from "@playwright/test";

import { axe, expect, heading, test } from "../fixtures/app";
import { open } from "../fixtures/admin";
import { field, paste, review, writes } from "../fixtures/campaign";
import { QUEUES, create, elsewhere, goBy, named, openPaused, sent, stored } from "../fixtures/campaign-form";

const PAUSED = `${QUEUES}/59`;

/** Presses the button that saves campaign 59. */
async function save(page: Page, changes = "1 change"): Promise<void> {
  await page.getByRole("button", { name: `Save ${changes} to “Spring renewals”` }).click();
}

test("only the changed keys are sent, and everything else stays as it is", async ({ page, sandbox }) => {
  const before = await sandbox.state();
  await openPaused(page);
  await expect(field(page, "dialOriginateCallerIdNumber")).toHaveValue("+44 7700 900999");
  await expect(field(page, "IntervalId")).toHaveValue("11");
  await expect(field(page, "timeout")).toHaveValue("3");
  await expect(field(page, "dialActive")).not.toBeChecked();
  await field(page, "timeout").fill("20");
  await field(page, "dialGlobalInterval").fill("09:00-20:00,mon-fri,*,*");
  await field(page, "IntervalId").selectOption({ label: "None" });
  await review(page);
  const row = page.getByRole("table", { name: "What will change" }).getByRole("row", { name: /^Agent timeout/ });
  await expect(row.getByRole("cell")).toHaveText(["3", "20"]);
  await axe(page);
  await save(page, "3 changes");
  await expect(page.getByText("The campaign was saved")).toBeVisible();
  await expect(page.getByText("Read back from the server: everything is as it was sent.")).toBeVisible();
  await axe(page);

  expect(await sent(sandbox, "PUT")).toEqual([
    `${PAUSED} {"dialGlobalInterval":"09:00-20:00,mon-fri,*,*","timeout":20,"IntervalId":null}`,
  ]);
  const changed = { dialGlobalInterval: "09:00-20:00,mon-fri,*,*", timeout: 20, IntervalId: null };
  const now = { ...changed, updatedAt: expect.any(String) };
  const queues = before.queues.map((queue) => (queue["id"] === 59 ? { ...queue, ...now } : queue));
  expect(await sandbox.state()).toEqual({ ...before, queues });
});

test("where nothing was changed there is nothing to send", async ({ page, sandbox }) => {
  await openPaused(page);
  const button = page.getByRole("button", { name: "Review before sending" });
  const nothing = page.getByText("Nothing has changed: there is nothing to send.");
  await button.click();
  await expect(nothing).toBeVisible();
  await field(page, "timeout").fill("20");
  await expect(nothing).toBeHidden();
  await field(page, "timeout").fill("3");
  await button.click();
  await expect(nothing).toBeVisible();
  expect(writes(await sandbox.requests())).toEqual([]);
});

test("another spelling of the same value is nothing to send, and that is said", async ({ page, sandbox }) => {
  await openPaused(page);
  await field(page, "timeout").fill(" 3");
  await page.getByRole("button", { name: "Review before sending" }).click();
  await expect(page.getByText("Nothing has changed: there is nothing to send.")).toBeVisible();
  expect(writes(await sandbox.requests())).toEqual([]);
});

test("switching on is sent only once it was said to be meant", async ({ page, sandbox }) => {
  await openPaused(page);
  await field(page, "dialActive").check();
  await review(page);
  const deed = page.getByRole("button", { name: "Save “Spring renewals” and start calling" });
  await deed.click();
  await expect(page.getByRole("group", { name: "Is this meant?" })).toBeFocused();
  await expect(page.getByText("Check it first, to say that it is meant.")).toBeVisible();
  await axe(page);
  expect(writes(await sandbox.requests())).toEqual([]);
  await page.getByRole("checkbox", { name: /Calls begin as soon as it is saved/ }).check();
  await deed.click();
  await expect(page.getByText("The campaign was saved")).toBeVisible();
  await expect(field(page, "dialActive")).toBeChecked();
  expect(await sent(sandbox, "PUT")).toEqual([`${PAUSED} {"dialActive":true}`]);
});

test("what was said to be meant has to be said again after a change", async ({ page, sandbox }) => {
  await openPaused(page);
  await field(page, "dialActive").check();
  await review(page);
  await page.getByRole("checkbox", { name: /Calls begin as soon as it is saved/ }).check();
  await page.getByRole("button", { name: "Back to the form" }).click();
  await field(page, "timeout").fill("20");
  await review(page);
  await expect(page.getByRole("checkbox", { name: /Calls begin as soon as it is saved/ })).not.toBeChecked();
  await page.getByRole("button", { name: "Save “Spring renewals” and start calling" }).click();
  await expect(page.getByText("Check it first, to say that it is meant.")).toBeVisible();
  expect(writes(await sandbox.requests())).toEqual([]);
});

test("switching off needs no confirmation", async ({ page, sandbox }) => {
  await open(page, "/campaigns/52", "Clienti energia sera");
  await field(page, "dialActive").uncheck();
  await review(page);
  await expect(page.getByRole("group", { name: "Is this meant?" })).toBeHidden();
  await page.getByRole("button", { name: "Save 1 change to “Clienti energia sera”" }).click();
  await expect(page.getByText("The campaign was saved")).toBeVisible();
  expect(await sent(sandbox, "PUT")).toEqual([`${QUEUES}/52 {"dialActive":false}`]);
});

test("a key that is not known here is sent from pasted JSON and otherwise left alone", async ({ page, sandbox }) => {
  await openPaused(page);
  await paste(page, `{"wrapuptime": 7, "musiconhold": "default"}`);
  await review(page);
  await save(page);
  await expect(page.getByText("everything is as it was sent")).toBeVisible();
  expect(await sent(sandbox, "PUT")).toEqual([`${PAUSED} {"wrapuptime":7}`]);
});

for (const { answer, outcome, own } of [
  { answer: "Go on with mine", outcome: 20, own: `{"timeout":20,"weight":2}` },
  { answer: "Take theirs", outcome: 15, own: `{"weight":2}` },
]) {
  test(`two people change the same field: nothing is sent before one says “${answer}”`, async ({ page, sandbox }) => {
    await openPaused(page);
    await field(page, "timeout").fill("20");
    await field(page, "weight").fill("2");
    const theirs = `{"timeout":15,"retry":9}`;
    await elsewhere(sandbox, "PUT", PAUSED, theirs);
    await review(page);
    await save(page, "2 changes");
    const alert = page.getByRole("alert");
    await expect(alert).toContainText("Somebody else has changed the campaign meanwhileNothing was sent.");
    await expect(alert.getByRole("row")).toHaveCount(2);
    await expect(alert.getByRole("row", { name: /^Agent timeout/ }).getByRole("cell")).toHaveText(["3", "15", "20"]);
    await axe(page);
    expect(await sent(sandbox, "PUT")).toEqual([`${PAUSED} ${theirs}`]);

    await page.getByRole("button", { name: answer }).click();
    await expect(field(page, "timeout")).toHaveValue(String(outcome));
    await expect(field(page, "retry")).toHaveValue("9");
    await expect(field(page, "weight")).toHaveValue("2");
    await review(page);
    await page.getByRole("button", { name: /^Save/ }).click();
    await expect(page.getByText("The campaign was saved")).toBeVisible();
    expect((await sent(sandbox, "PUT")).slice(1)).toEqual([`${PAUSED} ${own}`]);
    expect(await stored(sandbox, 59)).toMatchObject({ timeout: outcome, weight: 2, retry: 9 });
  });
}

test("somebody's change of another field is no clash and survives", async ({ page, sandbox }) => {
  await openPaused(page);
  await field(page, "timeout").fill("20");
  await elsewhere(sandbox, "PUT", PAUSED, `{"retry":9,"wrapuptime":7}`);
  await review(page);
  await save(page);
  await expect(page.getByText("The campaign was saved")).toBeVisible();
  await expect(field(page, "retry")).toHaveValue("9");
  expect(await stored(sandbox, 59)).toMatchObject({ timeout: 20, retry: 9, wrapuptime: 7 });
});

test("of a campaign that was deleted meanwhile what was typed stays", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 404/);
  await openPaused(page);
  await field(page, "timeout").fill("20");
  await elsewhere(sandbox, "DELETE", PAUSED);
  await review(page);
  await save(page);
  await expect(page.getByRole("alert")).toContainText("The campaign was not saved");
  await expect(page.getByRole("alert")).toContainText("It may have been deleted meanwhile");
  await page.getByRole("button", { name: "Back to the form" }).click();
  await expect(field(page, "timeout")).toHaveValue("20");
  expect(await sent(sandbox, "PUT")).toEqual([]);
});

test("that it was saved is not said again to who comes back later", async ({ page, sandbox }) => {
  await openPaused(page);
  await field(page, "timeout").fill("20");
  await review(page);
  await save(page);
  await expect(page.getByText("everything is as it was sent")).toBeVisible();
  await goBy(page, "Lists");
  await expect(heading(page)).toHaveText("Lists");
  await elsewhere(sandbox, "PUT", PAUSED, `{"timeout":15}`);
  await page.goBack();
  await expect(field(page, "timeout")).toHaveValue("15");
  await expect(page.getByText("everything is as it was sent")).toBeHidden();
});

test("what was typed outlives leaving the screen until it is discarded", async ({ page }) => {
  await openPaused(page);
  await field(page, "timeout").fill("20");
  await goBy(page, "Lists");
  await expect(heading(page)).toHaveText("Lists");
  await goBy(page, "Campaigns");
  await page.getByRole("link", { name: "Spring renewals" }).click();
  await expect(field(page, "timeout")).toHaveValue("20");
  await expect(page.getByText("Changed, not sent.")).toBeVisible();
  await page.getByRole("button", { name: "Discard changes" }).click();
  await expect(field(page, "timeout")).toHaveValue("3");
  await expect(page.getByText("Changed, not sent.")).toBeHidden();
});

test("what was typed outlives a change of the language", async ({ page }) => {
  await openPaused(page);
  await field(page, "timeout").fill("20");
  await goBy(page, "Connection");
  await page.getByLabel("Language").selectOption("it");
  await goBy(page, "Campagne", "Menu principale");
  await page.getByRole("link", { name: "Spring renewals" }).click();
  await expect(field(page, "timeout")).toHaveValue("20");
  await expect(page.getByText("Modificata, non inviata.")).toBeVisible();
});

test("a campaign that does not exist is said so, with a way to try again", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 404/);
  await open(page, "/campaigns/999", "Campaign 999");
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("The settings of the campaign cannot be shownThe server does not have it.");
  await axe(page);
  const reads = async () => (await sandbox.requests()).filter(({ path }) => path === `${QUEUES}/999`).length;
  expect(await reads()).toBe(1);
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect.poll(reads).toBe(2);
});

for (const kind of ["403", "404"] as const) {
  test(`without reading (${kind}) campaigns are opened and created`, async ({ page, sandbox, expectConsole }) => {
    expectConsole(new RegExp(`status of ${kind}`));
    await sandbox.faults([{ method: "GET", path: "/api/**", kind }]);
    await open(page, "/campaigns", "Campaigns");
    await expect(page.getByText("This server does not show its campaigns")).toBeVisible();
    await page.getByLabel("Campaign ID").fill("x");
    await page.getByRole("button", { name: "Open campaign" }).click();
    await expect(page.getByLabel("Campaign ID")).toHaveAccessibleDescription(/Enter a whole number from 1\./);
    await axe(page);
    await page.getByLabel("Campaign ID").fill("59");
    await page.getByRole("button", { name: "Open campaign" }).click();
    await expect(page.getByRole("alert")).toContainText("The settings of the campaign cannot be shown");

    await goBy(page, "Campaigns");
    await page.getByRole("link", { name: "New campaign" }).click();
    await field(page, "name").fill("Autunno");
    await field(page, "TrunkId").fill("12");
    await expect(page.getByText("The server does not list them: type the ID.").first()).toBeVisible();
    await review(page);
    await create(page, "Autunno");
    await expect(page.getByText("The campaign was createdIt could not be read back")).toBeVisible();
    await axe(page);
    expect(await named(sandbox, "Autunno")).toMatchObject([{ TrunkId: 12, dialActive: false }]);
  });
}
