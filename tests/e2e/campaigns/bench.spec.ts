// The bench for answering machine detection: voices, own patterns and recordings, and what is decided about them.

import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { Page } from "@playwright/test";

import { axe, expect, test } from "../fixtures/app";
import { open } from "../fixtures/admin";
import { field, paste, review } from "../fixtures/campaign";
import { goBy, openPaused, sent } from "../fixtures/campaign-form";
import { tabTo } from "../fixtures/keyboard";
import { ROOT } from "../fixtures/places";
import { type Piece, wav } from "../fixtures/wav";

/** A call with what Asterisk's own code decided about it. */
interface Recorded {
  settings: Record<string, number>;
  audio: Piece[];
  status: string;
  cause: string | null;
  decided_at_ms: number;
}

const VECTORS = readFileSync(join(ROOT, "crates", "core", "tests", "vectors", "amd.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Recorded);

/** The rule that a cause is shown as. */
const CAUSES: Record<string, string> = {
  INITIALSILENCE: "Initial silence, ",
  LONGGREETING: "Greeting, ",
  MAXWORDLENGTH: "Maximum word length, ",
  MAXWORDS: "Maximum number of words, ",
  TOOLONG: "Total analysis time, ",
};

/** The cells of a voice: with the saved settings, and with those of the form. */
function verdicts(page: Page, voice: string | RegExp, table = "What is decided about each voice") {
  return page.getByRole("table", { name: table }).getByRole("row", { name: voice }).getByRole("cell");
}

/** Drops a file on the bench, as from a folder. */
async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  const data = await page.evaluateHandle(
    ({ name, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], name));
      return data;
    },
    { name, base64: bytes.toString("base64") },
  );
  await page.locator("dialdesk-app #bench-drop").dispatchEvent("drop", { dataTransfer: data });
}

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

test("values for a purpose say what they cost, and there is a way back", async ({ page }) => {
  await openPaused(page);
  await field(page, "dialAMDGreeting").fill("1700");
  await page.getByRole("button", { name: "Protect people" }).click();
  await expect(field(page, "dialAMDGreeting")).toHaveValue("2500");
  await expect(page.getByRole("button", { name: "Protect people" })).toHaveAttribute("aria-pressed", "true");
  await expect(verdicts(page, "Hello with name and company").last()).toHaveText("HUMAN Silence after greeting, after 3,080 ms");
  await page.getByRole("button", { name: "Back to the values before" }).click();
  await expect(field(page, "dialAMDGreeting")).toHaveValue("1700");
  await page.getByRole("button", { name: "Catch voicemail" }).click();
  await expect(verdicts(page, "Voicemail with a pause").last()).toHaveText("MACHINE Greeting, after 2,500 ms");
  await axe(page);
});

test("a value that cannot be used stops the comparison and says which", async ({ page }) => {
  await openPaused(page);
  await field(page, "dialAMDGreeting").fill("x");
  await expect(page.getByText("“Greeting” holds no usable value")).toBeVisible();
  await expect(verdicts(page, "Music")).toHaveText(["MACHINE Greeting, after 1,500 ms", "–"]);
  await field(page, "dialAMDGreeting").fill("6000");
  await expect(page.getByText("A long greeting ends undecided").first()).toBeVisible();
});

test("an own pattern is typed, changed piece by piece, and painted", async ({ page }) => {
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

  // Six seconds are drawn: from a sixth to a third is the second second.
  await text.fill("6000");
  const strip = page.locator("dialdesk-app .strip");
  await strip.scrollIntoViewIfNeeded();
  const box = await strip.boundingBox();
  if (!box) throw new Error("There is no strip");
  await page.mouse.move(box.x + box.width / 6 + 1, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 3 - 1, box.y + 10, { steps: 4 });
  await page.mouse.up();
  const painted = (await text.inputValue()).split(" ").map(Number);
  expect(painted).toHaveLength(3);
  expect(painted[0]).toBeGreaterThanOrEqual(980);
  expect(painted[0]).toBeLessThanOrEqual(1040);
  expect(painted[1]).toBeGreaterThanOrEqual(920);
  expect(painted[1]).toBeLessThanOrEqual(1020);
  await axe(page);
});

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

test("sixty recorded calls, dropped as recordings, are decided as Asterisk decided them", async ({ page, sandbox }) => {
  test.setTimeout(240_000);
  await open(page, "/campaigns/new", "New campaign");
  // One for each status and cause first, then whatever comes.
  const kinds = new Map(VECTORS.map((vector) => [`${vector.status} ${vector.cause}`, vector]));
  const chosen = [...new Set([...kinds.values(), ...VECTORS])].slice(0, 60);
  expect(kinds.size).toBeGreaterThanOrEqual(6);
  const before = (await sandbox.requests()).length;
  for (const [at, vector] of chosen.entries()) {
    await paste(page, JSON.stringify(vector.settings));
    await drop(page, `call-${at}.wav`, wav(vector.audio));
    const rule = vector.status === "HUMAN" ? "Silence after greeting, " : (CAUSES[vector.cause ?? ""] ?? "");
    const after = vector.decided_at_ms.toLocaleString("en");
    await expect(verdicts(page, `Recording: call-${at}.wav`).last()).toHaveText(`${vector.status} ${rule}after ${after} ms`);
  }
  expect((await sandbox.requests()).length, "nothing is sent anywhere").toBe(before);
});

test("a recording of 96 kHz in stereo is decided as the same call at 8 kHz", async ({ page }) => {
  await open(page, "/campaigns/new", "New campaign");
  const call: Piece[] = [{ silence: 400 }, { voice: 420 }, { silence: 2000 }];
  await drop(page, "wide.wav", wav(call, { rate: 96_000, channels: 2 }));
  await expect(verdicts(page, "Recording: wide.wav").last()).toHaveText("HUMAN Silence after greeting, after 1,620 ms");
  await expect(page.getByText("2,820 ms are measured; the loudest frame has the level 2,000.")).toBeVisible();
});

test("a format that is not read directly is decoded by the browser", async ({ page }) => {
  await open(page, "/campaigns/new", "New campaign");
  const call: Piece[] = [{ silence: 400 }, { voice: 420 }, { silence: 2000 }];
  // 8 bits, which the direct reader leaves to the browser.
  await drop(page, "bits.wav", wav(call, { bits: 8 }));
  await expect(verdicts(page, "Recording: bits.wav").last()).toHaveText("HUMAN Silence after greeting, after 1,620 ms");
});

test("half an hour is measured as far as any analysis goes", async ({ page }) => {
  await open(page, "/campaigns/new", "New campaign");
  const call: Piece[] = [{ voice: 300 }, { silence: 30 * 60_000 }];
  await page.locator("dialdesk-app #bench-drop input[type=file]").setInputFiles({ name: "long.wav", mimeType: "audio/wav", buffer: wav(call) });
  await expect(verdicts(page, "Recording: long.wav").last()).toHaveText("HUMAN Silence after greeting, after 1,100 ms");
  await expect(page.getByText("Only the first 60 s are measured, as no analysis is longer.")).toBeVisible();
});

test("what is no recording, or a silent one, is said, and the bench goes on", async ({ page }) => {
  await open(page, "/campaigns/new", "New campaign");
  const alert = page.getByRole("alert");
  for (const [name, bytes, said] of [
    ["notes.mp3", Buffer.from("no audio at all"), "It is no WAV file, and nothing that this browser can decode."],
    ["empty.wav", Buffer.alloc(0), "It is no WAV file, and nothing that this browser can decode."],
    ["short.wav", wav([{ voice: 10 }]), "It is shorter than one frame of 20 ms"],
    ["cut.wav", wav([{ voice: 500 }]).subarray(0, 20), "The WAV file is damaged"],
    ["packed.wav", wav([{ voice: 500 }], { tag: 99 }), "compressed (format 99)"],
  ] as const) {
    await drop(page, name, Buffer.from(bytes));
    await expect(alert).toContainText(`${name} was not measured`);
    await expect(alert).toContainText(said);
  }
  await axe(page);
  await drop(page, "quiet.wav", wav([{ silence: 3000 }]));
  await expect(page.getByText("Nothing in it reaches the silence threshold of 256")).toBeVisible();
  await expect(verdicts(page, "Recording: quiet.wav").last()).toHaveText("MACHINE Initial silence, after 2,500 ms");
  await expect(alert).toBeHidden();
});

test("the bench by keyboard alone, in Italian", async ({ page }) => {
  await open(page, "/connect", "Connection");
  await page.getByLabel("Language").selectOption("it");
  await goBy(page, "Campagne", "Menu principale");
  await page.getByRole("link", { name: "Nuova campagna" }).click();
  await field(page, "dialAMDMaximumWordLength").focus();
  await tabTo(page, "Proteggi le persone");
  await page.keyboard.press("Enter");
  await expect(verdicts(page, "Saluto con nome e azienda", "Che cosa viene deciso di ogni voce").last()).toContainText("HUMAN");
  await tabTo(page, "Schema tuo");
  await page.keyboard.press("Enter");
  await tabTo(page, "Schema tuo in millisecondi");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("0 300 900");
  await tabTo(page, "Aggiungi un pezzo");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Schema tuo in millisecondi")).toHaveValue("0 300 900 300");
  await expect(verdicts(page, /^Schema tuo/, "Che cosa viene deciso di ogni voce").last()).toHaveText("HUMAN Silenzio dopo il saluto, dopo 1.100 ms");
  await axe(page);
});
