// Imports that are repeated, outcomes that nobody saw, and a browser that keeps nothing.

import type { Page } from "@playwright/test";

import { axe, expect, heading, test } from "../fixtures/app";
import { choose, csv, open, signIn } from "../fixtures/admin";
import { elsewhere } from "../fixtures/campaign-form";
import { COUNT, UPLOAD, offered, outcome } from "../fixtures/run";
import type { Sandbox } from "../fixtures/sandbox";

/** The screen, reached by its link. */
async function toActivity(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Activity", exact: true }).click();
  await expect(heading(page)).toHaveText("Activity");
}

/** An import of two of which one comes, as somebody else is quicker with the other. */
async function short(page: Page, sandbox: Sandbox): Promise<void> {
  await open(page, "/import/into/32", "Import contacts");
  await choose(page, csv("more.csv", "name,phone\nDan,+39 333 000 0004\nEve,+39 333 000 0005\n"));
  const deed = page.getByRole("button", { name: "Import 2 contacts into TestList" });
  await expect(deed).toBeVisible();
  const dan = JSON.stringify({ firstName: "Dan", phone: "+39 333 000 0004", ListId: 32 });
  await elsewhere(sandbox, "POST", "/api/cm/contacts", dan);
  await deed.click();
  await expect(page.getByText("1 contact was imported, 1 fewer than expected")).toBeVisible({ timeout: 30_000 });
}

/** What is written down of the import of this file. */
async function written(page: Page): Promise<Record<string, unknown>> {
  const kept = await page.evaluate(() => localStorage.getItem("dialdesk.activity") ?? "");
  const { imports } = JSON.parse(kept) as { imports: Record<string, unknown>[] };
  expect(imports).toHaveLength(1);
  return imports[0] ?? {};
}

test("an import that is repeated and fails early is what it was before", async ({ page, sandbox, expectConsole }) => {
  test.setTimeout(60_000);
  expectConsole(/status of 500/);
  await short(page, sandbox);
  await sandbox.faults([{ method: "POST", path: UPLOAD, kind: "500" }]);
  await offered(page, "Import the same file again").click();
  await expect(outcome(page)).toContainText("Nothing more was imported");
  expect(await written(page)).toMatchObject({ step: "short", found: 1, promised: 2 });
  // It was the same file, and it has come once.
  const recipes = await page.evaluate(() => localStorage.getItem("dialdesk.recipes") ?? "");
  expect(recipes.match(/more\.csv/g)).toHaveLength(1);
  await toActivity(page);
  await expect(page.getByRole("row").filter({ hasText: "more.csv" })).toContainText("fewer than expected");
});

test("a page that goes while an import is repeated leaves it not known, and never as if nothing had come", async ({
  page,
  sandbox,
}) => {
  test.setTimeout(60_000);
  await short(page, sandbox);
  await sandbox.faults([{ method: "POST", path: UPLOAD, kind: "delay", delay_ms: 20_000 }]);
  await offered(page, "Import the same file again").click();
  await expect(page.getByText("Uploading the file…")).toBeVisible();
  const under = await written(page);
  expect(Number(under["alive"])).toBeGreaterThan(Number(under["id"]));
  page.on("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await signIn(page);
  // The page that is gone has said so itself: nobody waits for its lease to run out.
  expect(await written(page)).toMatchObject({ step: "binding", alive: 0 });
  await toActivity(page);
  await expect(page.getByText("It is not known whether more.csv was imported into TestList")).toBeVisible();
  await expect(page.getByText(/broke off/)).toBeHidden();
});

test("an outcome that nobody saw is open until it is settled, also after a reload", async ({
  page,
  sandbox,
  expectConsole,
}) => {
  expectConsole(/status of 403/);
  await open(page, "/import/into/32", "Import contacts");
  await choose(page, csv("autumn.csv", "name,phone\nAnn,+39 333 000 0001\n"));
  await expect(page.getByRole("button", { name: "Import 1 contact into TestList" })).toBeVisible();
  await sandbox.faults([{ method: "GET", path: COUNT, kind: "403" }]);
  await page.locator("dialdesk-app #import-now").click();
  await expect(page.getByText("The server took the import; its outcome could not be seen")).toBeVisible();
  await sandbox.faults([]);
  await open(page, "/import", "Import contacts");
  await expect(page.getByText("It is not known whether autumn.csv was imported into TestList")).toBeVisible();
  await expect(page.getByText("what the list holds did not tell what came of it")).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Mark as settled" }).click();
  await expect(page.getByText("It is not known whether")).toBeHidden();
  await toActivity(page);
  await expect(page.getByText("It is not known whether")).toBeHidden();
  await expect(page.getByRole("row").filter({ hasText: "autumn.csv" })).toContainText("taken, not seen");
});

test("where a server never tells what a list holds, only the last import is open", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 403/);
  await sandbox.faults([{ method: "GET", path: COUNT, kind: "403" }]);
  for (const name of ["autumn.csv", "winter.csv"]) {
    await open(page, "/import/into/32", "Import contacts");
    await choose(page, csv(name, `name,phone\nAnn,+39 333 000 0001\n${name},+39 333 000 0002\n`));
    await page.getByRole("button", { name: "Import up to 2 contacts into TestList" }).click();
    await expect(page.getByText("The server took the import; its outcome could not be seen")).toBeVisible();
  }
  await open(page, "/import", "Import contacts");
  await expect(page.getByText("It is not known whether winter.csv was imported into TestList")).toBeVisible();
  await expect(page.getByText("autumn.csv")).toBeHidden();
  await toActivity(page);
  await expect(page.getByRole("row").filter({ hasText: "autumn.csv" })).toContainText("taken, not seen");
  await expect(page.getByText(/It is not known whether/)).toHaveCount(1);
});

test("a browser that keeps nothing says so, and the page knows its imports all the same", async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
  });
  await open(page, "/import/into/32", "Import contacts");
  await choose(page, csv("autumn.csv", "name,phone\nAnn,+39 333 000 0001\n"));
  await page.getByRole("button", { name: "Import 1 contact into TestList" }).click();
  await expect(page.getByText("1 contact was imported")).toBeVisible();
  await toActivity(page);
  await expect(page.getByText("This browser keeps nothing")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "autumn.csv" })).toContainText("verified");
  await axe(page);
});
