// The requests that the server gets are those of its documented page: method, path, content type, body.
//
// The expected texts are typed from the page (tests/fixtures/documented-curl.txt), not taken from the app.

import { expect, test } from "../fixtures/app";
import { choose, csv, open } from "../fixtures/admin";
import type { SeenRequest } from "../fixtures/sandbox";

const DOCUMENTED = "Nome, telefono\nGiulia,+39 000 000001\nMarco,+39 000 000002\n";

function posts(requests: SeenRequest[]): SeenRequest[] {
  return requests.filter((request) => request.method === "POST");
}

test("a list is created as documented, with a description and without", async ({ page, sandbox }) => {
  await open(page, "/lists/new", "Lists");
  await page.getByLabel("Name", { exact: true }).fill("list1");
  await page.getByLabel("Description").fill("A brief description of my list");
  await page.getByRole("button", { name: "Create list" }).click();
  await expect(page.getByText("“list1”, was created")).toBeVisible();

  await page.getByRole("button", { name: "New list" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Second list");
  await page.getByRole("button", { name: "Create list" }).click();
  await expect(page.getByText("“Second list”, was created")).toBeVisible();

  const [first, second, ...more] = posts(await sandbox.requests());
  expect(more).toEqual([]);
  expect(first).toMatchObject({
    method: "POST",
    path: "/api/cm/lists",
    content_type: "application/json",
    body: '{"name":"list1","description":"A brief description of my list"}',
    status: 201,
  });
  expect(second).toMatchObject({ path: "/api/cm/lists", body: '{"name":"Second list"}', status: 201 });

  const { lists } = await sandbox.state();
  expect(lists.find((list) => list["name"] === "list1")).toMatchObject({
    description: "A brief description of my list",
  });
});

test("a file is uploaded and bound as documented, the leading blank included", async ({ page, sandbox }) => {
  await open(page, "/import", "Import contacts");
  await choose(page, csv("file.csv", DOCUMENTED));
  await page.getByLabel("Into list").selectOption({ label: "32 · TestList" });
  await page.getByRole("button", { name: "Import 2 contacts into TestList" }).click();
  await expect(page.getByText("2 contacts were imported")).toBeVisible();

  const [upload, bind, ...more] = posts(await sandbox.requests());
  expect(more).toEqual([]);
  expect(upload).toMatchObject({
    method: "POST",
    path: "/api/cm/contacts/upload",
    content_type: "application/x-www-form-urlencoded",
    body: DOCUMENTED,
  });
  expect(bind).toMatchObject({
    method: "POST",
    path: "/api/cm/contacts/upload/file.csv",
    content_type: "application/json",
    body:
      '{"id":"file.csv","binding":{"firstName":"Nome","phone":" telefono"},' +
      '"ListId":32,"duplicates":["phone"]}',
  });
  // The name and the password, as `-u` sends them.
  expect(bind?.headers["authorization"]).toBe("Basic");

  const { contacts } = await sandbox.list(32);
  expect(contacts).toMatchObject([
    { firstName: "Giulia", phone: "+39 000 000001" },
    { firstName: "Marco", phone: "+39 000 000002" },
  ]);
});

test("without a duplicate rule the key is absent and every row is stored", async ({ page, sandbox }) => {
  await open(page, "/import", "Import contacts");
  await choose(page, csv("twice.csv", "name,phone\nAnn,+39 000 1\nBob,+39 000 1\n"));
  await page.getByLabel("Into list").selectOption({ label: "33 · Trade fair leads" });
  await page.getByRole("checkbox", { name: "Phone" }).uncheck();
  await expect(page.getByText("Nothing is compared")).toBeVisible();
  await page.getByRole("button", { name: "Import 2 contacts into Trade fair leads" }).click();
  await expect(page.getByText("2 contacts were imported")).toBeVisible();

  const bind = posts(await sandbox.requests()).at(-1);
  expect(JSON.parse(bind?.body ?? "")).toEqual({
    id: "twice.csv",
    binding: { firstName: "name", phone: "phone" },
    ListId: 33,
  });
  expect((await sandbox.list(33)).contacts).toHaveLength(2);
});
