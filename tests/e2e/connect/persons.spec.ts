// Two people at one screen: nothing that the first has begun is shown to the second, or sent in the second's name.

import type { Page } from "@playwright/test";

import { expect, heading, test } from "../fixtures/app";
import { choose, csv, open, signIn } from "../fixtures/admin";
import { field, writes } from "../fixtures/campaign";
import { KEY, chooseWay } from "../fixtures/connect";
import { contactField } from "../fixtures/lists";
import type { Sandbox } from "../fixtures/sandbox";

const QUEUES = { method: "GET", path: "/api/voice/queues", nth: 1, kind: "401" } as const;

/** Somebody else than the admin signs in where the admin's sign-in has ended: whoever has the API key. */
async function another(page: Page): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "Sign in again" });
  await expect(dialog).toBeVisible();
  await chooseWay(page, "an API key");
  await dialog.getByLabel("API key", { exact: true }).fill(KEY);
  await dialog.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Signed in with an API key")).toBeVisible();
}

/** What has changed something, apart from signing in. */
async function sent(sandbox: Sandbox): Promise<number> {
  return writes(await sandbox.requests()).length;
}

test("a half-typed contact is not the next one's", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 401/);
  await open(page, "/lists/33/contacts/new", "Trade fair leads");
  await contactField(page, "firstName").fill("Half");
  await sandbox.faults([{ method: "POST", path: "/api/cm/contacts", nth: 1, kind: "401" }]);
  await contactField(page, "phone").fill("+39 000 1");
  await page.getByRole("button", { name: "Add contact" }).click();
  await another(page);
  await expect(heading(page)).toHaveText("Trade fair leads");
  await expect(contactField(page, "firstName")).toHaveValue("");
  await expect(contactField(page, "phone")).toHaveValue("");
  // The one attempt of the first, which was refused.
  expect(await sent(sandbox)).toBe(1);
});

test("a half-changed campaign is not the next one's", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 401/);
  await open(page, "/campaigns/59", "Spring renewals");
  await expect(field(page, "name")).toHaveValue("Spring renewals");
  await field(page, "description").fill("half");
  await sandbox.faults([{ method: "GET", path: "/api/voice/queues/59/lists", nth: 1, kind: "401" }]);
  const parts = page.getByRole("navigation", { name: "Parts of the campaign" });
  await parts.getByRole("link", { name: "Lists" }).click();
  await another(page);
  await parts.getByRole("link", { name: "Settings" }).click();
  await expect(field(page, "name")).toHaveValue("Spring renewals");
  await expect(field(page, "description")).not.toHaveValue("half");
  expect(await sent(sandbox)).toBe(0);
});

test("what the first was about to delete is not deleted in the next one's name", async ({
  page,
  sandbox,
  expectConsole,
}) => {
  expectConsole(/status of 401/);
  await open(page, "/lists/41", "Non chiamare");
  await page.getByRole("table").getByRole("button").filter({ hasText: "Delete" }).first().click();
  await expect(page.getByText(/will be deleted in 8 seconds/)).toBeVisible();
  await sandbox.faults([QUEUES]);
  await page.getByRole("link", { name: "Campaigns" }).click();
  await another(page);
  // Longer than the time to undo it.
  await page.waitForTimeout(9_000);
  expect(await sent(sandbox)).toBe(0);
});

test("a file that was chosen is not the next one's", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 401/);
  await open(page, "/import", "Import contacts");
  await choose(page, csv("three.csv", "name,phone\nAnn,+39 000 1\n"));
  await expect(page.getByText("three.csv", { exact: true })).toBeVisible();
  await sandbox.faults([QUEUES]);
  await page.getByRole("link", { name: "Campaigns" }).click();
  await another(page);
  await page.goBack();
  await expect(page.getByText("Drop a CSV file here")).toBeVisible();
  expect(await sent(sandbox)).toBe(0);
});

test("whoever signs in again by the same name goes on", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 401/);
  await open(page, "/lists/33/contacts/new", "Trade fair leads");
  await contactField(page, "firstName").fill("Half");
  await contactField(page, "phone").fill("+39 000 1");
  await sandbox.faults([{ method: "POST", path: "/api/cm/contacts", nth: 1, kind: "401" }]);
  await page.getByRole("button", { name: "Add contact" }).click();
  const dialog = page.getByRole("dialog", { name: "Sign in again" });
  await dialog.getByLabel("Password", { exact: true }).fill("password");
  await dialog.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(contactField(page, "firstName")).toHaveValue("Half");
});

test("an element that is taken away during a sign-in that is then refused leaves no fault behind", async ({
  page,
  sandbox,
  expectConsole,
}) => {
  expectConsole(/status of 401/);
  await page.goto("/lists");
  await sandbox.faults([{ method: "GET", path: "/api/**", nth: 1, kind: "delay", delay_ms: 800 }]);
  await signIn(page, "wrong");
  await expect(page.getByRole("button", { name: "Signing in…" })).toBeVisible();
  const gone = await page.evaluateHandle(() => {
    const element = document.querySelector("dialdesk-app")!;
    element.remove();
    return element;
  });
  await expect.poll(async () => (await sandbox.requests()).map(({ status }) => status)).toEqual([401]);
  await page.waitForTimeout(300);
  await page.evaluate((element) => document.body.prepend(element), gone);
  await signIn(page);
  await expect(heading(page)).toHaveText("Lists");
});
