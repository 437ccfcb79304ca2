// Recordings on the bench for answering machine detection: measured here, sent nowhere, and decided as Asterisk decides them.

import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";

import { axe, expect, test } from "../fixtures/app";
import { open } from "../fixtures/admin";
import { VECTORS, drop, said, verdicts } from "../fixtures/bench";
import { field, paste } from "../fixtures/campaign";
import { ROOT } from "../fixtures/places";
import { holdAfter, letGo, watchReading } from "../fixtures/reading";
import { type Piece, wav } from "../fixtures/wav";

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
    await expect(verdicts(page, `Recording: call-${at}.wav`).last()).toHaveText(said(vector));
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

test("the ends of the threshold decide as Asterisk compares: only what is below it is silence", async ({ page }) => {
  await open(page, "/campaigns/new", "New campaign");
  const call: Piece[] = [{ silence: 400 }, { voice: 420 }, { silence: 2000 }];
  const threshold = field(page, "dialAMDSilenceThreshold");
  const level = page.getByRole("table", { name: /with your changes$/ }).getByRole("row", { name: /^Silence threshold/ }).getByRole("cell").last();
  // At 0 nothing is below, and even a line that is switched off goes on speaking.
  await threshold.fill("0");
  await drop(page, "nothing.wav", wav(call, { voice: 0 }));
  await expect(verdicts(page, "Recording: nothing.wav").last()).toHaveText("MACHINE Greeting, after 1,500 ms");
  await expect(level).toHaveText("loudest 0, silence below 0");
  // At 32,767 the loudest that mu-law carries, 32,124, is silence, and one below the threshold is as well.
  await threshold.fill("32767");
  await drop(page, "line.wav", wav(call, { voice: 32_124 }));
  await expect(verdicts(page, "Recording: line.wav").last()).toHaveText("MACHINE Initial silence, after 2,500 ms");
  await drop(page, "loud.wav", wav(call, { voice: 32_767, silence: 32_766 }));
  await expect(verdicts(page, "Recording: loud.wav").last()).toHaveText("HUMAN Silence after greeting, after 1,620 ms");
  await expect(level).toHaveText("loudest 32,767, silence below 32,767");
});

// What is lossless is decided to the frame; what is not may smear the border of a word into the next frame.
for (const [line, name, frames] of [[66, "call-66.opus", 1], [75, "call-75.flac", 1]] as const) {
  test(`a recorded call as ${name} is decided by the browser’s decoder as it was recorded`, async ({ page }) => {
    const recorded = VECTORS[line - 1];
    if (!recorded) throw new Error(`There is no line ${line}`);
    await open(page, "/campaigns/new", "New campaign");
    await paste(page, JSON.stringify(recorded.settings));
    await drop(page, name, readFileSync(join(ROOT, "tests", "fixtures", "recordings", name)));
    const near = Array.from({ length: 2 * frames + 1 }, (_, at) => said({ ...recorded, decided_at_ms: recorded.decided_at_ms + (at - frames) * 20 }));
    await expect(verdicts(page, `Recording: ${name}`)).toHaveCount(2);
    expect(near).toContain(await verdicts(page, `Recording: ${name}`).last().innerText());
  });
}

test("measuring can be given up, and the bench is as it was", async ({ page }) => {
  await watchReading(page);
  await open(page, "/campaigns/new", "New campaign");
  const choose = page.getByLabel("Choose a recording");
  const status = page.getByRole("status").filter({ hasText: "Measuring long.wav" });
  const buffer = wav([{ voice: 300 }, { silence: 50_000 }]);
  await holdAfter(page, 1);
  await choose.setInputFiles({ name: "long.wav", mimeType: "audio/wav", buffer });
  await expect(status).toBeVisible();
  await axe(page);
  await status.getByRole("button", { name: "Cancel" }).click();
  await expect(status).toBeHidden();
  await expect(choose).toBeFocused();
  await expect(page.getByRole("button", { name: "Hello with name and company" })).toHaveAttribute("aria-pressed", "true");
  // What was given up says nothing any more, and what comes next is measured.
  await letGo(page);
  await drop(page, "next.wav", wav([{ silence: 400 }, { voice: 420 }, { silence: 2000 }]));
  await expect(verdicts(page, "Recording: next.wav").last()).toHaveText("HUMAN Silence after greeting, after 1,620 ms");
  await expect(page.getByText("long.wav")).toBeHidden();
  await expect(page.getByRole("alert")).toBeHidden();
});

test("what only the browser could decode is refused above its limit, before it is held as a whole", async ({ page }, info) => {
  await open(page, "/campaigns/new", "New campaign");
  // 65 MiB of 8 bits, more than two hours: a header, and nothing behind it that takes room on the disk.
  const path = info.outputPath("long.wav");
  const header = wav([], { bits: 8 });
  const length = 65 * 1024 * 1024;
  header.writeUInt32LE(36 + length, 4);
  header.writeUInt32LE(length, 40);
  const file = openSync(path, "w");
  writeSync(file, header);
  ftruncateSync(file, header.length + length);
  closeSync(file);
  await page.getByLabel("Choose a recording").setInputFiles(path);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("long.wav was not measured");
  await expect(alert).toContainText("Files other than WAV with 16 bits are decoded up to 64 MB only. Cut the beginning of the call out of it");
  await expect(verdicts(page, "Music").last()).toHaveText("MACHINE Greeting, after 1,500 ms");
  await axe(page);
});
