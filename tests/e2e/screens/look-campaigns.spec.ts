// The dialling window and the bench of a campaign in every state that a person can come to: axe finds nothing, it fits on a
// small phone, and pictures for people.

import type { Page } from "@playwright/test";

import { expect, test } from "../fixtures/app";
import { open, openIn } from "../fixtures/admin";
import { drop, verdicts } from "../fixtures/bench";
import { field } from "../fixtures/campaign";
import { openPaused } from "../fixtures/campaign-form";
import { pictured } from "../fixtures/look";
import type { Sandbox } from "../fixtures/sandbox";
import { wav } from "../fixtures/wav";

interface Given {
  page: Page;
  sandbox: Sandbox;
  expectConsole: (pattern: RegExp) => void;
}

const INTERVAL = "dialGlobalInterval";
const WINDOW = "Dialling window";
const MACHINES = "Answering machines";

/** Types a window, and leaves its field. */
async function type(page: Page, text: string): Promise<void> {
  await field(page, INTERVAL).fill(text);
  await field(page, INTERVAL).blur();
}

/** Each state with the part of the form that it is about. */
const STATES: [string, string, (given: Given) => Promise<void>][] = [
  [
    "window-problems",
    WINDOW,
    async ({ page }) => {
      await open(page, "/campaigns/new", "New campaign");
      await type(page, "lun–ven; 7am-12:30pm & 14:00:00-24:00");
      await expect(page.getByRole("button", { name: "Use 07:00-12:30&14:00-23:59,mon-fri,*,*" })).toBeVisible();
    },
  ],
  [
    "window-problems-without-repair",
    WINDOW,
    async ({ page }) => {
      await open(page, "/campaigns/new", "New campaign");
      await type(page, "09:00-25:00&18,do&0,32,xyz,Europe/Rome,more");
      await expect(field(page, INTERVAL)).toHaveAttribute("aria-invalid", "true");
    },
  ],
  [
    "window-surprises",
    WINDOW,
    async ({ page }) => {
      await openPaused(page);
      await type(page, "22:00-02:00&12:00,6-2,28-3,nov-feb,Europe/Rome");
      await page.getByText(/^Months: /).click();
      await page.getByText(/^Days of the month: /).click();
      await expect(page.getByLabel("Nov", { exact: true })).toBeChecked();
    },
  ],
  [
    "window-nothing-left",
    WINDOW,
    async ({ page }) => {
      await openPaused(page);
      await type(page, "18:00-20:00,mon-sat,*,*");
      await expect(page.getByRole("alert")).toContainText("Nothing is left");
    },
  ],
  [
    "window-clocks-change",
    WINDOW,
    async ({ page }) => {
      await page.clock.setFixedTime(new Date("2027-03-20T12:00Z"));
      await open(page, "/campaigns/new", "New campaign");
      await type(page, "22:00-05:59,fri-sun,*,*");
      await field(page, "dialTimezone").fill("Europe/Rome");
      await page.getByText("The next 14 days").click();
      await expect(page.getByText("Sun 28 Mar: the clocks change from 02:00 to 03:00.")).toBeVisible();
    },
  ],
  [
    "window-zone-unknown",
    WINDOW,
    async ({ page }) => {
      await openPaused(page);
      await field(page, "dialTimezone").fill("Europe/Nowhere");
      await expect(page.getByText("This browser does not know the time zone")).toBeVisible();
    },
  ],
  [
    "window-server-hidden",
    WINDOW,
    async ({ page, sandbox, expectConsole }) => {
      expectConsole(/status of 403/);
      await sandbox.faults([{ method: "GET", path: "/api/intervals/**", kind: "403" }]);
      await openPaused(page);
      await expect(page.getByText("The server does not show what its interval opens.")).toBeVisible();
    },
  ],
  [
    "window-problems-it",
    "Finestra di chiamata",
    async ({ page }) => {
      await openIn(page, "it", "/campaigns/59");
      await expect(field(page, "name")).toHaveValue("Spring renewals");
      await type(page, "Mo–Fr 9 Uhr bis 20:00:30 Uhr");
      await expect(page.getByRole("button", { name: "Usa 09:00-20:00,mon-fri,*,*" })).toBeVisible();
    },
  ],
  [
    "bench-voices",
    MACHINES,
    async ({ page }) => {
      await open(page, "/campaigns/52", "Clienti energia sera");
      await expect(verdicts(page, "Music")).toHaveCount(2);
    },
  ],
  [
    "bench-before-and-after",
    MACHINES,
    async ({ page }) => {
      await openPaused(page);
      await field(page, "dialAMDActive").check();
      await page.getByRole("button", { name: "Protect people" }).click();
      await expect(verdicts(page, "Hello with name and company").last()).toContainText("HUMAN");
    },
  ],
  [
    "bench-off",
    MACHINES,
    async ({ page }) => {
      await openPaused(page);
      await field(page, "dialAMDGreeting").fill("1900");
      await field(page, "dialAMDMaximumNumberOfWords").fill("x");
      await field(page, "dialAMDMaximumNumberOfWords").blur();
      await expect(page.getByText("Detection is off: these numbers do nothing until it is switched on.")).toBeVisible();
    },
  ],
  [
    "bench-thousand-pieces",
    MACHINES,
    async ({ page }) => {
      await openPaused(page);
      await page.getByRole("button", { name: "Own pattern" }).click();
      await page.getByLabel("Own pattern in milliseconds").fill(Array(500).fill("60 40").join(" "));
      await expect(page.getByText("960 more pieces are in the text above.")).toBeVisible();
    },
  ],
  [
    "bench-measured",
    MACHINES,
    async ({ page }) => {
      await openPaused(page);
      await drop(page, "call with a customer, recorded on 2026-11-24 at 09-30.wav", wav([{ silence: 400 }, { voice: 420 }, { silence: 2000 }], { silence: 90 }));
      await expect(verdicts(page, /^Recording/).last()).toContainText("HUMAN");
    },
  ],
  [
    "bench-refused",
    MACHINES,
    async ({ page }) => {
      await openPaused(page);
      await drop(page, "notes_of_a_call_that_nobody_has_recorded_but_written_down.mp3", Buffer.from("no audio at all"));
      await expect(page.getByRole("alert")).toContainText("was not measured");
    },
  ],
  [
    "bench-measured-it",
    "Segreterie",
    async ({ page }) => {
      await openIn(page, "it", "/campaigns/59");
      await expect(field(page, "dialAMDGreeting")).toHaveValue("1500");
      await field(page, "dialAMDGreeting").fill("1900");
      await drop(page, "prova.wav", wav([{ voice: 2600 }, { silence: 60_000 }], { silence: 90 }));
      await expect(page.getByText("Sono misurati solo i primi 60 s")).toBeVisible();
    },
  ],
];

for (const [name, part, visit] of STATES) {
  test(`${name} is accessible and fits`, async ({ page, sandbox, expectConsole }, info) => {
    test.setTimeout(90_000);
    await visit({ page, sandbox, expectConsole });
    await pictured(page, info, `campaign-${name}`, page.getByRole("region", { name: part }));
    // At 320 px, as it is now, no table is wider than its place, and none needs to be moved sideways.
    const wide = await page.locator("dialdesk-app").getByRole("region", { name: part }).getByRole("table").evaluateAll((tables) =>
      tables
        .filter((table) => table.parentElement && table.scrollWidth > table.parentElement.clientWidth)
        .map((table) => table.querySelector("caption")?.textContent),
    );
    expect(wide).toEqual([]);
  });
}
