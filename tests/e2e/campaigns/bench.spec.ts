// The bench for answering machine detection: voices and own patterns, and what is decided about them.

import type { Page } from "@playwright/test";

import { axe, expect, heading, test } from "../fixtures/app";
import { open, openIn } from "../fixtures/admin";
import { verdicts } from "../fixtures/bench";
import { field, review } from "../fixtures/campaign";
import { goBy, openPaused, sent } from "../fixtures/campaign-form";
import { pressAt, signInByKeys, tabTo, typeInto } from "../fixtures/keyboard";

test("a voice is tuned until it is a person’s, and what was saved stands beside it", async ({ page, sandbox }) => {
  await openPaused(page);
  // With the documented values: 520 + 480 + 500 of voice, around three silences.
  await expect(verdicts(page, "Hello with name and company")).toHaveText([
    "MACHINE Greeting, after 2,200 ms wrong",
    "MACHINE Greeting, after 2,200 ms wrong",
  ]);
  await expect(page.getByText("Detection is off: these numbers do nothing until it is switched on.")).toBeVisible();
  await field(page, "dialAMDGreeting").fill("1900");
  await expect(verdicts(page, "Hello with name and company")).toHaveText([
    "MACHINE Greeting, after 2,200 ms wrong",
    "HUMAN Silence after greeting, after 3,080 ms",
  ]);
  await expect(page.getByText("Detection is not switched on, so that its changed settings presumably do nothing.").first()).toBeVisible();
  await field(page, "dialAMDActive").check();
  await expect(page.getByText("Detection is off:")).toBeHidden();
  const timeline = page.getByRole("table", { name: "Hello with name and company, with your changes" });
  await expect(timeline.getByRole("row", { name: /^Greeting/ }).getByRole("cell").last()).toHaveText("1,580 of 1,900 ms");
  await expect(timeline.getByRole("row", { name: /^Silence after greeting/ }).getByRole("cell").last()).toHaveText("800 of 800 ms decides");
  await axe(page);
  await review(page);
  await page.getByRole("button", { name: "Save 2 changes to “Spring renewals”" }).click();
  await expect(page.getByText("everything is as it was sent")).toBeVisible();
  expect(await sent(sandbox, "PUT")).toEqual([`/api/voice/queues/59 {"dialAMDGreeting":1900,"dialAMDActive":true}`]);
});

test("six voices are decided as computed by hand", async ({ page }) => {
  await open(page, "/campaigns/new", "New campaign");
  for (const [voice, verdict] of [
    ["Short hello", "HUMAN Silence after greeting, after 1,620 ms"],
    ["Hello with name and company", "MACHINE Greeting, after 2,200 ms wrong"],
    ["Silence", "MACHINE Initial silence, after 2,500 ms"],
    ["Voicemail, long greeting", "MACHINE Greeting, after 2,000 ms"],
    ["Voicemail with a pause", "HUMAN Silence after greeting, after 1,860 ms wrong"],
    ["Music", "MACHINE Greeting, after 1,500 ms"],
  ] as const) {
    await expect(verdicts(page, new RegExp(`^${voice}`)).last()).toHaveText(verdict);
  }
});

/** The nine values of the documented body, in its order. */
const DOCUMENTED = { InitialSilence: "2500", Greeting: "1500", AfterGreetingSilence: "800", TotalAnalysisTime: "5000", MinWordLength: "100", BetweenWordsSilence: "50", MaximumNumberOfWords: "3", SilenceThreshold: "256", MaximumWordLength: "5000" };

test("values for a purpose say what they cost, and there is a way back", async ({ page }) => {
  await openPaused(page);
  const documented = page.getByRole("button", { name: "As documented" });
  await field(page, "dialAMDGreeting").fill("1700");
  await expect(documented).toHaveAttribute("aria-pressed", "false");
  await page.getByRole("button", { name: "Protect people" }).click();
  await expect(field(page, "dialAMDGreeting")).toHaveValue("2500");
  await expect(page.getByRole("button", { name: "Protect people" })).toHaveAttribute("aria-pressed", "true");
  await expect(verdicts(page, "Hello with name and company").last()).toHaveText("HUMAN Silence after greeting, after 3,080 ms");
  await page.getByRole("button", { name: "Back to the values before" }).click();
  await expect(field(page, "dialAMDGreeting")).toHaveValue("1700");
  await page.getByRole("button", { name: "Catch voicemail" }).click();
  await expect(verdicts(page, "Voicemail with a pause").last()).toHaveText("MACHINE Greeting, after 2,500 ms");
  await axe(page);
  await documented.click();
  await expect(documented).toHaveAttribute("aria-pressed", "true");
  for (const [key, value] of Object.entries(DOCUMENTED)) await expect(field(page, `dialAMD${key}`)).toHaveValue(value);
  await expect(verdicts(page, "Hello with name and company").last()).toHaveText("MACHINE Greeting, after 2,200 ms wrong");
  await expect(verdicts(page, "Voicemail with a pause").last()).toHaveText("HUMAN Silence after greeting, after 1,860 ms wrong");
  await page.getByRole("button", { name: "Back to the values before" }).click();
  await expect(field(page, "dialAMDGreeting")).toHaveValue("1200");
});

for (const { language, group, costs } of [
  {
    language: "en",
    group: "Values for a purpose:",
    costs: {
      "As documented": "The values of the server’s documentation. Who says name and company is often taken for a machine.",
      "Protect people":
        "Greetings up to 2.5 s of voice and six words are people’s. The cost: more machines reach agents, and a long greeting is noticed a second later.",
      "Catch voicemail":
        "Pauses up to 1.2 s do not end a greeting, and 1.2 s of voice are a machine’s. The cost: everybody who answers waits 0.4 s longer, and more people with long hellos are taken for machines.",
    },
  },
  {
    language: "it",
    group: "Valori per uno scopo:",
    costs: {
      "Come documentato":
        "I valori della documentazione del server. Chi dice nome e azienda viene spesso preso per una segreteria.",
      "Proteggi le persone":
        "Saluti fino a 2,5 s di voce e sei parole sono di persone. Il prezzo: più segreterie arrivano agli agenti, e un saluto lungo viene notato un secondo più tardi.",
      "Scopri le segreterie":
        "Pause fino a 1,2 s non chiudono un saluto, e 1,2 s di voce sono di una segreteria. Il prezzo: chi risponde aspetta 0,4 s in più, e più persone dal saluto lungo vengono prese per segreterie.",
    },
  },
]) {
  test(`what the values for a purpose cost stands beside each (${language})`, async ({ page }) => {
    await openIn(page, language, "/campaigns/59");
    const purposes = page.getByRole("group", { name: group }).locator(".purpose");
    await expect(purposes).toHaveText(Object.entries(costs).map(([name, cost]) => `${name}${cost}`));
  });
}

test("the course shows all nine settings, each as far as the call lets it", async ({ page }) => {
  await open(page, "/campaigns/new", "New campaign");
  // Silence of 420 ms, words of 520 and 480 with 140 around them, and 500 of the last: 1,500 ms of voice at 2,200 ms. Each word
  // stands behind a silence of more than 50 ms, and so each of the three counts.
  const timeline = page.getByRole("table", { name: "Hello with name and company, with your changes" });
  const rows = async () =>
    Object.fromEntries(
      await Promise.all(
        (await timeline.locator("tbody").getByRole("row").all()).map(async (row) => [
          await row.getByRole("rowheader").innerText(),
          await row.getByRole("cell").last().innerText(),
        ]),
      ),
    ) as Record<string, string>;
  await expect.poll(rows).toEqual({
    Heard: "MACHINE after 2,200 ms",
    "Silence threshold": "for recordings only",
    "Initial silence": "420 of 2,500 ms",
    "Minimum word length": "100 of 100 ms",
    Greeting: "1,500 of 1,500 ms decides",
    "Maximum word length": "520 of 5,000 ms",
    "Silence between words": "50 of 50 ms",
    "Silence after greeting": "140 of 800 ms",
    "Total analysis time": "2,200 of 5,000 ms",
    "Maximum number of words": "3 of 3 words",
  });
});

test("a value that cannot be used stops the comparison and says which", async ({ page }) => {
  await openPaused(page);
  await field(page, "dialAMDGreeting").fill("x");
  await expect(page.getByText("“Greeting” holds no usable value")).toBeVisible();
  await expect(verdicts(page, "Music")).toHaveText(["MACHINE Greeting, after 1,500 ms", "–"]);
  await field(page, "dialAMDGreeting").fill("6000");
  await expect(page.getByText("A long greeting ends undecided").first()).toBeVisible();
});

test("an own pattern is typed, and changed piece by piece", async ({ page }) => {
  await openPaused(page);
  await page.getByRole("button", { name: "Own pattern" }).click();
  const text = page.getByLabel("Own pattern in milliseconds");
  await expect(verdicts(page, /^Own pattern/).last()).toHaveText("HUMAN Silence after greeting, after 1,620 ms");
  await text.fill("0 200 2000");
  await expect(verdicts(page, /^Own pattern/).last()).toHaveText("HUMAN Silence after greeting, after 1,000 ms");
  for (const [typed, said] of [
    ["400 x", "Number 2 is none."],
    ["400 30", "Number 2 is no multiple of 20"],
    ["60000 20", "Together they are longer than 60 s"],
  ] as const) {
    await text.fill(typed);
    await expect(text).toHaveAccessibleDescription(new RegExp(said));
    await expect(verdicts(page, /^Own pattern/).last()).toHaveText("–");
  }
  await text.fill("400 300 1000");
  await page.getByLabel("Voice 2, ms").fill("1990");
  await page.getByLabel("Voice 2, ms").blur();
  await expect(text).toHaveValue("400 2000 1000");
  await expect(verdicts(page, /^Own pattern/).last()).toHaveText("MACHINE Greeting, after 1,900 ms");
  await page.getByRole("button", { name: "Remove piece 2" }).click();
  await expect(text).toHaveValue("1400");
  await page.getByRole("button", { name: "Add a piece" }).click();
  await expect(text).toHaveValue("1400 300");
  await axe(page);
});

/** Draws from one place of the strip to another, as shares of its width. */
type Drawing = (page: Page, box: { x: number; y: number; width: number }, from: number, to: number) => Promise<void>;

const byMouse: Drawing = async (page, { x, y, width }, from, to) => {
  await page.mouse.move(x + width * from + 1, y + 10);
  await page.mouse.down();
  await page.mouse.move(x + width * to - 1, y + 10, { steps: 4 });
  await page.mouse.up();
};

const byTouch: Drawing = async (page, { x, y, width }, from, to) => {
  const session = await page.context().newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", at?: number) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: at === undefined ? [] : [{ x: at, y: y + 10 }] });
  const [first, last] = [x + width * from + 1, x + width * to - 1];
  await send("touchStart", first);
  for (let step = 1; step <= 4; step += 1) await send("touchMove", first + ((last - first) * step) / 4);
  await send("touchEnd");
};

for (const [hand, draw, hasTouch] of [["mouse", byMouse, false], ["finger", byTouch, true]] as const) {
  test.describe(`by ${hand}`, () => {
    test.use({ hasTouch });

    test(`an own pattern is painted by ${hand}`, async ({ page }) => {
      await openPaused(page);
      await page.getByRole("button", { name: "Own pattern" }).click();
      const text = page.getByLabel("Own pattern in milliseconds");
      // Six seconds are drawn: from a sixth to a third is the second second.
      await text.fill("6000");
      const strip = page.locator("dialdesk-app .strip");
      await strip.scrollIntoViewIfNeeded();
      const scrolled = await page.evaluate(() => scrollY);
      const box = await strip.boundingBox();
      if (!box) throw new Error("There is no strip");
      const painted = async () => (await text.inputValue()).split(" ").map(Number);
      await draw(page, box, 1 / 6, 1 / 3);
      await expect.poll(async () => (await painted()).length).toBe(3);
      const [silence = 0, voice = 0] = await painted();
      expect(silence).toBeGreaterThanOrEqual(980);
      expect(silence).toBeLessThanOrEqual(1040);
      expect(voice).toBeGreaterThanOrEqual(920);
      expect(voice).toBeLessThanOrEqual(1020);
      // Over voice silence is painted: the middle of it, and beyond its end nothing is left.
      await draw(page, box, 0.25, 0.45);
      await expect.poll(async () => (await painted())[1]).toBeLessThanOrEqual(540);
      expect((await painted())[1]).toBeGreaterThanOrEqual(440);
      expect((await painted()).reduce((sum, ms) => sum + ms)).toBe(6000);
      // The page did not go with the finger.
      expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    });
  });
}

test("a thousand pieces are taken and shown in part", async ({ page }) => {
  await open(page, "/campaigns/new", "New campaign");
  await page.getByRole("button", { name: "Own pattern" }).click();
  await page.getByLabel("Own pattern in milliseconds").fill(Array(500).fill("60 40").join(" "));
  await expect(page.getByText("960 more pieces are in the text above.")).toBeVisible();
  await expect(verdicts(page, /^Own pattern/).last()).toHaveText("NOTSURE Total analysis time, after 5,000 ms");
});

test("what stands on the bench outlives leaving the screen", async ({ page }) => {
  await openPaused(page);
  await page.getByRole("button", { name: "Own pattern" }).click();
  await page.getByLabel("Own pattern in milliseconds").fill("0 300 900");
  await goBy(page, "Lists");
  await page.goBack();
  await expect(page.getByLabel("Own pattern in milliseconds")).toHaveValue("0 300 900");
});

test("a voice is tuned until it is a person’s and saved, by keyboard alone", async ({ page, sandbox }) => {
  test.setTimeout(90_000);
  await page.goto("/");
  await signInByKeys(page);
  await expect(heading(page)).toHaveText("Campaigns");
  await pressAt(page, "Spring renewals");
  await expect(heading(page)).toHaveText("Spring renewals");
  await expect(field(page, "dialAMDGreeting")).toHaveValue("1500");
  await tabTo(page, "Answering machine detection (AMD)");
  await page.keyboard.press("Space");
  await expect(field(page, "dialAMDActive")).toBeChecked();
  await tabTo(page, "Greeting");
  const hello = verdicts(page, "Hello with name and company").last();
  await expect(hello).toHaveText("MACHINE Greeting, after 2,200 ms wrong");
  // 520 + 480 + 580 ms of voice are a person’s as soon as a greeting may be longer.
  for (const [greeting, verdict] of [
    ["1550", "MACHINE Greeting, after 2,260 ms wrong"],
    ["1580", "MACHINE Greeting, after 2,280 ms wrong"],
    ["1600", "HUMAN Silence after greeting, after 3,080 ms"],
  ] as const) {
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(greeting);
    await expect(hello).toHaveText(verdict);
  }
  await pressAt(page, "Review before sending");
  await expect(page.getByRole("heading", { name: "Review", exact: true })).toBeFocused();
  await pressAt(page, "Save 2 changes to “Spring renewals”");
  await expect(page.getByText("everything is as it was sent")).toBeVisible();
  expect(await sent(sandbox, "PUT")).toEqual([`/api/voice/queues/59 {"dialAMDGreeting":1600,"dialAMDActive":true}`]);
});

test("the bench by keyboard alone, in Italian", async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto("/campaigns/new");
  await signInByKeys(page);
  await expect(heading(page)).toHaveText("New campaign");
  await pressAt(page, "Connection");
  await expect(heading(page)).toHaveText("Connection");
  await tabTo(page, "Language");
  await page.keyboard.press("ArrowDown");
  await pressAt(page, "Campagne");
  await pressAt(page, "Nuova campagna");
  await expect(heading(page)).toHaveText("Nuova campagna");
  const table = "Che cosa viene deciso di ogni voce";
  await pressAt(page, "Proteggi le persone");
  await expect(verdicts(page, "Saluto con nome e azienda", table).last()).toContainText("HUMAN");
  await pressAt(page, "Schema tuo");
  await typeInto(page, "Schema tuo in millisecondi", "0 300 900");
  await pressAt(page, "Aggiungi un pezzo");
  await expect(page.getByLabel("Schema tuo in millisecondi")).toHaveValue("0 300 900 300");
  await expect(verdicts(page, /^Schema tuo/, table).last()).toHaveText("HUMAN Silenzio dopo il saluto, dopo 1.100 ms");
  await axe(page);
});
