// Servers that answer no readings: the main jobs are done by typed numbers and by what this browser created.

import type { Page } from "@playwright/test";

import { axe, expect, heading, test } from "../fixtures/app";
import { choose, open, signIn } from "../fixtures/admin";
import { field, review, writes } from "../fixtures/campaign";
import { QUEUES, create, named } from "../fixtures/campaign-form";
import { desk, enter } from "../fixtures/portal";
import { FILE, STORED } from "../fixtures/thousand";

/** Follows a link of the main menu. */
async function go(page: Page, link: string, title: string): Promise<void> {
  await page.getByRole("navigation", { name: "Main menu" }).getByRole("link", { name: link }).click();
  await expect(heading(page)).toHaveText(title);
}

/** A page of the app's own, where somebody signs in, and a portal that signs in by itself. */
const PAGES = {
  "its own page": { begin: open, again: signIn },
  "a portal": { begin: enter, again: async () => {} },
};

for (const [where, kind] of [
  ["its own page", "403"],
  ["its own page", "404"],
  ["its own page", "405"],
  ["a portal", "404"],
] as const) {
  const { begin, again } = PAGES[where];
  test(`on ${where} a file becomes contacts of a new list where every reading gets a ${kind}`, async ({
    page,
    sandbox,
    expectConsole,
  }) => {
    expectConsole(new RegExp(`status of ${kind}`));
    await sandbox.faults([{ method: "GET", path: "/api/**", kind }]);
    await begin(page, "/lists", "Lists");
    const rows = desk(page).getByRole("rowheader");
    await expect(page.getByText("This server does not show its lists")).toBeVisible();
    await axe(page);
    await page.getByRole("button", { name: "New list" }).click();
    await page.getByLabel("Name", { exact: true }).fill("Autunno 24");
    await page.getByRole("button", { name: "Create list" }).click();
    await expect(page.getByText("“Autunno 24”, was created")).toBeVisible();
    await expect(rows).toHaveText(["Autunno 24"]);
    const made = (await sandbox.state()).lists.find((list) => list["name"] === "Autunno 24");
    const id = Number(made?.["id"]);

    // It is remembered in this browser, and nothing else is.
    await page.reload();
    await again(page);
    await expect(rows).toHaveText(["Autunno 24"]);
    expect(await page.evaluate(() => localStorage.getItem("dialdesk.created"))).toBe(
      JSON.stringify([{ id, kind: "lists", name: "Autunno 24", server: "" }]),
    );

    await go(page, "Import", "Import contacts");
    await choose(page, FILE);
    await page.getByLabel("Into list").selectOption({ label: `${id} · Autunno 24` });
    await axe(page);
    await page.getByRole("button", { name: "Import up to 950 contacts into Autunno 24" }).click();
    await expect(page.getByText("The server took the import; its outcome could not be seen")).toBeVisible({
      timeout: 20_000,
    });
    await expect.poll(async () => (await sandbox.list(id)).contacts.length).toBe(950);
    const { contacts } = await sandbox.list(id);
    expect(contacts.map(({ firstName, phone }) => `${String(firstName)} ${String(phone)}`)).toEqual(
      STORED.map((row) => `${row.nome} ${row.telefono}`),
    );
  });

  test(`on ${where} a campaign gets its lists and agents where every reading gets a ${kind}`, async ({
    page,
    sandbox,
    expectConsole,
  }) => {
    expectConsole(new RegExp(`status of ${kind}`));
    await sandbox.faults([{ method: "GET", path: "/api/**", kind }]);
    await begin(page, "/campaigns", "Campaigns");
    await expect(page.getByText("This server does not show its campaigns")).toBeVisible();
    await axe(page);
    await page.getByRole("link", { name: "New campaign" }).click();
    await field(page, "name").fill("Autunno");
    await field(page, "TrunkId").fill("12");
    await review(page);
    await create(page, "Autunno");
    await expect(page.getByText("The campaign was created")).toBeVisible();
    await axe(page);
    const [made] = await named(sandbox, "Autunno");
    const id = Number(made?.["id"]);

    // From the table, where it is listed as created here.
    await go(page, "Campaigns", "Campaigns");
    await page.getByRole("link", { name: "Autunno" }).click();
    const parts = page.getByRole("navigation", { name: "Parts of the campaign" });
    await parts.getByRole("link", { name: "Lists" }).click();
    await page.getByLabel("IDs of other lists").fill("32, 33");
    const meant = page.getByRole("checkbox", { name: /I mean that/ });
    // Whether it calls cannot be seen: it has to be meant.
    await meant.check();
    await page.getByRole("button", { name: /^Attach 2 lists/ }).click();
    await expect(page.getByText("2 lists were attached")).toBeVisible();
    await axe(page);
    await parts.getByRole("link", { name: "Agents" }).click();
    await page.getByLabel("IDs of other agents").fill("24 26 31");
    await page.getByRole("button", { name: "Add 3 agents" }).click();
    await expect(page.getByText("3 agents were added")).toBeVisible();

    expect(await named(sandbox, "Autunno")).toMatchObject([
      { dialActive: false, TrunkId: 12, lists: [32, 33], users: [24, 26, 31].map((id) => ({ id, penalty: 0 })) },
    ]);
    const sent = writes(await sandbox.requests()).map(({ path, body }) => `${path} ${body}`);
    expect(sent.slice(1)).toEqual([
      `${QUEUES}/${id}/lists {"id":${id},"ids":[32,33]}`,
      `${QUEUES}/${id}/users {"id":${id},"ids":[24,26,31],"penalty":"0"}`,
    ]);
  });
}

test("a list is opened and used by its number", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 404/);
  await sandbox.faults([{ method: "GET", path: "/api/**", kind: "404" }]);
  await open(page, "/lists", "Lists");
  const number = page.getByLabel("List ID");
  await number.fill("x");
  await page.getByRole("button", { name: "Open the list" }).click();
  await expect(page.getByText("Enter a whole number from 1.")).toBeVisible();
  await expect(number).toHaveValue("x");
  await number.fill("32");
  await number.press("Enter");
  await expect(heading(page)).toHaveText("List 32");

  await go(page, "Import", "Import contacts");
  await choose(page, FILE);
  await page.getByLabel("List ID").fill("33");
  await page.getByRole("button", { name: "Use this list" }).click();
  await expect(page.getByLabel("Into list")).toHaveValue("33");

  // A custom field is named by its number as well.
  await page.getByLabel("Number of the field").fill("cf_1");
  await page.getByRole("button", { name: "Add field" }).click();
  await page.getByLabel("Column for cf_1").selectOption({ label: "E · indirizzo" });
  await page.getByLabel("Column for Street").selectOption({ label: "No column" });
  await axe(page);
  await page.getByRole("button", { name: "Import up to 950 contacts into List 33" }).click();
  await expect.poll(async () => (await sandbox.list(33)).contacts.length).toBe(950);
  const { contacts } = await sandbox.list(33);
  expect(new Set(contacts.map((contact) => contact["cf_1"]))).toEqual(new Set(["Via dell'Orto, 1"]));
});

test("what was created at one server is not shown for another, and not where the server shows its own", async ({
  page,
}) => {
  await page.goto("/lists");
  await page.evaluate(() => {
    const entry = (server: string, name: string) => ({ server, kind: "lists", id: 900, name });
    localStorage.setItem("dialdesk.created", JSON.stringify([entry("", "here"), entry("https://motion.example", "there")]));
  });
  await signIn(page);
  await expect(page.getByText("6 contact lists")).toBeVisible();
  await expect(page.getByRole("rowheader", { name: /^(here|there)$/ })).toBeHidden();
});
