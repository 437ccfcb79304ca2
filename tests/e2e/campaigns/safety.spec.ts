// Nothing is dialled, sent or lost by accident.

import { axe, expect, heading, test } from "../fixtures/app";
import { open, signIn } from "../fixtures/admin";
import { field, review, writes } from "../fixtures/campaign";

const AUTHORIZATION = `Basic ${Buffer.from("admin:password").toString("base64")}`;

/** What somebody else does to the server meanwhile. */
async function elsewhere(address: string, method: string, path: string, body: unknown): Promise<void> {
  const response = await fetch(`${address}${path}`, {
    method,
    headers: { authorization: AUTHORIZATION, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(response.ok).toBe(true);
}

test("a campaign that was switched on meanwhile gets no list unasked", async ({ page, sandbox }) => {
  await open(page, "/campaigns/59/lists", "Spring renewals");
  await page.getByRole("checkbox", { name: "32 · TestList" }).check();
  await elsewhere(sandbox.address, "PUT", "/api/voice/queues/59", { dialActive: true });
  await page.getByRole("button", { name: "Attach 1 list" }).click();
  const meant = page.getByRole("checkbox", { name: /it will call the contacts of these lists/ });
  await expect(meant).toBeFocused();
  await expect(page.getByText("Active", { exact: true })).toBeVisible();
  const queue = async () => (await sandbox.state()).queues.find(({ id }) => id === 59);
  expect(await queue()).toMatchObject({ lists: [12] });
  await meant.check();
  await page.getByRole("button", { name: "Attach 1 list and call the contacts" }).click();
  await expect(page.getByText("1 list was attached")).toBeVisible();
  expect(await queue()).toMatchObject({ lists: [12, 32] });
});

test("a change to a campaign that was switched on meanwhile is shown first", async ({ page, sandbox }) => {
  await open(page, "/campaigns/59", "Spring renewals");
  await field(page, "weight").fill("2");
  await review(page);
  await elsewhere(sandbox.address, "PUT", "/api/voice/queues/59", { dialActive: true });
  await page.getByRole("button", { name: "Save 1 change to “Spring renewals”" }).click();
  const clash = page.getByRole("alert");
  await expect(clash).toBeFocused();
  await expect(clash.getByRole("row", { name: /^Active/ })).toContainText("Off");
  await axe(page);
  const own = writes(await sandbox.requests()).filter(({ body }) => body.includes("weight"));
  expect(own).toEqual([]);
});

test("a queue that takes calls is no campaign", async ({ page }) => {
  await open(page, "/campaigns/57", "Campaign 57");
  await expect(page.getByText("This is not a campaign")).toBeVisible();
  await expect(page.getByRole("button", { name: "Review before sending" })).toHaveCount(0);
  await axe(page);
});

test("a sign-in that expires over the form takes nothing away", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 401/);
  await open(page, "/campaigns/59", "Spring renewals");
  await field(page, "description").fill("kept");
  await sandbox.faults([{ method: "GET", path: "/api/trunks", kind: "401" }]);
  await page.getByRole("link", { name: "Agents" }).click();
  await page.getByRole("link", { name: "Settings" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("Password", { exact: true })).toBeFocused();
  await expect(dialog.getByLabel("Name", { exact: true })).toHaveValue("admin");
  await axe(page);
  await sandbox.faults([]);
  await dialog.getByLabel("Password", { exact: true }).fill("password");
  await dialog.getByRole("button", { name: "Sign in" }).click();
  await expect(dialog).toBeHidden();
  await expect(field(page, "description")).toHaveValue("kept");
});

test("while a campaign is sent there is no way back to send another, and leaving is respected", async ({
  page,
  sandbox,
}) => {
  await open(page, "/campaigns/new", "New campaign");
  await field(page, "name").fill("Slow");
  await field(page, "TrunkId").selectOption("12");
  await review(page);
  await sandbox.faults([{ method: "POST", path: "/api/voice/queues", kind: "delay", delay_ms: 1500 }]);
  await page.getByRole("button", { name: "Create campaign “Slow”, paused" }).click();
  // It says that it is disabled; a press does nothing.
  await page.getByRole("button", { name: "Back to the form" }).click({ force: true });
  await expect(page.getByRole("heading", { name: "Review", exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Lists" }).click();
  await expect.poll(async () => (await sandbox.state()).queues.some(({ name }) => name === "Slow")).toBe(true);
  await expect.poll(async () => (await sandbox.requests()).some(({ path }) => path === "/api/voice/queues/60")).toBe(true);
  await expect(heading(page)).toHaveText("Lists");
  await page.getByRole("link", { name: "Campaigns" }).click();
  // Where campaigns are, it is said.
  await expect(page.getByText("The campaign was created")).toBeVisible();
  await expect(page.getByRole("link", { name: "Campaign 60" })).toBeVisible();
  await page.getByRole("link", { name: "Slow" }).click();
  await expect(page.getByText("The campaign was created")).toBeVisible();
  expect(writes(await sandbox.requests())).toHaveLength(1);
});

test("what was begun before a sign-out is not sent after it, and not lost", async ({ page, sandbox }) => {
  await open(page, "/campaigns/59", "Spring renewals");
  await field(page, "weight").fill("2");
  await review(page);
  await sandbox.faults([{ method: "GET", path: "/api/voice/queues/59", kind: "delay", delay_ms: 1500 }]);
  await page.getByRole("button", { name: "Save 1 change to “Spring renewals”" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await signIn(page);
  // Nothing was sent, and nothing of it is lost to who comes back.
  await expect(page.getByRole("alert")).toContainText("The campaign was not saved");
  expect(writes(await sandbox.requests())).toEqual([]);
  await page.getByRole("button", { name: "Save 1 change to “Spring renewals”" }).click();
  await expect(page.getByText("The campaign was saved")).toBeVisible();
  expect(writes(await sandbox.requests()).map(({ body }) => body)).toEqual(['{"weight":2}']);
});

test("Enter in the search of a picker sends nothing", async ({ page, sandbox }) => {
  for (const name of ["Nord", "Sud", "Est", "Ovest"]) {
    await elsewhere(sandbox.address, "POST", "/api/cm/lists", { name });
  }
  const before = writes(await sandbox.requests()).length;
  await open(page, "/campaigns/59/lists", "Spring renewals");
  await page.getByRole("checkbox", { name: "32 · TestList" }).check();
  const search = page.getByLabel("Search name or ID");
  await search.fill("nord");
  await expect(page.getByRole("checkbox")).toHaveCount(2);
  await search.press("Enter");
  await page.waitForTimeout(300);
  expect(writes(await sandbox.requests())).toHaveLength(before);
});
