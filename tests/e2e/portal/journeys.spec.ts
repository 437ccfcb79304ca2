// The main jobs, done inside a portal: the portal signs in, and the server holds exactly what was promised.

import { expect, heading, test } from "../fixtures/app";
import { choose } from "../fixtures/admin";
import { field, review, writes } from "../fixtures/campaign";
import { create, expectCreated, named } from "../fixtures/campaign-form";
import { BASE, desk, enter, menu } from "../fixtures/portal";
import { FILE, STORED } from "../fixtures/thousand";

test("a list is made and 1,000 rows imported: the server holds the 950 that were promised", async ({
  page,
  sandbox,
}) => {
  await page.goto("/portal/");
  await menu(page, "Contact lists").click();
  await expect(heading(page)).toHaveText("Lists");
  await expect(page.getByText("Signed in as the portal’s account")).toBeVisible();
  await expect(desk(page).getByRole("button", { name: "Sign out" })).toHaveCount(0);

  await page.getByRole("button", { name: "New list" }).click();
  await expect(page).toHaveURL(new RegExp(`${BASE}/lists/new$`));
  await page.getByLabel("Name", { exact: true }).fill("Autunno 24");
  await page.getByRole("button", { name: "Create list" }).click();
  await page.getByRole("link", { name: "Open the list" }).click();
  await expect(heading(page)).toHaveText("Autunno 24");
  const id = Number(new RegExp(`${BASE}/lists/(\\d+)$`).exec(page.url())?.[1]);

  await page.getByRole("link", { name: "Import contacts into this list" }).click();
  await choose(page, FILE);
  await expect(page.getByText("50 rows repeat an earlier one")).toBeVisible();
  await page.getByLabel("Column for Street").selectOption({ label: "No column" });
  await expect(page.getByRole("row", { name: "950 will be stored in the list, which is empty now" })).toBeVisible();
  await page.getByRole("button", { name: "Import 950 contacts into Autunno 24" }).click();
  await expect(page.getByText("950 contacts were imported")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText("Verified:")).toBeVisible();

  const { contacts } = await sandbox.list(id);
  expect(contacts.map(({ firstName, lastName, phone, email }) => ({ firstName, lastName, phone, email }))).toEqual(
    STORED.map((row) => ({ firstName: row.nome, lastName: row.cognome, phone: row.telefono, email: row.email })),
  );
  const requests = await sandbox.requests();
  expect(requests.every((request) => request.headers["authorization"] === "Bearer")).toBe(true);
});

test("a campaign is created with two lists and three agents: the server holds exactly that, paused", async ({
  page,
  sandbox,
}) => {
  await enter(page, "/campaigns/new", "New campaign");
  await field(page, "name").fill("Portal campaign");
  await field(page, "TrunkId").selectOption("12");
  await review(page);
  await create(page, "Portal campaign");
  await expectCreated(page, "Portal campaign");

  const parts = page.getByRole("navigation", { name: "Parts of the campaign" });
  await parts.getByRole("link", { name: "Lists" }).click();
  await page.getByLabel("IDs of other lists").fill("32, 33");
  await page.getByRole("button", { name: "Attach 2 lists" }).click();
  await expect(page.getByText("2 lists were attached")).toBeVisible();
  await parts.getByRole("link", { name: "Agents" }).click();
  await page.getByLabel("IDs of other agents").fill("24 26 31");
  await page.getByRole("button", { name: "Add 3 agents" }).click();
  await expect(page.getByText("3 agents were added")).toBeVisible();

  const [campaign, ...more] = await named(sandbox, "Portal campaign");
  expect(more).toEqual([]);
  expect(campaign).toMatchObject({
    dialActive: false,
    TrunkId: 12,
    lists: [32, 33],
    users: [
      { id: 24, penalty: 0 },
      { id: 26, penalty: 0 },
      { id: 31, penalty: 0 },
    ],
  });
  expect(writes(await sandbox.requests())).toHaveLength(3);
});
