// A file that changes on disk while its rows are looked at, or while it waits for its turn: nothing of the new content is
// shown or sent before it is chosen again.

import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Page } from "@playwright/test";

import { axe, expect, test } from "../fixtures/app";
import { choose, csv, open } from "../fixtures/admin";
import { holdAfter, letGo, watchReading } from "../fixtures/reading";
import { outcome } from "../fixtures/run";
import type { Sandbox } from "../fixtures/sandbox";

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dialdesk-"));
});
test.afterEach(() => rmSync(folder, { recursive: true }));

/** Writes a file as it was long ago: a browser tells versions of a file apart by their times. */
function old(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  utimesSync(path, 1_000_000_000, 1_000_000_000);
  return path;
}

async function stored(sandbox: Sandbox): Promise<string[]> {
  const { contacts } = await sandbox.list(32);
  return contacts.map((contact) => `${String(contact["firstName"])},${String(contact["phone"])}`);
}

const ROWS = 3_000;
const rowsOf = (name: string): string[] => Array.from({ length: ROWS }, (_, n) => `${name} ${n},+39 000 ${100_000 + n}`);

for (const deed of ["changed", "deleted"] as const) {
  test(`a file that is ${deed} while its rows are shown: said, and no row of anything else`, async ({
    page,
    sandbox,
    expectConsole,
  }) => {
    expectConsole(/net::ERR/);
    const path = old("rows.csv", `name,phone\n${rowsOf("Ann").join("\n")}\n`);
    await open(page, "/import/into/32", "Import contacts");
    await page.locator("input[type=file]").setInputFiles(path);
    await page.getByLabel("Rows shown").selectOption("all");
    const all = page.getByRole("region", { name: "All rows of the file" });
    await expect(all).toContainText("Ann 0");
    if (deed === "changed") writeFileSync(path, `name,phone\n${rowsOf("Xen").join("\n")}\n`);
    else rmSync(path);
    await all.focus();
    await page.keyboard.press("End");
    const said = page.getByRole("alert").filter({ hasText: "The file cannot be read any more: it was changed, moved or deleted." });
    await expect(said).toBeVisible();
    await expect(all.locator("tbody").getByRole("row").last()).toHaveAttribute("aria-rowindex", String(ROWS + 1));
    await expect(all).not.toContainText("Xen");
    await axe(page);

    // Chosen again, it is another file, or the same one.
    const name = deed === "changed" ? "Xen" : "Ann";
    writeFileSync(path, `name,phone\n${rowsOf(name).join("\n")}\n`);
    await page.locator("input[type=file]").setInputFiles(path);
    await expect(said).toBeHidden();
    await expect(all).toContainText(`${name} 0`);
    await page.getByRole("button", { name: "Import 3,000 contacts into TestList" }).click();
    await expect(page.getByText("3,000 contacts were imported")).toBeVisible();
    expect(await stored(sandbox)).toEqual(rowsOf(name));
  });

  test(`the second of two files is ${deed} while it waits: said when its turn comes`, async ({
    page,
    sandbox,
    expectConsole,
  }) => {
    expectConsole(/net::ERR/);
    const monday = old("monday.csv", "name,phone\nAnn,+39 000 1\nBob,+39 000 2\n");
    const tuesday = old("tuesday.csv", "name,phone\nCat,+39 000 3\n");
    await open(page, "/import/into/32", "Import contacts");
    await page.locator("input[type=file]").setInputFiles([monday, tuesday]);
    await page.getByRole("button", { name: "Import 2 contacts into TestList" }).click();
    await expect(page.getByText("2 contacts were imported")).toBeVisible();
    if (deed === "changed") writeFileSync(tuesday, "name,phone\nDan,+39 000 4\n");
    else rmSync(tuesday);
    await page.getByRole("button", { name: "Go on with the next file: tuesday.csv" }).click();
    const alert = page.getByRole("alert");
    await expect(alert).toContainText("tuesday.csv cannot be imported");
    await expect(alert).toContainText("it was changed, moved or deleted since you chose it");
    await expect(page.getByRole("cell", { name: "Dan" })).toBeHidden();
    await axe(page);
    writeFileSync(tuesday, "name,phone\nDan,+39 000 4\n");
    await page.locator("input[type=file]").first().setInputFiles(tuesday);
    await expect(page.getByLabel("Into list")).toHaveValue("32");
    await page.getByRole("button", { name: "Import 1 contact into TestList" }).click();
    await expect(page.getByText("1 contact was imported")).toBeVisible();
    expect(await stored(sandbox)).toEqual(["Ann,+39 000 1", "Bob,+39 000 2", "Dan,+39 000 4"]);
  });
}

test.describe("a file that can no longer be read", () => {
  const BEFORE = "name,phone,office\nAnn,+39 000 1,+39 000 11\nBob,+39 000 2,+39 000 12\nCat,+39 000 3,+39 000 13\n";

  /** Changes a row of it. */
  async function leaveOut(page: Page): Promise<void> {
    await page.getByLabel("Rows shown").selectOption("all");
    await page.getByRole("button", { name: "Leave out: line 3" }).click();
    await expect(page.getByRole("button", { name: "Take back: line 3" })).toBeVisible();
  }

  /** Chooses it, changes a column and has it found changed; gives its path. */
  async function lose(page: Page, name: string, before: string, after: string, mend = leaveOut): Promise<string> {
    const path = old(name, before);
    await open(page, "/import/into/32", "Import contacts");
    await page.locator("input[type=file]").setInputFiles(path);
    await page.getByLabel("Column for Phone").selectOption({ label: "C · office" });
    await mend(page);
    const send = page.getByRole("button", { name: /^Import [\d,]+ contacts into TestList/ });
    await expect(send).toBeVisible();
    writeFileSync(path, after);
    await send.click();
    await expect(outcome(page)).toContainText("Choose it again; your columns and list stay as they are");
    return path;
  }

  /** Chooses it again: what was chosen for its columns is there. */
  async function chooseAgain(page: Page, path: string): Promise<void> {
    await page.locator("input[type=file]").first().setInputFiles(path);
    await expect(page.getByLabel("Column for Phone")).toHaveValue("2");
    await expect(page.getByLabel("Into list")).toHaveValue("32");
  }

  test("keeps its columns and its rows where it is the same", async ({ page, expectConsole }) => {
    expectConsole(/net::ERR/);
    const path = await lose(page, "three.csv", BEFORE, BEFORE);
    await chooseAgain(page, path);
    await expect(page.getByText("Its columns are called as those of three.csv")).toBeVisible();
    await expect(page.getByRole("button", { name: "Import 2 contacts into TestList" })).toBeVisible();
  });

  test("keeps its columns where it has changed, and says that its rows are as in the file", async ({
    page,
    expectConsole,
  }) => {
    expectConsole(/net::ERR/);
    const path = await lose(page, "three.csv", BEFORE, BEFORE.replace("Bob", "Bea"));
    await chooseAgain(page, path);
    await expect(page.getByText("This file has changed since")).toBeVisible();
    await axe(page);
    await expect(page.getByRole("button", { name: "Import 3 contacts into TestList" })).toBeVisible();
  });

  test("keeps all of it where a wrong file is chosen first", async ({ page, expectConsole }) => {
    expectConsole(/net::ERR/);
    const path = await lose(page, "three.csv", BEFORE, BEFORE);
    await choose(page, csv("wrong.xlsx", Buffer.from("PK\u0003\u0004 a workbook")));
    await expect(page.getByRole("alert")).toContainText("wrong.xlsx cannot be imported");
    await chooseAgain(page, path);
    await expect(page.getByRole("button", { name: "Import 2 contacts into TestList" })).toBeVisible();
  });

  test("keeps its columns where no row was changed and a wrong file is chosen first", async ({ page, expectConsole }) => {
    expectConsole(/net::ERR/);
    const path = await lose(page, "three.csv", BEFORE, BEFORE.replace("Bob", "Bea"), () => Promise.resolve());
    await choose(page, csv("wrong.xlsx", Buffer.from("PK\u0003\u0004 a workbook")));
    await expect(page.getByRole("alert")).toContainText("wrong.xlsx cannot be imported");
    await chooseAgain(page, path);
    await expect(page.getByText("Its columns are called as those of three.csv")).toBeVisible();
  });

  test("keeps its rows where they are when it is read in another way meanwhile", async ({ page, expectConsole }) => {
    expectConsole(/net::ERR/);
    await watchReading(page);
    const more = Array.from({ length: 5_000 }, (_, at) => `Dan ${at},+39 000 ${100_000 + at},+39 000 ${200_000 + at}\n`);
    const many = BEFORE + more.join("");
    const path = await lose(page, "many.csv", many, many);
    await holdAfter(page, 64 * 1024);
    await page.locator("input[type=file]").setInputFiles(path);
    await page.getByLabel("First line").selectOption({ label: "A contact already" });
    await letGo(page);
    await expect(page.getByText(/· 5,004 records ·/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Take back: line 3" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Leave out: line 2", exact: true })).toBeVisible();
  });
});
