// The morning of an Italian admin: an export of Excel goes into a list, what is left out is mended and follows.

import { axe, expect, heading, test } from "../../fixtures/app";
import { csv } from "../../fixtures/admin";
import { HANDS, saved, signIn } from "../../fixtures/hand";
import { expectStored, promised } from "../../fixtures/promise";
import { outcome, receipt } from "../../fixtures/run";

/** As Excel saves it: semicolons, windows-1252, the blank of the documented page before `telefono`. */
const EXPORT = csv(
  "autunno 2026.csv",
  Buffer.from(
    [
      "Nome;Cognome; telefono;E-mail;Priorità",
      // 0x92 is the apostrophe ’ of windows-1252, and nothing in Latin-1.
      "Niccolò;D\x92Angelo;+39 333 000 0001;n@example.com;1",
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

for (const hand of HANDS) {
  test(`by ${hand.name}: an Italian export of Excel, then the rows that it left out`, async ({ page, sandbox }) => {
    test.setTimeout(180_000);
    const before = await sandbox.state();
    await page.addInitScript(() => localStorage.setItem("dialdesk.language", "it"));
    await page.goto("/import");
    await signIn(page, hand, "it");
    await expect(heading(page)).toHaveText("Importa contatti");
    await hand.file(page, EXPORT);
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
    expect(await promised(page, deed, 9)).toBe(3);
    await hand.press(deed);
    await expect(outcome(page)).toContainText("3 contatti importati");
    expect(await receipt(page)).toMatchObject({ "Attesi in più": "3", Differenza: "nessuna" });
    const first = [
      { firstName: "Niccolò", lastName: "D’Angelo", phone: "+393330000001", email: "n@example.com", priority: 1 },
      { firstName: "Zoë", lastName: "Rossi", phone: "+390600000002", email: "z@example.com", priority: 2 },
      { firstName: "José", lastName: "Bianchi", phone: "+393330000003", priority: 3 },
    ];
    await expectStored(sandbox, before, 32, first);

    // What was left out, mended by hand as a person would in a spreadsheet, goes up after it.
    const rest = await saved(page, hand, outcome(page).getByRole("button", { name: "Scarica le 6 righe" }));
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
    await hand.press(outcome(page).getByRole("button", { name: "Importa un altro file" }));
    await expect(page.locator("#file-drop")).toBeFocused();
    await hand.file(page, { ...rest, buffer: Buffer.from(mended, "utf8") });
    await expect(page.getByText("UTF-8 con byte order mark").first()).toBeVisible();
    await expect(page.getByLabel("Colonna per Telefono").locator("option:checked")).toHaveText(/telefono/);
    // Marco's number and Eva's are still Niccolò's, whom the list has.
    await expect(deed).toHaveText("Importa 4 contatti in TestList");
    expect(await promised(page, deed, 6)).toBe(4);
    await hand.press(deed);
    await expect(outcome(page)).toContainText("4 contatti importati", { timeout: 30_000 });
    expect(await receipt(page)).toMatchObject({ "Attesi in più": "4", Differenza: "nessuna" });
    await expectStored(sandbox, before, 32, [
      ...first,
      { firstName: "Renée", lastName: "Müller", phone: "+393330000004", priority: 1 },
      { firstName: "Sara", lastName: "Senza Nome", phone: "+393330000006", priority: 1 },
      { firstName: "Anna", lastName: "Verdi", phone: "+393330000009", priority: 1 },
      { firstName: "Ugo", lastName: "Riva", phone: "+393330000007", priority: 1 },
    ]);
  });
}
