// The dialling window: its text, its days and times, the week that it opens, and when.

import type { Page } from "@playwright/test";

import { axe, expect, heading, test } from "../fixtures/app";
import { open } from "../fixtures/admin";
import { field, review } from "../fixtures/campaign";
import { expectCreated, goBy, named, openPaused, saidAt, sent, stored } from "../fixtures/campaign-form";
import { pressAt, signInByKeys, tabTo, typeInto } from "../fixtures/keyboard";

const INTERVAL = "dialGlobalInterval";

/** The section of the form. */
function section(page: Page, name = "Dialling window") {
  return page.getByRole("region", { name });
}

/** The cells of a day of the week. */
function day(page: Page, name: string, table = "When it is open, by weekday") {
  return page.getByRole("table", { name: table }).getByRole("row", { name: new RegExp(`^${name}`) }).getByRole("cell");
}

/** Holds the clock of the page at a moment. */
async function at(page: Page, moment: string): Promise<void> {
  await page.clock.setFixedTime(new Date(moment));
}

test("a broken window is fixed with one click and saved as it is shown", async ({ page, sandbox }) => {
  await openPaused(page);
  await field(page, INTERVAL).fill("lun-ven 9-20");
  await field(page, INTERVAL).blur();
  await expect(section(page).getByText("This text has no days and times that could be shown here")).toBeVisible();
  // What it will be is drawn before it is taken.
  await expect(page.getByRole("heading", { name: "The week, once it is “09:00-20:00,mon-fri,*,*”" })).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Use 09:00-20:00,mon-fri,*,*" }).click();
  await expect(field(page, INTERVAL)).toHaveValue("09:00-20:00,mon-fri,*,*");
  await expect(page.getByLabel("From, time 1")).toHaveValue("09:00");
  await review(page);
  await page.getByRole("button", { name: "Save 1 change to “Spring renewals”" }).click();
  await expect(page.getByText("everything is as it was sent")).toBeVisible();
  expect(await sent(sandbox, "PUT")).toEqual([
    `/api/voice/queues/59 {"dialGlobalInterval":"09:00-20:00,mon-fri,*,*"}`,
  ]);
  expect(await stored(sandbox, 59)).toMatchObject({ dialGlobalInterval: "09:00-20:00,mon-fri,*,*" });
});

test("days and times follow the text, and the text follows them", async ({ page }) => {
  await open(page, "/campaigns/new", "New campaign");
  const text = field(page, INTERVAL);
  await text.fill("8:30-12:00&14:00-18:00,2-6,*,*");
  await expect(page.getByLabel("From, time 1")).toHaveValue("08:30");
  await expect(page.getByLabel("To, time 2")).toHaveValue("18:00");
  await expect(page.getByLabel("Mon", { exact: true })).toBeChecked();
  await expect(page.getByLabel("Sat", { exact: true })).not.toBeChecked();
  // Numbers count from Sunday, and that is said.
  await expect(saidAt(page, INTERVAL).first()).toContainText("“2-6” means mon-fri");

  await page.getByLabel("Sat", { exact: true }).check();
  await expect(text).toHaveValue("08:30-12:00&14:00-18:00,mon-sat,*,*");
  await page.getByLabel("To, time 1").fill("12:30");
  await expect(text).toHaveValue("08:30-12:30&14:00-18:00,mon-sat,*,*");
  await page.getByRole("button", { name: "Remove time 2" }).click();
  await expect(text).toHaveValue("08:30-12:30,mon-sat,*,*");
  await expect(page.getByRole("button", { name: "Add a time" })).toBeFocused();
  await page.getByText("Months: all").click();
  await page.getByLabel("Aug", { exact: true }).uncheck();
  await expect(text).toHaveValue("08:30-12:30,mon-sat,*,jan-jul&sep-dec");
  await page.getByText("Days of the month: all").click();
  await page.getByLabel("31", { exact: true }).uncheck();
  await expect(text).toHaveValue("08:30-12:30,mon-sat,1-30,jan-jul&sep-dec");
  await expect(section(page)).toContainText(
    "Monday to Saturday, 08:30 to 12:30:59; only on days 1 to 30 of the month; only in January to July and September to December.",
  );
  await page.getByRole("button", { name: "Any time" }).click();
  await expect(text).toHaveValue("*,mon-sat,1-30,jan-jul&sep-dec");
  await page.getByRole("group", { name: "Months" }).getByRole("button", { name: "Take all" }).click();
  await expect(text).toHaveValue("*,mon-sat,1-30,*");
  await axe(page);
});

test("the last day cannot be taken away, and a window without a date keeps its boxes", async ({ page }) => {
  await open(page, "/campaigns/new", "New campaign");
  await field(page, INTERVAL).fill("*,sat,30&31,jan&feb");
  await page.getByLabel("Sat", { exact: true }).click();
  await expect(page.getByLabel("Sat", { exact: true })).toBeChecked();
  await expect(section(page)).toContainText("At least one has to stay. Choose another one first.");
  await page.getByText("Months: Jan, Feb").click();
  await page.getByLabel("Jan", { exact: true }).uncheck();
  await expect(field(page, INTERVAL)).toHaveValue("*,sat,30&31,feb");
  await expect(field(page, INTERVAL)).toHaveAttribute("aria-invalid", "true");
  await expect(saidAt(page, INTERVAL).first()).toContainText("No chosen month has any of the chosen days");
  await page.getByLabel("Mar", { exact: true }).check();
  await expect(field(page, INTERVAL)).toHaveValue("*,sat,30&31,feb&mar");
  await expect(field(page, INTERVAL)).not.toHaveAttribute("aria-invalid");
});

test("a usual window takes the place of the text, and there is a way back", async ({ page }) => {
  await open(page, "/campaigns/new", "New campaign");
  await field(page, INTERVAL).fill("not yet a window");
  await page.getByRole("button", { name: "Mon–Fri, 9 to 13 and 14 to 20" }).click();
  await expect(field(page, INTERVAL)).toHaveValue("09:00-13:00&14:00-20:00,mon-fri,*,*");
  // Twice 4 h and 6 h with their closing minutes, five times.
  await expect(section(page)).toContainText("3,010 minutes a week (50 h 10 min).");
  await page.getByRole("button", { name: "Back to the window before" }).click();
  await expect(field(page, INTERVAL)).toHaveValue("not yet a window");
  await expect(field(page, INTERVAL)).toBeFocused();
});

test("the week is a table with the closing minute, and past midnight it is the same day", async ({ page }) => {
  await open(page, "/campaigns/new", "New campaign");
  await field(page, INTERVAL).fill("22:00-02:00,fri,*,*");
  await expect(day(page, "Friday")).toHaveText(["00:00–02:00:59, 22:00–23:59:59", "4 h 1 min"]);
  await expect(day(page, "Saturday")).toHaveText(["closed", "–"]);
  await expect(section(page)).toContainText("241 minutes a week");
  await field(page, INTERVAL).fill("*,mon,1-7,*");
  await expect(section(page)).toContainText("At most 1,440 minutes a week (24 h)");
});

test("open now and opens next are said in the campaign’s zone and in one’s own", async ({ page }) => {
  // A Tuesday; noon in London, 13:00 in Rome.
  await at(page, "2026-11-24T12:00:00Z");
  await open(page, "/campaigns/new", "New campaign");
  await field(page, INTERVAL).fill("09:00-12:30,mon-fri,*,*");
  await expect(section(page)).toContainText("the server’s own is not known here");
  await field(page, "dialTimezone").fill("Europe/Rome");
  await expect(section(page)).toContainText("Closed now opens Wed 25 Nov 09:00 Europe/Rome; Wed 25 Nov 08:00 for you, in UTC");
  await expect(section(page).getByText("the server’s own is not known here")).toBeHidden();
  await field(page, "dialTimezone").fill("America/New_York");
  await expect(section(page)).toContainText("Closed now opens today 09:00 America/New_York; today 14:00 for you, in UTC");
  await field(page, INTERVAL).fill("07:00-09:00,mon-fri,*,*");
  await expect(section(page)).toContainText("Open now until today 09:00:59 America/New_York; today 14:00:59 for you, in UTC");
  await field(page, "dialTimezone").fill("Europe/Nowhere");
  await expect(section(page)).toContainText("This browser does not know the time zone “Europe/Nowhere”");
  await field(page, "dialTimezone").fill("");
  await field(page, INTERVAL).fill("*");
  await expect(section(page)).toContainText("Open always");
});

/**
 * The days on which the clocks change, with the Saturday before. In Europe these are the last Sundays of March and October, and
 * all clocks change at 01:00 UTC; in New York the second Sunday of March and the first of November, at 02:00 by the clocks
 * that were valid until then.
 *
 * By hand. In spring the clocks skip from 02:00 to 03:00: of 00:00 to 05:59 these are 6 h without the one that no clock shows,
 * 5 h, and 02:00 to 02:59 opens next on Monday. In autumn the hour before the change comes twice: 6 h and once more 1 h are 7 h,
 * the hour alone is 2 h, and a window that closes with it closes after its second time.
 *
 * It is looked at on Saturday at 23:30, which is by UTC one hour earlier in Rome in winter (two in summer), and five hours
 * later in New York in winter (four in summer); what it opens or closes at, on the other side of the change, differs by
 * the other number.
 */
const CHANGES = [
  { zone: "Europe/Rome", now: "2026-03-28T22:30Z", day: "Sun 29 Mar", before: "Sat 28 Mar", next: "Mon 30 Mar", utc: "Mon 30 Mar 00:00" },
  { zone: "Europe/Rome", now: "2026-10-24T21:30Z", day: "Sun 25 Oct", before: "Sat 24 Oct", twice: 2, utc: "Sun 25 Oct 01:59:59" },
  { zone: "Europe/Rome", now: "2027-03-27T22:30Z", day: "Sun 28 Mar", before: "Sat 27 Mar", next: "Mon 29 Mar", utc: "Mon 29 Mar 00:00" },
  { zone: "Europe/Rome", now: "2027-10-30T21:30Z", day: "Sun 31 Oct", before: "Sat 30 Oct", twice: 2, utc: "Sun 31 Oct 01:59:59" },
  { zone: "America/New_York", now: "2026-03-08T04:30Z", day: "Sun 8 Mar", before: "Sat 7 Mar", next: "Mon 9 Mar", utc: "Mon 9 Mar 06:00" },
  { zone: "America/New_York", now: "2026-11-01T03:30Z", day: "Sun 1 Nov", before: "Sat 31 Oct", twice: 1, utc: "today 06:59:59" },
  { zone: "America/New_York", now: "2027-03-14T04:30Z", day: "Sun 14 Mar", before: "Sat 13 Mar", next: "Mon 15 Mar", utc: "Mon 15 Mar 06:00" },
  { zone: "America/New_York", now: "2027-11-07T03:30Z", day: "Sun 7 Nov", before: "Sat 6 Nov", twice: 1, utc: "today 06:59:59" },
];

for (const { zone, now, day: sunday, before, next, twice = 2, utc } of CHANGES) {
  test(`the clocks of ${zone} change on ${sunday} of ${now.slice(0, 4)}`, async ({ page }) => {
    const hour = `0${twice}`;
    const [from, to] = next ? ["02:00", "03:00"] : [`0${twice + 1}:00`, `${hour}:00`];
    const ahead = (name: string) => day(page, name, "When it is open, day by day");
    await at(page, now);
    await open(page, "/campaigns/new", "New campaign");
    await field(page, INTERVAL).fill("00:00-05:59,*,*,*");
    await field(page, "dialTimezone").fill(zone);
    await expect(section(page)).toContainText(`${sunday}: the clocks change from ${from} to ${to}.`);
    await page.getByText("The next 14 days").click();
    await expect(page.getByRole("table", { name: "day by day" }).getByRole("row")).toHaveCount(15);
    await expect(ahead(before)).toHaveText(["00:00–05:59:59", "6 h"]);
    await expect(ahead(sunday)).toHaveText(["00:00–05:59:59", next ? "5 h" : "7 h"]);
    await axe(page);

    // Nothing but the hour that is missing, or comes twice.
    await field(page, INTERVAL).fill(`${hour}:00-${hour}:59,*,*,*`);
    await expect(ahead(before)).toHaveText([`${hour}:00–${hour}:59:59`, "1 h"]);
    await expect(ahead(sunday)).toHaveText(next ? ["closed", "0 min"] : [`${hour}:00–${hour}:59:59`, "2 h"]);
    if (next) {
      await expect(section(page)).toContainText(`Closed now opens ${next} 02:00 ${zone}; ${utc} for you, in UTC`);
    } else {
      await field(page, INTERVAL).fill(`22:00-${hour}:59,*,*,*`);
      await expect(section(page)).toContainText(`Open now until ${sunday} ${hour}:59:59 ${zone}; ${utc} for you, in UTC`);
    }
  });
}

test("an interval of the server narrows the week, and nothing left is said aloud", async ({ page }) => {
  await openPaused(page);
  await field(page, INTERVAL).fill("08:00-20:00,mon-sat,*,*");
  await expect(section(page)).toContainText("The interval of the server: Monday to Friday, 09:00 to 17:59:59.");
  await expect(section(page)).toContainText("Open together, hatched below: Monday to Friday, 09:00 to 17:59:59. 2,700 minutes a week");
  await expect(day(page, "Saturday")).toHaveText(["closed", "–"]);
  await field(page, INTERVAL).fill("18:00-20:00,mon-sat,*,*");
  await expect(page.getByRole("alert")).toContainText("Nothing is left: no call would ever be made");
  await axe(page);
  await field(page, "IntervalId").selectOption({ label: "None" });
  await expect(page.getByRole("alert")).toBeHidden();
  await expect(day(page, "Saturday")).toHaveText(["18:00–20:00:59", "2 h 1 min"]);
  await field(page, "IntervalId").selectOption("13");
  await field(page, INTERVAL).fill("*");
  await expect(section(page)).toContainText("only on days 25 to 31 of the month; only in December");
});

test("of an interval with parts one that is open is enough", async ({ page }) => {
  await page.route("**/api/intervals/11/sub_intervals*", (route) =>
    route.fulfill({
      json: { count: 2, rows: [{ id: 1, interval: "09:00-11:59,mon,*,*" }, { id: 2, interval: "12:00-12:59,mon-tue,*,*" }] },
    }),
  );
  await openPaused(page);
  await expect(day(page, "Monday")).toHaveText(["09:00–12:59:59", "4 h"]);
  await expect(day(page, "Tuesday")).toHaveText(["12:00–12:59:59", "1 h"]);
});

test("where the interval of the server cannot be read, that is said and the form goes on", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 403/);
  await sandbox.faults([{ method: "GET", path: "/api/intervals/**", kind: "403" }]);
  await openPaused(page);
  await expect(section(page)).toContainText("The server does not show what its interval opens.");
  await expect(day(page, "Sunday")).toHaveText(["07:00–22:00:59", "15 h 1 min"]);
});

test("a zone in the text is moved to its field", async ({ page }) => {
  await open(page, "/campaigns/new", "New campaign");
  await field(page, INTERVAL).fill("09:00-20:00,mon-fri,*,*,Europe/Rome");
  await page.getByRole("button", { name: "Move “Europe/Rome” to the field “Time zone”" }).click();
  await expect(field(page, INTERVAL)).toHaveValue("09:00-20:00,mon-fri,*,*");
  await expect(field(page, "dialTimezone")).toHaveValue("Europe/Rome");
  await expect(field(page, "dialTimezone")).toBeFocused();
});

test("any text is kept, ten thousand characters too", async ({ page }) => {
  await open(page, "/campaigns/new", "New campaign");
  for (const text of ["09:00-20:00&".repeat(833), "\u{1F4DE}".repeat(5000), "&&&&,,,,", "a".repeat(10_000)]) {
    await field(page, INTERVAL).fill(text);
    await field(page, INTERVAL).blur();
    await expect(field(page, INTERVAL)).toHaveValue(text);
    await expect(field(page, INTERVAL)).toHaveAttribute("aria-invalid", "true");
  }
});

test("a window is set by keyboard alone and created", async ({ page, sandbox }) => {
  test.setTimeout(90_000);
  await page.goto("/");
  await signInByKeys(page);
  await expect(heading(page)).toHaveText("Campaigns");
  await pressAt(page, "New campaign");
  await expect(heading(page)).toHaveText("New campaign");
  await typeInto(page, "Name", "Autunno");
  await tabTo(page, "Trunk");
  await page.keyboard.type("12");
  await pressAt(page, "Mon–Fri, 9 to 20");
  await pressAt(page, "Add a time");
  await tabTo(page, "Mon");
  await page.keyboard.press("Space");
  await expect(field(page, INTERVAL)).toHaveValue("09:00-20:00&21:00-21:59,tue-fri,*,*");
  await pressAt(page, "Review before sending");
  await expect(page.getByRole("heading", { name: "Review", exact: true })).toBeFocused();
  await pressAt(page, "Create campaign “Autunno”, paused");
  await expectCreated(page, "Autunno");
  const body = { name: "Autunno", TrunkId: 12, dialActive: false, dialGlobalInterval: "09:00-20:00&21:00-21:59,tue-fri,*,*" };
  expect(await named(sandbox, "Autunno")).toMatchObject([body]);
});

test("where a browser puts colours of its own, the hatch stays visible", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await openPaused(page);
  await field(page, INTERVAL).fill("08:00-20:00,mon-sat,*,*");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const painted = await section(page).locator(".week").first().evaluate((week) => {
      const probe = week.appendChild(document.createElement("span"));
      const system = (name: string) => {
        probe.style.color = name;
        return getComputedStyle(probe).color;
      };
      const of = (selector: string) => {
        const part = week.querySelector(selector);
        if (!part) throw new Error(`There is no ${selector}`);
        return getComputedStyle(part);
      };
      const [canvas, text] = [system("Canvas"), system("CanvasText")];
      probe.remove();
      const path = of("#window-hatch path");
      return { canvas, text, hatch: of("rect.hatch").fill, open: of("rect.open").fill, line: path.stroke, opacity: path.opacity };
    });
    // Lines of the background’s colour over what is open.
    expect(painted).toMatchObject({ hatch: 'url("#window-hatch")', open: painted.text, line: painted.canvas, opacity: "1" });
    expect(painted.line).not.toBe(painted.open);
  }
});

test("in Italian the window is said in Italian", async ({ page }) => {
  await at(page, "2026-11-24T12:00:00Z");
  await open(page, "/connect", "Connection");
  await page.getByLabel("Language").selectOption("it");
  await goBy(page, "Campagne", "Menu principale");
  await page.getByRole("link", { name: "Nuova campagna" }).click();
  await field(page, INTERVAL).fill("lun-ven 9-20");
  const window = section(page, "Finestra di chiamata");
  await expect(window).toContainText("Da lunedì a venerdì, dalle 09:00 alle 20:00:59. 3.305 minuti a settimana (55 h 5 min).");
  await field(page, "dialTimezone").fill("Europe/Rome");
  await expect(window).toContainText("Aperta ora fino a oggi 20:00:59 Europe/Rome; oggi 19:00:59 per te, in UTC");
  await expect(day(page, "mercoledì", "Quando è aperta, per giorno della settimana")).toHaveText([
    "09:00–20:00:59",
    "11 h 1 min",
  ]);
  await axe(page);
});
