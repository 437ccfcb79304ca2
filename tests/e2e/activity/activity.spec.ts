// What this browser has sent: every import with its receipt, also after a crash in the middle; and what it remembers.

import { readFileSync } from "node:fs";

import type { Page } from "@playwright/test";

import { axe, expect, heading, test } from "../fixtures/app";
import { choose, csv, open, signIn } from "../fixtures/admin";
import { elsewhere } from "../fixtures/campaign-form";
import { desk, enter } from "../fixtures/portal";

const UPLOAD = "/api/cm/contacts/upload";
const BIND = "/api/cm/contacts/upload/*";
const FILE = csv(
  "autumn.csv",
  "Customer name,Their number,Private remark\nAnnabel,+39 333 000 0001,allergic to bees\nBertram,+39 333 000 0002,likes jazz\nCatalina,+39 333 000 0003,call at noon\n",
);

/** Everything up to the last button. */
async function prepare(page: Page): Promise<void> {
  await open(page, "/import/into/32", "Import contacts");
  await choose(page, FILE);
  await expect(page.getByRole("button", { name: "Import 3 contacts into TestList" })).toBeVisible();
}

async function press(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Import 3 contacts into TestList" }).click();
}

/** The screen, reached by its link. */
async function toActivity(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Activity", exact: true }).click();
  await expect(heading(page)).toHaveText("Activity");
}

/** The row of the import. */
function row(page: Page) {
  return page.getByRole("table", { name: "Imports, the latest first" }).getByRole("row").filter({ hasText: "autumn.csv" });
}

/** Waits until a step of the import is written down. */
async function written(page: Page, step: string): Promise<void> {
  const kept = () => page.evaluate(() => localStorage.getItem("dialdesk.activity") ?? "");
  await expect.poll(kept).toContain(`"step":"${step}"`);
}

/** Reloads in the middle of whatever is under way, and signs in again. */
async function reload(page: Page, path = "/activity"): Promise<void> {
  page.on("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await signIn(page);
  if (path === "/activity") await toActivity(page);
}

test("nothing yet, and the way to the import", async ({ page }) => {
  await open(page, "/activity", "Activity");
  await expect(page.getByRole("heading", { name: "Nothing was imported from this browser yet" })).toBeVisible();
  await expect(page.getByText("Nothing is remembered yet.")).toBeVisible();
  await axe(page);
  await page.getByRole("link", { name: "Import contacts" }).click();
  await expect(heading(page)).toHaveText("Import contacts");
});

test("an import that was verified stands there with its receipt, and nothing of its contacts or the password is kept", async ({
  page,
  sandbox,
}) => {
  await prepare(page);
  await press(page);
  await expect(page.getByText("3 contacts were imported")).toBeVisible();
  await toActivity(page);
  await expect(row(page)).toContainText("verified");
  await page.getByRole("button", { name: "Receipt of autumn.csv" }).click();
  const receipt = page.locator("dialdesk-app dl");
  await expect(receipt).toContainText("Expected3");
  await expect(receipt).toContainText("Arrived3");
  await expect(receipt).toContainText("Contacts in the list before0");
  await expect(receipt).toContainText("Contacts in the list afterwards3");
  await expect(receipt).toContainText("32 · TestList");
  const [stored] = (await sandbox.state()).imports;
  await expect(receipt).toContainText(`Import number of the server${String(stored?.["pid"])}`);
  await axe(page);

  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).toContain("autumn.csv");
  // The names of the columns are remembered, no cell below them.
  expect(kept).toContain("Private remark");
  const cells = FILE.buffer.toString("utf8").split("\n").slice(1).join(",").split(",");
  for (const cell of [...cells.filter((cell) => cell !== ""), "password", "333000000", "330000001"]) {
    expect(kept, cell).not.toContain(cell);
  }
});

test("short, and looked at once more", async ({ page, sandbox }) => {
  test.setTimeout(60_000);
  await prepare(page);
  await press(page);
  await expect(page.getByText("3 contacts were imported")).toBeVisible();
  await page.getByRole("button", { name: "Import another file" }).click();
  await choose(page, csv("more.csv", "name,phone\nDan,+39 333 000 0004\nEve,+39 333 000 0005\n"));
  const deed = page.getByRole("button", { name: "Import 2 contacts into TestList" });
  await expect(deed).toBeVisible();
  // Somebody else is quicker with one of them.
  const dan = JSON.stringify({ firstName: "Dan", phone: "+39 333 000 0004", ListId: 32 });
  await elsewhere(sandbox, "POST", "/api/cm/contacts", dan);
  await deed.click();
  await expect(page.getByText("1 contact was imported, 1 fewer than expected")).toBeVisible({ timeout: 30_000 });
  await toActivity(page);
  const short = page.getByRole("row").filter({ hasText: "more.csv" });
  await expect(short).toContainText("fewer than expected");
  await page.getByRole("button", { name: "Receipt of more.csv" }).click();
  await page.getByRole("button", { name: "Look at the list" }).click();
  await expect(page.getByText("The list holds 5 contacts now, 1 more than before the import.")).toBeVisible();
  expect((await sandbox.list(32)).contacts).toHaveLength(5);
});

test("an outcome that nobody could see", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 403/);
  await prepare(page);
  await sandbox.faults([{ method: "GET", path: "/api/cm/contacts", kind: "403" }]);
  await press(page);
  await expect(page.getByText("The server took the import; its outcome could not be seen")).toBeVisible();
  await toActivity(page);
  await expect(row(page)).toContainText("taken, not seen");
  await expect(row(page)).toContainText("not known");
});

test("a reload while the server imports: not known, never repeated, found out by looking at the list", async ({
  page,
  sandbox,
}) => {
  await prepare(page);
  // The list is looked at before the import, then to see it grow.
  await sandbox.faults([{ method: "GET", path: "/api/cm/contacts", nth: 2, kind: "delay", delay_ms: 20_000 }]);
  await press(page);
  await written(page, "counting");
  await reload(page);
  await expect(page.getByText("It is not known whether autumn.csv was imported into TestList")).toBeVisible();
  await expect(page.getByText("The list held 0 contacts; 3 more were expected.")).toBeVisible();
  await expect(page.getByText(/the call had been made, and the list was being watched/)).toBeVisible();
  await axe(page);
  // The page that is gone had made its call; nobody makes it again.
  await expect.poll(async () => (await sandbox.list(32)).contacts.length).toBe(3);
  const begun = async () =>
    (await sandbox.requests()).filter(({ method, path }) => method === "POST" && path.startsWith(`${UPLOAD}/`)).length;
  expect(await begun()).toBe(1);
  await page.getByRole("button", { name: "Look at the list" }).click();
  await expect(page.getByText("The list holds 3 contacts now, 3 more than before the import.")).toBeVisible();
  await expect(page.getByText("It is not known whether")).toBeHidden();
  await expect(row(page)).toContainText("verified");
  expect(await begun()).toBe(1);
});

test("a reload while the import is begun is said on the import's own screen too, and can be settled", async ({
  page,
  sandbox,
}) => {
  await prepare(page);
  await sandbox.faults([{ method: "POST", path: BIND, kind: "delay", delay_ms: 20_000 }]);
  await press(page);
  await written(page, "binding");
  await reload(page, "/import");
  await expect(page.getByText("It is not known whether autumn.csv was imported into TestList")).toBeVisible();
  await page.getByRole("button", { name: "Look at the list" }).click();
  await expect(page.getByText("The list has not grown: it holds 0 contacts.")).toBeVisible();
  // Still open: the server may be at work.
  await page.getByRole("button", { name: "Mark as settled" }).click();
  await expect(page.getByText("It is not known whether")).toBeHidden();
  await toActivity(page);
  await expect(row(page)).toContainText("settled");
});

test("a reload during the upload: nothing was imported, which is known", async ({ page, sandbox }) => {
  await prepare(page);
  await sandbox.faults([{ method: "POST", path: UPLOAD, kind: "delay", delay_ms: 20_000 }]);
  await press(page);
  await expect(page.getByText("Uploading the file…")).toBeVisible();
  await reload(page);
  await expect(page.getByText("The import of autumn.csv into TestList broke off; nothing was imported")).toBeVisible();
  await expect(row(page)).toContainText("broken off, nothing imported");
  await page.getByRole("button", { name: "Mark as settled" }).click();
  await expect(row(page)).toContainText("settled");
});

test("an import of another tab is under way and not broken off", async ({ page, context, sandbox }) => {
  await prepare(page);
  await sandbox.faults([{ method: "POST", path: UPLOAD, kind: "delay", delay_ms: 20_000 }]);
  await press(page);
  await expect(page.getByText("Uploading the file…")).toBeVisible();
  const other = await context.newPage();
  await open(other, "/activity", "Activity");
  await expect(other.getByText("autumn.csv is being imported into TestList")).toBeVisible();
  await expect(other.getByRole("button", { name: "Mark as settled" })).toBeHidden();
  // The tab is gone, and says so itself.
  await page.close();
  await expect(other.getByText("The import of autumn.csv into TestList broke off")).toBeVisible();
});

test("it belongs to its server and to whoever was signed in", async ({ page }) => {
  await prepare(page);
  await press(page);
  await expect(page.getByText("3 contacts were imported")).toBeVisible();
  const change = (key: "who" | "server", value: string) =>
    page.evaluate(([key, value]) => {
      const kept = JSON.parse(localStorage.getItem("dialdesk.activity") ?? "") as { imports: Record<string, unknown>[] };
      const [first] = kept.imports;
      if (first) first[key as string] = value;
      localStorage.setItem("dialdesk.activity", JSON.stringify(kept));
    }, [key, value]);
  await change("who", "name:giulia");
  await toActivity(page);
  await expect(page.getByText("Nothing was imported from this browser yet")).toBeVisible();
  await change("who", "name:admin");
  await open(page, "/activity", "Activity");
  await expect(row(page)).toBeVisible();
  await change("server", "https://motion.example");
  await open(page, "/activity", "Activity");
  await expect(page.getByText("Nothing was imported from this browser yet")).toBeVisible();
});

test("exported as CSV and JSON, then cleared", async ({ page }) => {
  await prepare(page);
  await press(page);
  await expect(page.getByText("3 contacts were imported")).toBeVisible();
  await toActivity(page);
  const [csvFile] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export as CSV" }).click(),
  ]);
  expect(csvFile.suggestedFilename()).toBe("dialdesk-activity.csv");
  const lines = readFileSync(await csvFile.path(), "utf8").split("\r\n");
  expect(lines[0]).toBe("\uFEFFBegan,File,List,List ID,State,Expected,Arrived,Left out,Name on the server");
  expect(lines[1]).toContain(",autumn.csv,TestList,32,verified,3,3,0,autumn.csv");
  const [json] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export as JSON" }).click(),
  ]);
  const kept = JSON.parse(readFileSync(await json.path(), "utf8")) as { imports: unknown[] };
  expect(kept.imports).toHaveLength(1);
  expect(kept.imports[0]).toMatchObject({ file: "autumn.csv", list: 32, promised: 3, found: 3, step: "verified" });

  await page.getByRole("button", { name: "Clear the history…" }).click();
  const dialog = page.getByRole("dialog", { name: "Clear 1 import from the history?" });
  await axe(page);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(row(page)).toBeVisible();
  await page.getByRole("button", { name: "Clear the history…" }).click();
  await dialog.getByRole("button", { name: "Clear the history" }).click();
  await expect(page.getByText("Nothing was imported from this browser yet")).toBeVisible();
  await expect(page.locator("dialdesk-app #activity-said")).toBeFocused();
});

test("in the portal, in Italian, at 320 pixels", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await enter(page, "/import/into/32", "Import contacts");
  await desk(page).locator("input[type=file]").setInputFiles(FILE);
  await desk(page).getByRole("button", { name: "Import 3 contacts into TestList" }).click();
  await expect(desk(page).getByText("3 contacts were imported")).toBeVisible();
  await page.locator("#language").selectOption("it");
  await desk(page).getByRole("link", { name: "Attività", exact: true }).click();
  await expect(heading(page)).toHaveText("Attività");
  await expect(desk(page).getByRole("row").filter({ hasText: "autumn.csv" })).toContainText("verificata");
  await desk(page).getByRole("button", { name: "Ricevuta di autumn.csv" }).click();
  await expect(desk(page).locator("dl")).toContainText("Contatti nella lista dopo3");
  await axe(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(wide).toBe(false);
});
