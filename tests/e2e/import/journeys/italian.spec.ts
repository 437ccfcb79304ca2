// The morning of an Italian admin: an export of Excel goes into a list, what is left out is mended and follows.

import type { Page } from "@playwright/test";

import { axe, expect, heading, test } from "../../fixtures/app";
import { csv } from "../../fixtures/admin";
import { HANDS, promised, saved } from "../../fixtures/hand";

/** As Excel saves it: semicolons, windows-1252, the blank of the documented page before `telefono`. */
const EXPORT = csv(
  "autunno 2026.csv",
  Buffer.from(
    [
      "Nome;Cognome; telefono;E-mail;Priorità",
      "Niccolò;D'Angelo;+39 333 000 0001;n@example.com;1",
      // Excel took the zero of 06 0000 0002.
      "Zoë;Rossi;600000002;z@example.com;2",
      // And the plus of this one.
      "José;Bianchi;393330000003;;3",
      "Renée;Müller;333 000 0004 / 333 000 0005;;1",
      ";Senza Nome;+39 333 000 0006;;1",
      "Anna;Verdi;3,9E+11;;1",
      // The number of Niccolò, once more and written otherwise; and once more as it is.
      "Marco;Neri;333 000 0001;;1",
      "Eva;Gallo;+39 333 000 0001;;2",
      "Ugo;Riva;+39 333 000 0007;;urgente",
      "",
    ].join("\r\n"),
    "latin1",
  ),
);

async function signIn(page: Page): Promise<void> {
  await page.getByLabel("Nome", { exact: true }).fill("admin");
  await page.getByLabel("Password", { exact: true }).fill("password");
  await page.getByRole("button", { name: "Accedi" }).press("Enter");
}

for (const hand of HANDS) {
  test(`by ${hand.name}: an Italian export of Excel, then the rows that it left out`, async ({ page, sandbox }) => {
    test.setTimeout(90_000);
    await page.addInitScript(() => localStorage.setItem("dialdesk.language", "it"));
    await page.goto("/import");
    await signIn(page);
    await expect(heading(page)).toHaveText("Importa contatti");
    await hand.files(page, EXPORT);
    await expect(page.getByText(/separato da punti e virgola/).first()).toBeVisible();
    await expect(page.getByText(/Europa occidentale \(windows-1252\)/).first()).toBeVisible();
    await hand.select(page.getByLabel("Lista di destinazione"), "32 · TestList");
    await expect(page.getByLabel("Colonna per Telefono").locator("option:checked")).toHaveText("C · “ telefono”");

    await hand.select(page.getByLabel("I numeri senza prefisso internazionale sono di"), "Italia (+39)");
    await hand.select(page.getByLabel("I numeri vengono inviati"), "con il più e il prefisso internazionale (+39…)");
    const fate = (what: string) => page.getByLabel(`Che cosa ne sarà delle righe che ${what}`);
    await hand.select(fate("hanno un numero senza lo zero iniziale"), "Correggi e invia");
    await hand.select(fate("hanno un numero internazionale senza il più"), "Correggi e invia");
    await hand.select(fate("hanno un numero abbreviato da Excel (3,9E+11): le cifre sono perse"), "Escludi");
    await hand.select(fate("hanno più numeri in una cella"), "Escludi");
    await axe(page);

    // Nine rows: no name, a number shortened, two numbers and a priority in words are left out, and Niccolò's number comes
    // twice more, once in another writing until it is written anew; three remain.
    const deed = page.getByRole("button", { name: /^Importa .* in TestList$/ });
    await expect(deed).toHaveText("Importa 3 contatti in TestList");
    expect(await promised(deed)).toBe(3);
    await hand.press(deed);
    await expect(page.getByText("3 contatti importati")).toBeVisible();
    const shown = async () =>
      (await sandbox.list(32)).contacts.map(({ firstName, lastName, phone, priority }) => [firstName, lastName, phone, String(priority)]);
    const first = [
      ["Niccolò", "D'Angelo", "+393330000001", "1"],
      ["Zoë", "Rossi", "+390600000002", "2"],
      ["José", "Bianchi", "+393330000003", "3"],
    ];
    expect(await shown()).toEqual(first);

    // What was left out, mended by hand as a person would in a spreadsheet, goes up after it.
    const outcome = page.locator("#import-outcome");
    const rest = await saved(page, hand, outcome.getByRole("button", { name: "Scarica le 6 righe" }));
    expect(rest.name).toBe("autunno 2026-escluse.csv");
    const corrections = [
      [";;Senza Nome;", ";Sara;Senza Nome;"],
      ["'3,9E+11;", "'+39 333 000 0009;"],
      ["333 000 0004 / 333 000 0005", "333 000 0004"],
      ["urgente", "1"],
    ] as const;
    const mended = corrections.reduce((text, [wrong, right]) => {
      expect(text).toContain(wrong);
      return text.replace(wrong, right);
    }, rest.buffer.toString("utf8"));
    await hand.press(outcome.getByRole("button", { name: "Importa un altro file" }));
    await hand.files(page, { ...rest, buffer: Buffer.from(mended, "utf8") });
    await expect(page.getByText("UTF-8 con byte order mark").first()).toBeVisible();
    await expect(page.getByLabel("Colonna per Telefono").locator("option:checked")).toHaveText(/telefono/);
    // Marco's number and Eva's are still Niccolò's, whom the list has.
    await expect(deed).toHaveText("Importa 4 contatti in TestList");
    expect(await promised(deed)).toBe(4);
    await hand.press(deed);
    await expect(outcome).toContainText("4 contatti importati", { timeout: 30_000 });
    expect(await shown()).toEqual([
      ...first,
      ["Renée", "Müller", "+393330000004", "1"],
      ["Sara", "Senza Nome", "+393330000006", "1"],
      ["Anna", "Verdi", "+393330000009", "1"],
      ["Ugo", "Riva", "+393330000007", "1"],
    ]);
  });
}
