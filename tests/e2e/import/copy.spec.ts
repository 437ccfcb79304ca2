// A file that cannot go up as it is: a clean copy goes instead, and the screen says why.

import { expect, test } from "../fixtures/app";
import { choose, csv, open } from "../fixtures/admin";

test("semicolons, a byte order mark, rows without a name: the copy is clean and the promise kept", async ({
  page,
  sandbox,
}) => {
  const file = [
    "\u{feff}Nome;Telefono;Note;Contratto",
    "Giulia;+39 000 000001;prima, \"\"virgola\"\";AB-1",
    ";+39 000 000002;senza nome;AB-2",
    "Zoë;+39 000 000003;\"due\nrighe\";AB-3",
    "Marco;+39 000 000001;ripetuto;AB-4",
    "Anna",
  ].join("\r\n");
  await open(page, "/import", "Import contacts");
  await choose(page, csv("liste à la carte.csv", file));
  await expect(page.getByText("separated by semicolons · UTF-8 with a byte order mark")).toBeVisible();
  await page.getByLabel("Into list").selectOption({ label: "32 · TestList" });

  // A custom field, added by hand to a column of its own; the notes are not wanted.
  await page.getByLabel("Add a field…").selectOption("cf_3");
  await page.getByRole("button", { name: "Add this field" }).click();
  await page.getByLabel(/^Column for (?!First|Last|Phone|Description)/).selectOption({ label: "D · Contratto" });
  await page.getByLabel("Column for Description").selectOption({ label: "No column" });

  await expect(page.getByRole("heading", { name: "A clean copy is uploaded" })).toBeVisible();
  // Line 2 has text behind a closing quote, and Anna's row is too short.
  for (const reason of [
    "byte order mark", "separated by semicolons", "1 row has more or fewer cells", "1 row has quotation marks",
    "1 row is left out",
  ]) {
    await expect(page.getByRole("listitem").filter({ hasText: reason })).toBeVisible();
  }
  await expect(page.getByText("has no first name, which the server requires, and is left out (line 3)")).toBeVisible();
  await page.getByRole("button", { name: "Import 3 contacts into TestList" }).click();
  await expect(page.getByText("3 contacts were imported")).toBeVisible();

  const [upload, bind] = (await sandbox.requests()).filter((request) => request.method === "POST");
  expect(upload?.body).toBe(
    "firstName,phone,cf_3\r\n" +
      "Giulia,+39 000 000001,AB-1\r\n" +
      "Zoë,+39 000 000003,AB-3\r\n" +
      "Anna,,\r\n",
  );
  expect(bind?.path).toBe("/api/cm/contacts/upload/liste%20%C3%A0%20la%20carte.csv");
  expect(JSON.parse(bind?.body ?? "")).toEqual({
    id: "liste à la carte.csv",
    binding: { firstName: "firstName", phone: "phone", cf_3: "cf_3" },
    ListId: 32,
    duplicates: ["phone"],
  });
  const { contacts } = await sandbox.list(32);
  expect(contacts.map((contact) => [contact["firstName"], contact["cf_3"]])).toEqual([
    ["Giulia", "AB-1"],
    ["Zoë", "AB-3"],
    ["Anna", ""],
  ]);
});
