// What was chosen for a file is there for the next one with its columns; what has changed is named; what is unusual is said.

import type { Page } from "@playwright/test";

import { axe, expect, test } from "../fixtures/app";
import { type CsvFile, choose, csv, open } from "../fixtures/admin";
import type { Sandbox } from "../fixtures/sandbox";

/** Names of columns that nobody would guess, so that only a person knows what feeds what. */
const HEADER = "ref one,ref two,ref three,ref four";
const MONDAY = csv(
  "monday.csv",
  `${HEADER}\nCosta,Ada,333 000 0001,blue\nConti,Ida,333 000 0002,red\nRiva,Ugo,333 000 0003,green\nGallo,Eva,333 000 0004,grey\n`,
);
const TUESDAY = csv("tuesday.csv", `${HEADER}\nNeri,Leo,333 000 0011,pink\nVerdi,Zoe,333 000 0012,white\n`);

/** The list that an admin without a hurry would choose first. */
async function into(page: Page): Promise<void> {
  await page.getByLabel("Into list").selectOption({ label: "32 · TestList" });
}

/** Everything about the first file, by hand. */
async function decide(page: Page): Promise<void> {
  await open(page, "/import", "Import contacts");
  await choose(page, MONDAY);
  await into(page);
  await page.getByLabel("Column for First name").selectOption({ label: "B · ref two" });
  await page.getByLabel("Column for Last name").selectOption({ label: "A · ref one" });
  await page.locator("dialdesk-app [id=number-country]").selectOption("IT");
  await page.locator("dialdesk-app [id=number-form]").selectOption("e164");
}

/** Imports what is ready, and waits for the receipt. */
async function send(page: Page, contacts: string): Promise<void> {
  await page.locator("dialdesk-app [id=import-now]").click();
  await expect(page.getByText(`${contacts} imported`)).toBeVisible();
}

/** Takes the next file after one that was imported. */
async function next(page: Page, file: CsvFile): Promise<void> {
  await page.getByRole("button", { name: "Import another file" }).click();
  await choose(page, file);
  await expect(page.getByText(file.name, { exact: true })).toBeVisible();
}

/** The last call that began an import. */
async function bound(sandbox: Sandbox): Promise<Record<string, unknown>> {
  const calls = (await sandbox.requests()).filter(({ method, path }) => method === "POST" && path.includes("/upload/"));
  return JSON.parse(calls.at(-1)?.body ?? "{}") as Record<string, unknown>;
}

test("the second file with these columns needs no choice: it is said, and the request is the same", async ({
  page,
  sandbox,
}) => {
  await decide(page);
  await expect(page.getByText("Your choices of")).toBeHidden();
  await send(page, "4 contacts were");
  await expect(page.getByText("These choices are remembered in this browser")).toBeVisible();
  const first = await bound(sandbox);
  await next(page, TUESDAY);
  const said = page.getByRole("status").filter({ hasText: /Your choices of .+ for files with these columns were applied/ });
  await expect(said).toBeVisible();
  await expect(page.getByLabel("Column for First name")).toHaveValue("1");
  await expect(page.getByLabel("Column for Last name")).toHaveValue("0");
  await expect(page.getByLabel("Column for Phone")).toHaveValue("2");
  await expect(page.getByRole("row", { name: /^Last name/ })).toContainText("as last time");
  await axe(page);
  await page.locator("dialdesk-app [id=import-now]").click();
  await expect(page.getByText("2 contacts were imported")).toBeVisible();
  const second = await bound(sandbox);
  expect(second["binding"]).toEqual(first["binding"]);
  expect(second["duplicates"]).toEqual(first["duplicates"]);
  const { contacts } = await sandbox.list(32);
  expect(contacts.map(({ firstName, lastName, phone }) => [firstName, lastName, phone]).slice(4)).toEqual([
    ["Leo", "Neri", "+393330000011"],
    ["Zoe", "Verdi", "+393330000012"],
  ]);
});

test("after a reload too; done without, applied again, forgotten", async ({ page }) => {
  await decide(page);
  await send(page, "4 contacts were");
  await open(page, "/import", "Import contacts");
  await choose(page, TUESDAY);
  await expect(page.getByLabel("Column for First name")).toHaveValue("1");
  // The list is offered and never chosen by itself.
  await expect(page.getByLabel("Into list")).toHaveValue("");
  await expect(page.getByText("The last file went into 32 · TestList.")).toBeVisible();
  await page.getByRole("button", { name: "Import into this list again" }).click();
  await expect(page.getByLabel("Into list")).toHaveValue("32");
  await expect(page.getByLabel("Into list")).toBeFocused();

  await page.getByRole("button", { name: "Do not use them here" }).click();
  await expect(page.getByText(/Your choices of .+ are not applied/)).toBeVisible();
  await expect(page.getByLabel("Column for First name")).toHaveValue("");
  await expect(page.locator("dialdesk-app [id=number-form]")).toHaveValue("");
  await axe(page);
  await page.getByRole("button", { name: "Apply them again" }).click();
  await expect(page.getByLabel("Column for First name")).toHaveValue("1");
  await expect(page.locator("dialdesk-app [id=number-form]")).toHaveValue("e164");

  await page.getByRole("button", { name: "Forget them for good" }).click();
  await expect(page.getByText("Your choices are forgotten")).toBeVisible();
  await expect(page.getByLabel("Column for First name")).toHaveValue("1");
  await open(page, "/import", "Import contacts");
  await choose(page, TUESDAY);
  await expect(page.getByLabel("Column for First name")).toHaveValue("");
  await expect(page.getByText("Your choices")).toBeHidden();
});

test("a renamed column is named and still feeds its field; one that is gone is a caution at its field", async ({
  page,
  sandbox,
}) => {
  await decide(page);
  await send(page, "4 contacts were");
  await next(page, csv("drift.csv", "ref one,ref two,contact point,ref four,extra\nNeri,Leo,333 000 0021,x,y\n"));
  const said = page.getByRole("status").filter({ hasText: "applied as far as they fit" });
  await expect(said).toContainText("“ref three” is most likely C · contact point now. It still feeds Phone.");
  await expect(said).toContainText("E · extra is new.");
  await expect(page.getByLabel("Column for Phone")).toHaveValue("2");
  await axe(page);
  await page.locator("dialdesk-app [id=import-now]").click();
  await expect(page.getByText("1 contact was imported")).toBeVisible();
  expect((await sandbox.list(32)).contacts.at(-1)).toMatchObject({ firstName: "Leo", phone: "+393330000021" });

  await next(page, csv("lost.csv", "ref one,ref two,ref four\nNeri,Leo,x\n"));
  await expect(page.getByText("“ref three” is gone; it fed Phone.")).toBeVisible();
  const row = page.getByRole("row", { name: /^Phone/ });
  await expect(row).toContainText("“ref three”, which fed this field, is not in the file any more.");
  await axe(page);
});

test("far fewer rows, the same file again, a column that is empty now: said before anything is sent", async ({ page }) => {
  await decide(page);
  await send(page, "4 contacts were");
  const file = (name: string, from: number, rows: number) =>
    csv(
      name,
      `${HEADER}\n${Array.from({ length: rows }, (_, at) => `Neri,Leo,333 000 ${from + at},x`).join("\n")}\n`,
    );
  await next(page, file("second.csv", 1_000, 4));
  await send(page, "4 contacts were");
  await next(page, file("third.csv", 2_000, 4));
  await expect(page.getByText("Compared with your earlier files")).toBeHidden();
  await send(page, "4 contacts were");

  await next(page, file("few.csv", 3_000, 1));
  await expect(page.getByText("It has 1 record; your earlier files had 4 as a rule.")).toBeVisible();
  await expect(page.getByText("This very file")).toBeHidden();

  await choose(page, { ...MONDAY, name: "copy of monday.csv" });
  await expect(page.getByText(/The same contents were imported already, as monday\.csv, .+, into TestList\./)).toBeVisible();
  await expect(page.getByText(/It has \d/)).toBeHidden();
  await axe(page);

  await choose(page, csv("empty.csv", `${HEADER}\nNeri,Leo,,x\nNeri,Ada,,x\nNeri,Ida,,x\nNeri,Eva,,x\n`));
  const empty = "Phone is empty in every row, for the first time: in the last file it was filled in 4 of 4 rows.";
  await expect(page.getByText(empty)).toBeVisible();
  // Nobody is stopped.
  await page.locator("dialdesk-app [id=import-now]").click();
  await expect(page.getByText("4 contacts were imported")).toBeVisible();
});

test("more rows left out than ever before: said, until it was so once", async ({ page, sandbox }) => {
  await decide(page);
  await send(page, "4 contacts were");
  const half = (name: string, from: number) =>
    csv(name, `${HEADER}\n${["Leo", "", "Zoe", ""].map((first, at) => `Neri,${first},333 000 ${from + at},x`).join("\n")}\n`);
  await next(page, half("half.csv", 1_000));
  const said = page.getByText("50% of the rows are left out; it was never more than 0% before.");
  await expect(said).toBeVisible();
  await axe(page);
  // Nobody is stopped.
  await send(page, "2 contacts were");
  await next(page, half("again.csv", 2_000));
  await expect(page.getByText("2 rows are left out for problems.")).toBeVisible();
  await expect(said).toBeHidden();
  await expect(page.getByText("Compared with your earlier files")).toBeHidden();
  expect((await sandbox.list(32)).contacts).toHaveLength(6);
});

test("how the file is read is remembered too", async ({ page }) => {
  await open(page, "/import", "Import contacts");
  // Both separators make two columns of it; only a person knows which is meant.
  await choose(page, csv("one.csv", "name;phone,note\nAnn;333 000 0001,a\nBob;333 000 0002,b\n"));
  await into(page);
  await expect(page.getByText(/· separated by commas/)).toBeVisible();
  await page.getByLabel("Separator").selectOption({ label: "Semicolon ;" });
  await expect(page.getByText(/· separated by semicolons/)).toBeVisible();
  await page.getByLabel("Column for Phone").selectOption({ label: "B · phone,note" });
  await send(page, "2 contacts were");
  await next(page, csv("two.csv", "name;phone,note\nCat;333 000 0003,c\n"));
  await expect(page.getByText(/· separated by semicolons/)).toBeVisible();
  await expect(page.getByLabel("Column for Phone")).toHaveValue("1");
  await page.getByRole("button", { name: "Do not use them here" }).click();
  await expect(page.getByText(/· separated by commas/)).toBeVisible();
});

test("the next of several files has choices of its own: they are applied, and not those for the file before", async ({
  page,
  sandbox,
}) => {
  const plain = (name: string, row: string) => csv(name, `Ident,Whom to call,Where to call\n${row}\n`);
  await decide(page);
  await send(page, "4 contacts were");
  await next(page, plain("first.csv", "a1,Ann,333 000 0101"));
  await page.getByLabel("Column for First name").selectOption({ label: "A · Ident" });
  await page.locator("dialdesk-app [id=number-form]").selectOption("");
  await send(page, "1 contact was");

  await page.getByRole("button", { name: "Import another file" }).click();
  await page.locator("input[type=file]").setInputFiles([TUESDAY, plain("second.csv", "b2,Bob,333 000 0102")]);
  await expect(page.locator("dialdesk-app [id=number-form]")).toHaveValue("e164");
  // A field without a column here says nothing of the next file.
  await page.getByLabel("Column for First name").selectOption({ label: "No column" });
  await page.getByRole("button", { name: "Leave it out and go on with second.csv" }).click();
  await expect(page.getByText("This file has other columns")).toBeVisible();
  await expect(page.getByText(/Your choices of .+ were applied/)).toBeVisible();
  await expect(page.getByLabel("Column for First name")).toHaveValue("0");
  await expect(page.getByRole("row", { name: /^First name/ })).toContainText("as last time");
  await expect(page.locator("dialdesk-app [id=number-form]")).toHaveValue("");
  await axe(page);
  await send(page, "1 contact was");
  expect((await sandbox.list(32)).contacts.at(-1)).toMatchObject({ firstName: "b2", phone: "333 000 0102" });

  await next(page, plain("third.csv", "c3,Cat,333 000 0103"));
  await expect(page.getByLabel("Column for First name")).toHaveValue("0");
});

test("what is remembered of one file is not said of another one that comes after it", async ({ page }) => {
  const said = page.getByText(/Your choices of/);
  const compared = page.getByText("Compared with your earlier files");
  const four = (from: number) =>
    csv(`from ${from}.csv`, `${HEADER}\n${[0, 1, 2, 3].map((at) => `Neri,Leo,333 000 ${from + at},x`).join("\n")}\n`);
  const other = (name: string, row: string) => csv(name, `Whom to call,Where to call\n${row}\n`);
  await decide(page);
  await send(page, "4 contacts were");
  for (const from of [1_000, 2_000]) {
    await next(page, four(from));
    await send(page, "4 contacts were");
  }
  await page.getByRole("button", { name: "Import another file" }).click();
  await page.locator("input[type=file]").setInputFiles([four(3_000), other("other.csv", "Ann,333 000 0101")]);
  await expect(said).toBeVisible();
  // Cut by semicolons it has other columns, as long as it is.
  await page.getByLabel("Separator").selectOption({ label: "Semicolon ;" });
  await expect(page.getByText(/· 1 column ·/)).toBeVisible();
  await expect(said).toBeHidden();
  await page.getByLabel("Separator").selectOption({ label: "Comma ," });
  await expect(said).toBeVisible();

  await page.getByRole("button", { name: "Leave it out and go on with other.csv" }).click();
  await expect(page.getByText("This file has other columns")).toBeVisible();
  await page.getByLabel("Column for First name").selectOption({ label: "A · Whom to call" });
  await expect(page.getByRole("button", { name: /^Import (up to )?1 contact into/ })).toBeVisible();
  await expect(said).toBeHidden();
  await expect(compared).toBeHidden();
  await send(page, "1 contact was");
  await next(page, other("another.csv", "Bob,333 000 0102"));
  await expect(said).toBeVisible();
  await expect(page.getByRole("button", { name: /^Import (up to )?1 contact into/ })).toBeVisible();
  await expect(compared).toBeHidden();
});

test.describe("a file that turns out to be of remembered columns", () => {
  const form = (page: Page) => page.locator("dialdesk-app [id=number-form]");
  const phone = (page: Page) =>
    page.getByRole("group", { name: "A row is a duplicate when these are equal" }).getByRole("checkbox", { name: "Phone" });
  const said = (page: Page) => page.getByText(/Your choices of .+ were applied/);

  /** Imports a file of two columns without names, then chooses one whose first line is taken for names. */
  async function meet(page: Page): Promise<void> {
    await open(page, "/import", "Import contacts");
    await choose(page, csv("unnamed.csv", "Ada,+39 333 000 0001\nIda,+39 333 000 0002\n"));
    await into(page);
    await page.getByLabel("Column for First name").selectOption({ label: "Column A, without a name" });
    await form(page).selectOption("e164");
    await send(page, "2 contacts were");
    const rows = Array.from({ length: 40 }, (_, at) => `Leo ${at},+39 333 000 ${1_000 + at}\n`);
    await next(page, csv("named.csv", `Whom to call,Where to call\n${rows.join("")}`));
    await expect(page.getByText(/· 40 records ·/)).toBeVisible();
  }

  /** Says that there are none. */
  async function sayItHasNoNames(page: Page): Promise<void> {
    await page.getByLabel("First line").selectOption({ label: "A contact already" });
    await expect(page.getByText(/· 41 records ·/)).toBeVisible();
  }

  test("has what was chosen for them applied", async ({ page }) => {
    await meet(page);
    await sayItHasNoNames(page);
    await expect(said(page)).toBeVisible();
    await expect(page.getByLabel("Column for First name")).toHaveValue("0");
  });

  test("keeps the fields that were chosen to be compared", async ({ page }) => {
    await meet(page);
    await phone(page).uncheck();
    await sayItHasNoNames(page);
    await expect(phone(page)).not.toBeChecked();
    await expect(said(page)).toBeHidden();
  });

  test("keeps the form that was chosen for its numbers", async ({ page }) => {
    await meet(page);
    await form(page).selectOption("");
    await sayItHasNoNames(page);
    await expect(form(page)).toHaveValue("");
    await expect(said(page)).toBeHidden();
  });
});

test("in Italian", async ({ page, sandbox }) => {
  await decide(page);
  await send(page, "4 contacts were");
  await page.evaluate(() => localStorage.setItem("dialdesk.language", "it"));
  await page.goto("/import");
  await page.getByLabel("Nome", { exact: true }).fill("admin");
  await page.getByLabel("Password", { exact: true }).fill("password");
  await page.getByRole("button", { name: "Accedi" }).click();
  await choose(page, MONDAY);
  await expect(page.getByText(/Sono state applicate le tue scelte per i file con queste colonne \(ultima volta: .+\)/)).toBeVisible();
  await expect(page.getByText(/Lo stesso contenuto è già stato importato, come monday\.csv, .+, in TestList\./)).toBeVisible();
  await expect(page.getByRole("row", { name: /^Cognome/ })).toContainText("come l’ultima volta");
  await page.getByRole("button", { name: "Non usarle qui" }).click();
  await expect(page.getByText(/Le tue scelte \(ultima volta: .+\) non sono applicate/)).toBeVisible();
  expect((await sandbox.list(32)).contacts).toHaveLength(4);
});
