// Every state of an import that a person can come to: axe finds nothing, it fits on a small phone, and pictures for people.
// look.spec.ts has the screens of the rest, and those states of the import that need nothing but a file.

import type { APIRequestContext, Page } from "@playwright/test";

import { expect, test } from "../fixtures/app";
import { choose, csv, open } from "../fixtures/admin";
import { elsewhere } from "../fixtures/campaign-form";
import { pictured } from "../fixtures/look";
import { holdAfter, watchReading } from "../fixtures/reading";
import { BIND, COUNT, THREE, UPLOAD, outcome, prepare, press } from "../fixtures/run";
import type { Sandbox } from "../fixtures/sandbox";

interface Given {
  page: Page;
  sandbox: Sandbox;
  request: APIRequestContext;
  expectConsole: (pattern: RegExp) => void;
}

const ADMIN = { authorization: `Basic ${btoa("admin:password")}` };

/** Lines 2 to 8: no name; good; lost plus; two numbers; not a number; good; the number of line 3 again. */
const ODD = csv(
  "autumn.csv",
  "name,phone,town\n,+39 333 000 0001,Forlì\nBob,+39 333 000 0002,Forlì\nCat,393330000003,Udine\n" +
    "Dan,333 000 0004 / 333 000 0005,Udine\nEve,ask at five,Udine\nFay,+39 333 000 0006,\nGus,333 000 0002,Udine\n",
);
/** Names of columns that only a person can tell apart. */
const HEADER = "ref one,ref two,ref three,ref four";
const MONDAY = csv(
  "monday.csv",
  `${HEADER}\nCosta,Ada,333 000 0001,blue\nConti,Ida,333 000 0002,red\nRiva,Ugo,333 000 0003,green\nGallo,Eva,333 000 0004,grey\n`,
);

async function odd(page: Page): Promise<void> {
  await open(page, "/import/into/32", "Import contacts");
  await choose(page, ODD);
  await page.getByLabel("Numbers without a country code are from").selectOption({ label: "Italy (+39)" });
}

/** Monday's file, decided by hand and imported, and its screen left for the next file. */
async function monday(page: Page): Promise<void> {
  await open(page, "/import/into/32", "Import contacts");
  await choose(page, MONDAY);
  await page.getByLabel("Column for First name").selectOption({ label: "B · ref two" });
  await page.getByLabel("Column for Last name").selectOption({ label: "A · ref one" });
  await page.locator("dialdesk-app [id=number-country]").selectOption("IT");
  await page.locator("dialdesk-app [id=number-form]").selectOption("e164");
  await page.locator("dialdesk-app [id=import-now]").click();
  await expect(outcome(page)).toContainText("4 contacts were imported");
}

async function next(page: Page, content: string): Promise<void> {
  await page.getByRole("button", { name: "Import another file" }).click();
  await choose(page, csv("tuesday.csv", content));
  await expect(page.getByText("tuesday.csv", { exact: true })).toBeVisible();
}

/** The screen in Italian, signed in, with a file that is ready to be sent. */
async function inItaliano(page: Page): Promise<void> {
  await page.addInitScript(() => localStorage.setItem("dialdesk.language", "it"));
  await page.goto("/import/into/32");
  await page.getByLabel("Nome", { exact: true }).fill("admin");
  await page.getByLabel("Password", { exact: true }).fill("password");
  await page.getByRole("button", { name: "Accedi" }).click();
  await choose(page, csv("autunno.csv", "nome,telefono\nAnna,+39 000 1\nBice,+39 000 2\nCarla,+39 000 3\n"));
  await expect(page.locator("dialdesk-app [id=import-now]")).toContainText("3 contatti");
}

const STATES: [string, (given: Given) => Promise<void>][] = [
  [
    "file-pasting",
    async ({ page }) => {
      await open(page, "/import/into/32", "Import contacts");
      await page.getByRole("button", { name: "Paste cells" }).click();
      await page.getByRole("button", { name: "Take these cells" }).click();
      await expect(page.getByText("There are no cells here yet.")).toBeVisible();
    },
  ],
  [
    "file-queue",
    async ({ page }) => {
      await open(page, "/import/into/32", "Import contacts");
      await page.locator("input[type=file]").setInputFiles(["monday", "tuesday", "wednesday"].map((day) => csv(`${day}.csv`, "name,phone\nAnn,+39 000 1\n")));
      await expect(page.getByText("1 of 3: monday.csv")).toBeVisible();
    },
  ],
  [
    "file-reading",
    async ({ page }) => {
      await watchReading(page);
      await open(page, "/import/into/32", "Import contacts");
      await holdAfter(page, 64 * 1024);
      await choose(page, csv("large.csv", `name;phone;town\n${"Anna;+39 000 000 001;Forlì\n".repeat(100_000)}`));
      await expect(page.getByRole("progressbar", { name: "Reading large.csv…" })).toBeVisible();
      await expect(page.getByRole("cell", { name: "Forlì" }).first()).toBeVisible();
    },
  ],
  [
    "file-too-large",
    async ({ page }) => {
      await open(page, "/import/into/32", "Import contacts");
      // Only its length counts: nothing of it is read.
      await page.locator("input[type=file]").evaluate((input: HTMLInputElement) => {
        const files = new DataTransfer();
        files.items.add(new File([new Uint8Array(63 * 1024 * 1024)], "autumn.csv", { type: "text/csv" }));
        input.files = files.files;
        input.dispatchEvent(new Event("change", { bubbles: true }));
      });
      await expect(page.getByRole("alert")).toContainText("the server takes 60 MB at most");
    },
  ],
  [
    "columns-twins",
    async ({ page }) => {
      await open(page, "/import/into/33", "Import contacts");
      const bytes = Buffer.from("\ufeffname,phone,phone,Employees\nAnn,+39 000 1,+39 000 2,12\nBob,+39 000 3,,many\n", "utf8");
      await choose(page, csv("twins.csv", bytes));
      await expect(page.getByRole("heading", { name: "Columns" })).toBeVisible();
    },
  ],
  [
    "problems-editing",
    async ({ page }) => {
      await odd(page);
      await page.getByLabel("Rows shown").selectOption("odd");
      await page.getByRole("region", { name: "All rows with something odd" }).getByRole("button", { name: "Phone" }).nth(1).click();
      await page.keyboard.type("393330000003");
    },
  ],
  [
    "problems-bulk",
    async ({ page }) => {
      await odd(page);
      await page.getByLabel("Rows shown").selectOption("several-numbers");
      await expect(page.getByRole("button", { name: "Keep the first number in 1 row" })).toBeVisible();
    },
  ],
  [
    "problems-mended",
    async ({ page }) => {
      await odd(page);
      await page.getByLabel("Rows shown").selectOption("all");
      const rows = page.getByRole("region", { name: "All rows of the file" });
      await rows.getByRole("button", { name: "Leave out: line 3" }).click();
      await expect(page.getByRole("row", { name: "1 was left out by you" })).toBeVisible();
    },
  ],
  [
    "duplicates-compared",
    async ({ page, request }) => {
      const data = [{ firstName: "Bob", phone: "+39 333 000 0002", ListId: 32 }, { firstName: "C.", phone: "+39 333 000 0003", ListId: 32 }];
      await request.post("/api/cm/lists/32/contacts", { headers: ADMIN, data });
      await odd(page);
      await expect(page.locator("#compare")).toContainText("Compared with 2 contacts of the list");
    },
  ],
  [
    "duplicates-hidden",
    async ({ page, sandbox, request, expectConsole }) => {
      expectConsole(/status of 40[35]/);
      const data = [{ firstName: "Bob", phone: "+39 333 000 0002", ListId: 32 }];
      await request.post("/api/cm/lists/32/contacts", { headers: ADMIN, data });
      await sandbox.faults([{ method: "GET", path: COUNT, nth: 2, kind: "405" }]);
      await odd(page);
      await expect(page.locator("#compare")).toContainText("The server does not let the contacts of this list be read");
    },
  ],
  [
    "recipe-applied",
    async ({ page }) => {
      await monday(page);
      await next(page, `${HEADER}\nNeri,Leo,333 000 0011,pink\nVerdi,Zoe,333 000 0012,white\n`);
      await expect(page.getByText(/Your choices of .+ for files with these columns were applied/)).toBeVisible();
    },
  ],
  [
    "recipe-drifted",
    async ({ page }) => {
      await monday(page);
      await next(page, "ref one,ref two,ref four,extra\nNeri,Leo,x,y\n");
      await expect(page.getByText("“ref three” is gone; it fed Phone.")).toBeVisible();
    },
  ],
  [
    "guards",
    async ({ page }) => {
      await monday(page);
      await next(page, MONDAY.buffer.toString());
      await expect(page.getByText(/The same contents were imported already/)).toBeVisible();
    },
  ],
  [
    "run-uploading",
    async ({ page }) => {
      const rows = Array.from({ length: 100_000 }, (_, n) => `Ann,+39 000 ${n}`);
      await prepare(page, csv("large.csv", `name,phone\n${rows.join("\n")}\n`));
      const session = await page.context().newCDPSession(page);
      const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 20_000 };
      await session.send("Network.emulateNetworkConditions", slow);
      await page.getByRole("button", { name: "Import 100,000 contacts into TestList" }).click();
      await expect(outcome(page).getByRole("progressbar")).toHaveAttribute("value", /[1-9]/, { timeout: 30_000 });
    },
  ],
  [
    "run-beginning",
    async ({ page, sandbox }) => {
      await prepare(page);
      await sandbox.faults([{ method: "POST", path: BIND, kind: "delay", delay_ms: 60_000 }]);
      await press(page);
      await expect.poll(async () => (await sandbox.state()).uploads.length).toBe(1);
    },
  ],
  [
    "run-refused",
    async ({ page, sandbox, expectConsole }) => {
      expectConsole(/status of 422/);
      await prepare(page);
      await sandbox.faults([{ method: "POST", path: UPLOAD, kind: "422" }]);
      await press(page);
      await expect(outcome(page)).toContainText("Nothing was imported");
    },
  ],
  [
    "run-short",
    async ({ page, sandbox }) => {
      await prepare(page);
      // Somebody else is quicker with one of them.
      await elsewhere(sandbox, "POST", COUNT, JSON.stringify({ firstName: "Ann", phone: "+39 000 1", ListId: 32 }));
      await press(page);
      await expect(outcome(page)).toContainText("2 contacts were imported, 1 fewer than expected", { timeout: 30_000 });
    },
  ],
  [
    "run-unclear",
    async ({ page, sandbox }) => {
      await prepare(page);
      await sandbox.faults([{ method: "POST", path: BIND, kind: "hollow" }]);
      await press(page);
      await expect(outcome(page)).toContainText("It is not known whether the import began", { timeout: 30_000 });
    },
  ],
  [
    "run-unseen",
    async ({ page, sandbox, expectConsole }) => {
      expectConsole(/status of 403/);
      await prepare(page);
      await sandbox.faults([{ method: "GET", path: COUNT, kind: "403" }]);
      await press(page);
      await expect(outcome(page)).toContainText("its outcome could not be seen", { timeout: 30_000 });
    },
  ],
  [
    "run-short-it",
    async ({ page, sandbox }) => {
      await inItaliano(page);
      await elsewhere(sandbox, "POST", COUNT, JSON.stringify({ firstName: "Anna", phone: "+39 000 1", ListId: 32 }));
      await page.locator("dialdesk-app [id=import-now]").click();
      await expect(outcome(page)).toContainText("1 in meno", { timeout: 30_000 });
    },
  ],
  [
    "run-unclear-it",
    async ({ page, sandbox }) => {
      await inItaliano(page);
      await sandbox.faults([{ method: "POST", path: BIND, kind: "hollow" }]);
      await page.locator("dialdesk-app [id=import-now]").click();
      await expect(outcome(page)).toContainText("Non si sa se", { timeout: 30_000 });
    },
  ],
  [
    "run-done-it",
    async ({ page }) => {
      await inItaliano(page);
      await page.locator("dialdesk-app [id=import-now]").click();
      await expect(outcome(page)).toContainText("Verificat");
    },
  ],
  [
    "activity",
    async ({ page }) => {
      await prepare(page, THREE);
      await press(page);
      await expect(outcome(page)).toContainText("Verified");
      await page.getByRole("link", { name: "Activity", exact: true }).click();
      await page.getByRole("button", { name: "Receipt of three.csv" }).click();
    },
  ],
];

for (const [name, visit] of STATES) {
  test(`${name} is accessible and fits`, async ({ page, sandbox, request, expectConsole }, info) => {
    test.setTimeout(90_000);
    await visit({ page, sandbox, request, expectConsole });
    await pictured(page, info, `import-${name}`);
  });
}
