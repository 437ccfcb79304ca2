// Recordings on the bench for answering machine detection: measured here, sent nowhere, and decided as Asterisk decides them.

import { axe, expect, test } from "../fixtures/app";
import { open } from "../fixtures/admin";
import { VECTORS, drop, said, verdicts } from "../fixtures/bench";
import { paste } from "../fixtures/campaign";
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
