// Files that cannot be imported: a sentence that says what happened and what to do, and everything chosen still there.

import { deflateRawSync } from "node:zlib";

import { axe, expect, test } from "../fixtures/app";
import { choose, csv, open } from "../fixtures/admin";

/** The beginning of a zip whose first entry has this name. */
function zip(entry: string): Buffer {
  const body = deflateRawSync("content");
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(body.length, 18);
  header.writeUInt32LE(7, 22);
  header.writeUInt16LE(entry.length, 26);
  return Buffer.concat([header, Buffer.from(entry), body]);
}

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

const REFUSED: [string, string, Buffer, string][] = [
  ["a zip", "export.zip", zip("contacts.csv"), "This is an archive. Unpack it and choose the CSV file inside."],
  ["a workbook", "contacts.csv", zip("[Content_Types].xml"), "This is a workbook, not a CSV file. Open it in Excel"],
  ["an image", "scan.csv", PNG, "This is a picture, not a CSV file."],
  ["an empty file", "empty.csv", Buffer.from(""), "The file is empty. Export it again"],
  ["a header only", "header.csv", Buffer.from("name,phone\r\n"), "column names, but no contacts below them"],
  [
    "binary in the middle",
    "damaged.csv",
    Buffer.from("name,phone\nAnn,1\nB\u0000b,2\nCat,3\n"),
    "Line 3 holds binary data, which no text has.",
  ],
  ["an open quote", "quote.csv", Buffer.from(`name,phone\n"Ann,1\n${"Bob,2\n".repeat(200_000)}`), "record at line 2"],
  ["a quote open at the end", "end.csv", Buffer.from('name,phone\nAnn,1\n"Bob,2\nCat,3\n'), "record at line 3"],
];

for (const [what, name, content, sentence] of REFUSED) {
  test(`${what} is refused in words`, async ({ page, sandbox }) => {
    await open(page, "/import", "Import contacts");
    await choose(page, csv(name, content));
    const alert = page.getByRole("alert");
    await expect(alert).toContainText(`${name} cannot be imported`);
    await expect(alert).toContainText(sentence);
    // Another file can be chosen at once, and nothing was sent.
    await choose(page, csv("good.csv", "name,phone\nAnn,+39 000 1\n"));
    await expect(page.getByText("1 record ·")).toBeVisible();
    expect((await sandbox.requests()).filter((request) => request.method === "POST")).toEqual([]);
  });
}

test("a refusal keeps the list that was chosen, and is accessible", async ({ page }) => {
  await open(page, "/import", "Import contacts");
  await choose(page, csv("good.csv", "name,phone\nAnn,+39 000 1\n"));
  await page.getByLabel("Into list").selectOption({ label: "32 · TestList" });
  await page.getByRole("checkbox", { name: "First name" }).check();
  await choose(page, csv("empty.csv", ""));
  await expect(page.getByRole("alert")).toContainText("The file is empty.");
  await axe(page);
  await choose(page, csv("better.csv", "name,phone\nAnn,+39 000 1\nBob,+39 000 2\n"));
  await expect(page.getByLabel("Into list")).toHaveValue("32");
  await expect(page.getByRole("checkbox", { name: "First name" })).toBeChecked();
  await expect(page.getByRole("button", { name: "Import 2 contacts into TestList" })).toBeVisible();
});

test("what stands in the way is said when the button is pressed", async ({ page, sandbox }) => {
  await open(page, "/import", "Import contacts");
  await choose(page, csv("odd.csv", "x,y\nAnn,+39 000 1\n"));
  await page.getByRole("button", { name: "Import contacts" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "Before anything can be imported" });
  await expect(summary).toBeFocused();
  await expect(summary).toContainText("Choose the list that takes the contacts.");
  await expect(summary).toContainText("Choose a column for the first name; the server requires it.");
  await axe(page);
  await page.getByLabel("Column for First name").selectOption({ label: "A · x" });
  await page.getByLabel("Into list").selectOption({ label: "32 · TestList" });
  await expect(summary).toBeHidden();
  expect((await sandbox.requests()).filter((request) => request.method === "POST")).toEqual([]);
});
