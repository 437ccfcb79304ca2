// Half a million rows, as a large campaign has them: what Review promises is what the server holds, row by row.

import { createHash } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";

import { axe, expect, test } from "../../fixtures/app";
import { HANDS, signIn } from "../../fixtures/hand";
import { promised } from "../../fixtures/promise";
import { outcome, receipt } from "../../fixtures/run";
import type { Sandbox } from "../../fixtures/sandbox";

const ROWS = 500_000;

/** Every hundredth row has no name and every thirtieth the number of the row before it; the rest has a number of its own. */
const hasName = (at: number) => at % 100 !== 99;
const repeats = (at: number) => at % 30 === 29;
/** Plainly fake: no number of that country begins with 000. */
const phone = (at: number) => `+39 000 ${String(repeats(at) ? at - 1 : at).padStart(7, "0")}`;
const name = (at: number) => (hasName(at) ? `Zoë ${at}` : "");

function file(): Buffer {
  const parts: string[] = ["Nome,Cognome, telefono,e-mail,Note\r\n"];
  for (let at = 0; at < ROWS; at += 1) {
    parts.push(`${name(at)},"Rossi, Jr.",${phone(at)},p${at}@example.com,"due\nrighe, e un testo che nessun campo prende"\r\n`);
  }
  return Buffer.from(parts.join(""), "utf8");
}

/** What is stored, in order: who has a name, and is the first of the number among those. */
function* expected(): Generator<string> {
  const seen = new Set<string>();
  for (let at = 0; at < ROWS; at += 1) {
    if (!hasName(at) || seen.has(phone(at))) continue;
    seen.add(phone(at));
    yield `${name(at)}|Rossi, Jr.|${phone(at)}|p${at}@example.com\n`;
  }
}

/** The contacts of a list, page by page: each field that is bound. */
async function* stored(sandbox: Sandbox, list: number): AsyncGenerator<string> {
  const page = 20_000;
  for (let offset = 0; ; offset += page) {
    const address = `${sandbox.address}/api/cm/contacts?ListId=${list}&fields=firstName,lastName,phone,email&limit=${page}&offset=${offset}`;
    const answer = await fetch(address, { headers: { authorization: `Basic ${btoa("admin:password")}` } });
    const { rows } = (await answer.json()) as { rows: Record<string, string>[] };
    for (const { firstName, lastName, phone, email } of rows) yield `${firstName}|${lastName}|${phone}|${email}\n`;
    if (rows.length < page) return;
  }
}

for (const hand of HANDS) {
  test(`by ${hand.name}: half a million rows, read, checked, sent, and found again one by one`, async ({ page, sandbox }) => {
    test.setTimeout(240_000);
    await page.goto("/import/into/32");
    await signIn(page, hand);
    const content = file();
    expect(content.length).toBeGreaterThan(45_000_000);
    const path = test.info().outputPath("half-a-million.csv");
    await writeFile(path, content);
    await hand.file(page, path);
    await expect(page.getByText(/500,000 records/).first()).toBeVisible({ timeout: 60_000 });

    const hash = createHash("sha256");
    let count = 0;
    for (const row of expected()) {
      hash.update(row);
      count += 1;
    }
    const deed = page.getByRole("button", { name: /^Import .* into TestList$/ });
    await expect(deed).toContainText("contacts into TestList", { timeout: 60_000 });
    expect(await promised(page, deed, ROWS)).toBe(count);
    await axe(page);
    await hand.press(deed);
    const said = `${count.toLocaleString("en")} contacts were imported`;
    await expect(outcome(page)).toContainText(said, { timeout: 180_000 });
    await expect(outcome(page)).toContainText("Verified");
    const receiptOf = { "In the list before": "0", "Expected to be added": count.toLocaleString("en"), Difference: "none" };
    expect(await receipt(page)).toMatchObject(receiptOf);
    await axe(page);

    const found = createHash("sha256");
    let rows = 0;
    for await (const row of stored(sandbox, 32)) {
      found.update(row);
      rows += 1;
    }
    expect(rows).toBe(count);
    expect(found.digest("hex")).toBe(hash.digest("hex"));
    await rm(path);
  });
}
