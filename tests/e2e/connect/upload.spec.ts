// Uploads as a form: what is announced, what travels, and that an import ends the same.

import type { Page } from "@playwright/test";

import { expect, heading, test } from "../fixtures/app";
import { choose, csv, open } from "../fixtures/admin";
import type { SeenRequest } from "../fixtures/sandbox";
import { FILE, STORED } from "../fixtures/thousand";

/** A part of a form as it travels. */
interface Part {
  disposition: string;
  type: string | undefined;
  body: string;
}

/** The parts of a recorded form, in their order. */
function partsOf(request: SeenRequest): Part[] {
  const boundary = /^multipart\/form-data; ?boundary=(.+)$/.exec(request.content_type ?? "")?.[1];
  expect(boundary).toBeTruthy();
  const pieces = request.body.split(`--${boundary}`);
  expect(pieces.shift()).toBe("");
  expect(pieces.pop()?.trim()).toBe("--");
  return pieces.map((piece) => {
    const [head = "", ...rest] = piece.slice(2, -2).split("\r\n\r\n");
    const lines = head.split("\r\n");
    const value = (name: string) =>
      lines.find((line) => line.toLowerCase().startsWith(`${name}: `))?.slice(name.length + 2);
    return { disposition: value("content-disposition") ?? "", type: value("content-type"), body: rest.join("\r\n\r\n") };
  });
}

async function uploadAsForm(page: Page): Promise<void> {
  await open(page, "/connect", "Connection");
  await page.getByRole("radio", { name: "As a form (multipart)" }).check();
  await page.getByRole("link", { name: "Import", exact: true }).click();
  await expect(heading(page)).toHaveText("Import contacts");
}

function text(name: string, body: string): Part {
  return { disposition: `form-data; name="${name}"`, type: undefined, body };
}

test("a file goes up as the known clients send it, and is bound under the server's name", async ({ page, sandbox }) => {
  const content = "Nome, telefono\nGiulia,+39 000 000001\nMarco,+39 000 000002\n";
  // "Nome, telefono" and its line end are 15 bytes, "Giulia,+39 000 000001" 22, "Marco,+39 000 000002" 21.
  const size = "58";
  await uploadAsForm(page);
  await choose(page, csv("file n.1_è.csv", content));
  await page.getByLabel("Into list").selectOption({ label: "32 · TestList" });
  await page.locator("summary").filter({ hasText: "The two requests" }).click();
  const shown = page.locator("pre.requests").first();
  await expect(shown).toContainText("POST /api/cm/contacts/upload\nContent-Type: multipart/form-data\nflowChunkNumber=1");
  await expect(shown).toContainText(`flowIdentifier=${size}-filen1csv\n`);
  await page.locator("summary").filter({ hasText: "As curl commands" }).click();
  await expect(page.locator("pre.requests").nth(1)).toContainText(
    `-F 'file=@"file n.1_è.csv";type=text/csv' -u 'name:password' -X POST`,
  );
  await page.getByRole("button", { name: "Import 2 contacts into TestList" }).click();
  await expect(page.getByText("2 contacts were imported")).toBeVisible();
  await expect(page.getByText("Verified:")).toBeVisible();

  const [upload, bind, ...more] = (await sandbox.requests()).filter((request) => request.method === "POST");
  expect(more).toEqual([]);
  expect(upload).toMatchObject({ path: "/api/cm/contacts/upload", status: 200 });
  expect(upload?.headers["accept"]).toBe("*/*");
  expect(partsOf(upload!)).toEqual([
    text("flowChunkNumber", "1"),
    text("flowChunkSize", "62914560"),
    text("flowCurrentChunkSize", size),
    text("flowTotalSize", size),
    text("flowIdentifier", `${size}-filen1csv`),
    text("flowFilename", "file n.1_è.csv"),
    text("flowRelativePath", "file n.1_è.csv"),
    text("flowTotalChunks", "1"),
    { disposition: 'form-data; name="file"; filename="file n.1_è.csv"', type: "text/csv", body: content },
  ]);
  const { uploads } = await sandbox.state();
  const staged = uploads.at(-1)?.["name"] as string;
  expect(staged).toBeTruthy();
  expect(bind?.path).toBe(`/api/cm/contacts/upload/${staged}`);
  expect(JSON.parse(bind?.body ?? "")).toMatchObject({ id: staged, ListId: 32 });
  expect((await sandbox.list(32)).contacts).toMatchObject([
    { firstName: "Giulia", phone: "+39 000 000001" },
    { firstName: "Marco", phone: "+39 000 000002" },
  ]);
});

test("a clean copy goes up with its own size, which is not claimed before it is made", async ({ page, sandbox }) => {
  await uploadAsForm(page);
  await choose(page, csv("punto.csv", "Nome;telefono\nGiulia;+39 000 000001\n"));
  await page.getByLabel("Into list").selectOption({ label: "32 · TestList" });
  await page.locator("summary").filter({ hasText: "The two requests" }).click();
  await expect(page.locator("pre.requests").first()).toContainText("flowTotalSize=…\nflowIdentifier=…-puntocsv");
  await page.getByRole("button", { name: "Import 1 contact into TestList" }).click();
  await expect(page.getByText("Verified:")).toBeVisible();

  const upload = (await sandbox.requests()).find((request) => request.path === "/api/cm/contacts/upload");
  const parts = partsOf(upload!);
  const file = parts.at(-1);
  expect(file?.body).toBe("firstName,phone\r\nGiulia,+39 000 000001\r\n");
  const size = String(Buffer.byteLength(file?.body ?? ""));
  expect(parts[3]).toEqual(text("flowTotalSize", size));
  expect(parts[4]).toEqual(text("flowIdentifier", `${size}-puntocsv`));
});

test("1,000 rows as a form: the server holds the 950 that were promised", async ({ page, sandbox }) => {
  await uploadAsForm(page);
  await choose(page, FILE);
  await page.getByLabel("Into list").selectOption({ label: "32 · TestList" });
  await page.getByRole("button", { name: "Import 950 contacts into TestList" }).click();
  await expect(page.getByText("950 contacts were imported")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText("Verified:")).toBeVisible();
  const { contacts } = await sandbox.list(32);
  expect(contacts.map(({ firstName, phone }) => ({ firstName, phone }))).toEqual(
    STORED.map((row) => ({ firstName: row.nome, phone: row.telefono })),
  );
});

test("the form is remembered, and can be changed back", async ({ page, sandbox }) => {
  await uploadAsForm(page);
  await page.reload();
  await page.getByLabel("Name", { exact: true }).fill("admin");
  await page.getByLabel("Password", { exact: true }).fill("password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("link", { name: "Connection" }).click();
  await expect(page.getByRole("radio", { name: "As a form (multipart)" })).toBeChecked();
  await page.getByRole("radio", { name: "As documented" }).check();
  await page.getByRole("link", { name: "Import", exact: true }).click();
  await choose(page, csv("two.csv", "name,phone\nAnn,+39 000 1\nBob,+39 000 2\n"));
  await page.getByLabel("Into list").selectOption({ label: "32 · TestList" });
  await page.getByRole("button", { name: "Import 2 contacts into TestList" }).click();
  await expect(page.getByText("2 contacts were imported")).toBeVisible();
  const upload = (await sandbox.requests()).find((request) => request.path === "/api/cm/contacts/upload");
  expect(upload?.content_type).toBe("application/x-www-form-urlencoded");
});
