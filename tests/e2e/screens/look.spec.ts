// Every screen: axe finds nothing in light and dark, nothing is wider than a small phone, and pictures for people.

import type { Page } from "@playwright/test";

import { expect, test } from "../fixtures/app";
import { choose, csv, open } from "../fixtures/admin";
import { pictured } from "../fixtures/look";

const ROWS = Array.from({ length: 30 }, (_, at) => `Zoë ${at},"Rossi, Jr.",+39 000 ${at % 25},${at}@example.com,x`);
const FILE = csv("autunno-24.csv", ["Nome,Cognome, telefono,e-mail,note interne", ...ROWS, ",x,1,,"].join("\r\n"));

/** Something odd of most kinds, in windows-1252 with semicolons. */
const ODD = csv(
  "esportazione autunno 2026.csv",
  Buffer.from(
    "Nome;Cognome; telefono;Priorità\r\nNiccolò;D'Angelo;+39 333 000 0001;1\r\n;Senza Nome;+39 333 000 0002;1\r\n" +
      "Zoë;Rossi;393330000003;1\r\nJosé;Bianchi;393330000004;urgente\r\nAnna;Müller;333 000 0001;2\r\n" +
      "Renée;Verdi;chiedere alle cinque;1\r\nMarco;Neri;3,9E+11;1\r\nEva;Gallo;;1\r\nUgo;Riva;+39 333 000 0001;1\r\n" +
      "Ada;Costa;333 000 0005 / 333 000 0006;1\r\nIda;Conti\r\n",
    "latin1",
  ),
);

const SCREENS: [string, (page: Page) => Promise<void>][] = [
  ["sign-in", async (page) => void (await page.goto("/"))],
  ["lists", (page) => open(page, "/lists", "Lists")],
  [
    "new-list",
    async (page) => {
      await open(page, "/lists/new", "Lists");
      await expect(page.getByRole("dialog", { name: "New list" })).toBeVisible();
    },
  ],
  ["list", (page) => open(page, "/lists/12", "Spring renewals")],
  [
    "list-empty",
    async (page) => {
      await open(page, "/lists/32", "TestList");
      await expect(page.getByRole("heading", { name: "No contacts yet" })).toBeVisible();
    },
  ],
  ["list-fields", (page) => open(page, "/lists/33/fields", "Trade fair leads")],
  ["list-agents", (page) => open(page, "/lists/27/agents", "Clienti energia")],
  [
    "list-deleting",
    async (page) => {
      await open(page, "/lists/41", "Non chiamare");
      await page.getByRole("table").getByRole("button").filter({ hasText: "Delete" }).first().click();
      await expect(page.getByText(/will be deleted in 8 seconds/)).toBeVisible();
    },
  ],
  [
    "list-delete",
    async (page) => {
      await open(page, "/lists/12", "Spring renewals");
      await expect(page.getByText("40 contacts")).toBeVisible();
      await page.getByRole("button", { name: "Delete list…" }).click();
    },
  ],
  [
    "contact-errors",
    async (page) => {
      await open(page, "/lists/33/contacts/new", "Trade fair leads");
      await page.getByLabel("Employees").fill("many");
      await page.getByRole("button", { name: "More fields" }).click();
      await page.getByLabel("Priority").fill("0");
      await page.getByRole("button", { name: "Add contact" }).click();
      await expect(page.getByRole("alert")).toBeFocused();
    },
  ],
  [
    "contact-edit",
    async (page) => {
      await open(page, "/lists/12", "Spring renewals");
      await page.getByRole("table").getByRole("link").first().click();
      await expect(page.locator("dialdesk-app [id='contact-firstName']")).not.toHaveValue("");
    },
  ],
  [
    "contacts-grid",
    async (page) => {
      await open(page, "/lists/33/contacts/several", "Trade fair leads");
      await page.getByLabel("First name, row 1").fill("Ida");
      await page.getByLabel("Phone, row 1").fill("ask at five");
      await page.getByLabel("Last name, row 2").fill("x".repeat(300));
      await page.getByRole("button", { name: "Columns" }).click();
      await page.getByRole("button", { name: "Add 2 contacts" }).click();
      await expect(page.getByRole("alert")).toBeFocused();
    },
  ],
  ["connection", (page) => open(page, "/connect", "Connection")],
  ["import-file", (page) => open(page, "/import", "Import contacts")],
  [
    "import-review",
    async (page) => {
      await open(page, "/import", "Import contacts");
      await choose(page, FILE);
      await page.getByLabel("Into list").selectOption({ label: "32 · TestList" });
      await page.locator("summary").filter({ hasText: "The two requests" }).click();
      await expect(page.getByText("5 rows repeat an earlier one")).toBeVisible();
    },
  ],
  [
    "import-problems",
    async (page) => {
      await open(page, "/import/into/32", "Import contacts");
      await choose(page, ODD);
      await page.getByLabel("Numbers without a country code are from").selectOption({ label: "Italy (+39)" });
      await page.getByLabel("Numbers are sent").selectOption({ label: "with plus and country code (+39…)" });
      await page.getByLabel(/^What becomes of the rows that have something else/).selectOption({ label: "Leave out" });
      await page.getByRole("button", { name: "Show rows: have an international number" }).click();
      await expect(page.getByRole("region", { name: /^Rows that have an international/ })).toBeVisible();
    },
  ],
  [
    "import-refused",
    async (page) => {
      await open(page, "/import", "Import contacts");
      await choose(page, csv("one.csv", "Ann,Bianchi\n"));
      await expect(page.getByText("If it should be read in another way:")).toBeVisible();
    },
  ],
  ["campaigns", (page) => open(page, "/campaigns", "Campaigns")],
  ["campaign", (page) => open(page, "/campaigns/59", "Spring renewals")],
  [
    "campaign-errors",
    async (page) => {
      await open(page, "/campaigns/new", "New campaign");
      await page.getByLabel("Agent timeout").fill("three");
      await page.getByLabel("Dial interval").fill("7-22, lun");
      await page.getByRole("button", { name: "Review before sending" }).click();
      await expect(page.getByRole("alert")).toBeFocused();
    },
  ],
  [
    "campaign-paste",
    async (page) => {
      await open(page, "/campaigns/new", "New campaign");
      await page.getByRole("button", { name: "Paste JSON…" }).click();
      await page.getByLabel("JSON body of a campaign").fill("{ nonsense");
      await page.getByRole("button", { name: "Fill the form" }).click();
      await expect(page.getByText("This stops being JSON")).toBeVisible();
    },
  ],
  [
    "campaign-review",
    async (page) => {
      await open(page, "/campaigns/59", "Spring renewals");
      await page.getByLabel("Active").check();
      await page.getByLabel("Agent timeout").fill("20");
      await page.getByRole("button", { name: "Review before sending" }).click();
      await page.locator("summary").first().click();
      await page.locator("summary").filter({ hasText: "The request" }).click();
      await page.getByRole("button", { name: /start calling/ }).click();
      await expect(page.getByText("Check it first")).toBeVisible();
    },
  ],
  ["campaign-lists", (page) => open(page, "/campaigns/52/lists", "Clienti energia sera")],
  ["campaign-agents", (page) => open(page, "/campaigns/52/agents", "Clienti energia sera")],
  [
    "import-done",
    async (page) => {
      await open(page, "/import", "Import contacts");
      await choose(page, FILE);
      await page.getByLabel("Into list").selectOption({ label: "32 · TestList" });
      await page.getByRole("button", { name: "Import 25 contacts into TestList" }).click();
      await expect(page.getByText("25 contacts were imported")).toBeVisible();
    },
  ],
];

for (const [name, visit] of SCREENS) {
  test(`${name} is accessible and fits`, async ({ page }, info) => {
    await visit(page);
    await pictured(page, info, name);
  });
}
