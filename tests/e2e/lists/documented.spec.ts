// What the server gets is what its documented page sends: method, path, content type and body as text.

import { expect, test } from "../fixtures/app";
import { open } from "../fixtures/admin";
import { writes } from "../fixtures/campaign";
import { CONTACTS, cell, contactField, contactsOf, documentedAs } from "../fixtures/lists";

/** The page prints a blank after colons and commas of two of its bodies; nothing else differs. */
function compact(body: string): string {
  return body.replaceAll(": ", ":").replaceAll(", ", ",");
}

test("a contact is added as documented, with and without custom fields", async ({ page, sandbox }) => {
  await open(page, "/lists/12/contacts/new", "Spring renewals");
  await expect(contactField(page, "cf_1")).toBeVisible();
  for (const [key, text] of [
    ["firstName", "John"],
    ["lastName", "doe"],
    ["phone", "1234567890"],
  ] as const) {
    await contactField(page, key).fill(text);
  }
  await page.getByRole("button", { name: "Add contact" }).click();
  await expect(page.getByText(/^Contact \d+ was added/)).toBeVisible();
  await expect(contactField(page, "firstName")).toBeFocused();
  await expect(contactField(page, "firstName")).toHaveValue("");

  for (const [key, text] of [
    ["cf_3", "some other text"],
    ["phone", "1234567890"],
    ["cf_1", "some text"],
    ["lastName", "doe"],
    ["firstName", "John"],
  ] as const) {
    await contactField(page, key).fill(text);
  }
  await page.getByRole("button", { name: "Add contact" }).click();
  await expect(contactField(page, "cf_3")).toHaveValue("");

  const sent = writes(await sandbox.requests());
  expect(sent.map(({ body }) => body)).toEqual([
    compact(documentedAs("create a contact")),
    compact(documentedAs("create a contact with custom fields")),
  ]);
  for (const request of sent) {
    expect(request).toMatchObject({
      method: "POST",
      path: CONTACTS,
      content_type: "application/json",
      status: 201,
    });
  }
  expect((await contactsOf(sandbox, 12)).slice(-1)).toMatchObject([
    { firstName: "John", phone: "1234567890", ListId: 12, cf_1: "some text", cf_3: "some other text" },
  ]);
});

test("several contacts are added as documented, in one request", async ({ page, sandbox }) => {
  await open(page, "/lists/32/contacts/several", "TestList");
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByLabel("Notes").check();
  await page.getByLabel("Contract number").check();
  const rows = [
    ["test1", "asdasd", "123456789", "qwertyuio", ""],
    ["test2", "asdasd", "098765432", "", "asdfghjk"],
  ];
  for (const [row, texts] of rows.entries()) {
    for (const [column, text] of texts.entries()) await cell(page, row, column).fill(text);
  }
  await page.getByRole("button", { name: "Add 2 contacts" }).click();
  await expect(page.getByText("2 contacts were added")).toBeVisible();
  const [sent, ...more] = writes(await sandbox.requests());
  expect(more).toEqual([]);
  expect(sent).toMatchObject({
    method: "POST",
    path: "/api/cm/lists/32/contacts",
    content_type: "application/json",
    body: documentedAs("add contacts to a list"),
    status: 201,
  });
  expect(await contactsOf(sandbox, 32)).toMatchObject([
    { firstName: "test1", cf_1: "qwertyuio" },
    { firstName: "test2", cf_3: "asdfghjk" },
  ]);
});

test("agents are added to a list as documented", async ({ page, sandbox }) => {
  await open(page, "/lists/32/agents", "TestList");
  await page.getByRole("checkbox", { name: "24 · Giulia Ferri" }).check();
  await page.getByLabel("IDs of other agents").fill("26 31");
  await page.getByRole("button", { name: "Add 3 agents" }).click();
  await expect(page.getByText("3 agents were added")).toBeVisible();
  await expect(page.getByRole("table", { name: "Agents of the list" }).getByRole("rowheader")).toHaveCount(3);
  const [sent, ...more] = writes(await sandbox.requests());
  expect(more).toEqual([]);
  expect(sent).toMatchObject({
    method: "POST",
    path: "/api/cm/lists/32/users",
    content_type: "application/json",
    body: documentedAs("add agents to a list"),
    status: 200,
  });
});
