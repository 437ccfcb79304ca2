// The form while it is filled: what is wrong is said at its field once the field is left, and nothing that was typed is
// taken away.

import type { Page } from "@playwright/test";

import { axe, expect, test } from "../fixtures/app";
import { open } from "../fixtures/admin";
import { field, paste, review, writes } from "../fixtures/campaign";
import { QUEUES, begin, create, expectCreated, goBy, openPaused, saidAt, sent } from "../fixtures/campaign-form";

const INTERVAL = "dialGlobalInterval";

/** A field that is right: no mark, and nothing below it but its help. */
async function expectSilence(page: Page, key: string): Promise<void> {
  await expect(field(page, key)).not.toHaveAttribute("aria-invalid");
  await expect(saidAt(page, key)).toHaveCount(1);
}

/** A field that is wrong: the mark, and a sentence that a screen reader reads with it. */
async function expectWrong(page: Page, key: string, said: string): Promise<void> {
  await expect(field(page, key)).toHaveAttribute("aria-invalid", "true");
  const literally = said.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  await expect(field(page, key)).toHaveAccessibleDescription(new RegExp(literally));
}

const NUMBERS = ["", "abc", "-5", "1.5", "1,000", "１２", "99999999999", " 30 "];

const METHODS: Record<string, string> = { dialPredictiveInterval: "predictive", dialPowerLevel: "power" };

for (const { key, taken, limits } of [
  { key: "timeout", taken: " 30 ", limits: "Enter a whole number from 1 to 2,147,483,647, in seconds." },
  { key: "dialGlobalMaxRetry", taken: " 30 ", limits: "Enter a whole number from 0 to 2,147,483,647." },
  { key: "dialAMDTotalAnalysisTime", taken: " 30 ", limits: "Enter a whole number from 1 to 60,000, in milliseconds." },
  { key: "dialPredictiveInterval", taken: " 30 ", limits: "Enter a whole number from 1 to 2,147,483,647, in minutes." },
  { key: "dialPowerLevel", taken: "1.5", limits: "Enter a number from 1 to 10 with at most two decimals." },
]) {
  test(`numbers in ${key}: what is no number in its limits is said, and stays as typed`, async ({ page, sandbox }) => {
    await open(page, "/campaigns/new", "New campaign");
    const method = METHODS[key];
    if (method) await field(page, "dialMethod").selectOption(method);
    const control = field(page, key);
    for (const text of NUMBERS) {
      await control.fill(text);
      await control.blur();
      if (text === taken) {
        await expect(control).not.toHaveAttribute("aria-invalid");
        await expect(saidAt(page, key).filter({ hasText: limits })).toHaveCount(0);
      } else {
        await expectWrong(page, key, limits);
      }
      await expect(control).toHaveValue(text);
    }
    await control.fill("abc");
    await axe(page);
    expect(writes(await sandbox.requests())).toEqual([]);
  });
}

test("an error waits until the field is left, and goes as soon as it is mended", async ({ page }) => {
  await open(page, "/campaigns/new", "New campaign");
  const timeout = field(page, "timeout");
  await timeout.press("ControlOrMeta+a");
  await timeout.pressSequentially("x");
  await expect(page.getByText("0 errors")).toBeVisible();
  await expectSilence(page, "timeout");
  await timeout.press("Tab");
  await expectWrong(page, "timeout", "Use digits only, without separators.");
  await expect(page.getByText("1 error,")).toBeVisible();
  await timeout.fill("3");
  await expectSilence(page, "timeout");
});

test("an error waits at a number that is typed in place of a choice, too", async ({ page }) => {
  await open(page, "/campaigns/new", "New campaign");
  await field(page, "TrunkId").focus();
  await field(page, "TrunkId").selectOption({ label: "Type an ID…" });
  await expect(field(page, "TrunkId")).toBeFocused();
  await expect(field(page, "TrunkId")).toHaveValue("");
  await expectSilence(page, "TrunkId");
});

test("a warning is there while one types, and stops nobody", async ({ page }) => {
  await begin(page, "Autunno");
  await field(page, "dialOriginateTimeout").fill("5");
  await expect(saidAt(page, "dialOriginateTimeout").first()).toContainText("many contacts have no time to answer");
  await expect(field(page, "dialOriginateTimeout")).not.toHaveAttribute("aria-invalid");
  await review(page);
  await expect(page.getByText(/warnings? stands?/)).toBeVisible();
});

test("a number that the server does not list can be typed over by keyboard", async ({ page }) => {
  await open(page, "/campaigns/new", "New campaign");
  await paste(page, `{"TrunkId": 99}`);
  const trunk = field(page, "TrunkId");
  await expect(trunk).toHaveValue("99");
  await trunk.press("ControlOrMeta+a");
  // On the way to 123 stands 12, which the server lists.
  await page.keyboard.type("123", { delay: 50 });
  await expect(trunk).toBeFocused();
  await expect(trunk).toHaveValue("123");
});

for (const [text, said, repair] of [
  ["7-22,mon-fri", "a time needs a colon", "07:00-22:00,mon-fri,*,*"],
  ["07:00-22:00;mon-fri;*;*", "Asterisk does not separate at “;”", "07:00-22:00,mon-fri,*,*"],
  ["9:00am-10:00pm,*,*,*", "Asterisk knows no am and pm", "09:00-22:00,*,*,*"],
] as const) {
  test(`the dial interval “${text}” is repaired at the press of a button`, async ({ page }) => {
    await open(page, "/campaigns/new", "New campaign");
    await field(page, INTERVAL).fill(text);
    await field(page, INTERVAL).blur();
    await expectWrong(page, INTERVAL, said);
    await expect(field(page, INTERVAL)).toHaveValue(text);
    await axe(page);
    await page.getByRole("button", { name: `Use ${repair}` }).click();
    await expect(field(page, INTERVAL)).toHaveValue(repair);
    await expectSilence(page, INTERVAL);
  });
}

test("a dial interval that never opens is an error that nothing repairs", async ({ page, sandbox }) => {
  await begin(page, "Autunno");
  for (const [text, said] of [
    ["", "Without a text no call is ever made."],
    ["*,*,30-31,feb", "No chosen month has any of the chosen days"],
    ["07:60-08:00,*,*,*", "With this, no call would ever be made."],
  ] as const) {
    await field(page, INTERVAL).fill(text);
    await page.getByRole("button", { name: "Review before sending" }).click();
    const summary = page.getByRole("alert");
    await expect(summary).toBeFocused();
    await expect(summary).toContainText("Dial interval: ");
    await expectWrong(page, INTERVAL, said);
    await expect(page.getByRole("button", { name: /^Use/ })).toBeHidden();
  }
  expect(writes(await sandbox.requests())).toEqual([]);
});

test("a dial interval as it should be is taken in silence, one past midnight with a warning", async ({ page }) => {
  await begin(page, "Autunno");
  await field(page, INTERVAL).fill("07:00-12:00&14:00-18:00,mon-fri,*,*");
  await field(page, INTERVAL).blur();
  await expectSilence(page, INTERVAL);
  await field(page, INTERVAL).fill("22:00-02:00,mon-fri,*,*");
  await expect(saidAt(page, INTERVAL).first()).toContainText("“22:00-02:00” runs past midnight");
  await expect(field(page, INTERVAL)).not.toHaveAttribute("aria-invalid");
  await review(page);
});

test("fields come and go with the method, and what stands in them stays", async ({ page, sandbox }) => {
  await begin(page, "Autunno");
  const method = field(page, "dialMethod");
  const level = field(page, "dialPowerLevel");
  await expect(level).toBeHidden();
  await expect(field(page, "dialPredictiveInterval")).toBeHidden();
  await method.selectOption("power");
  await level.fill("2.5");
  await expect(field(page, "dialPredictiveInterval")).toBeHidden();
  await method.selectOption("predictive");
  await expect(level).toBeHidden();
  await field(page, "dialPredictiveInterval").fill("20");
  await method.selectOption("progressive");
  await expect(field(page, "dialPredictiveInterval")).toBeHidden();
  await method.selectOption("power");
  await expect(level).toHaveValue("2.5");
  await review(page);
  await create(page, "Autunno");
  await expectCreated(page, "Autunno");
  const body = JSON.parse((await sent(sandbox, "POST"))[0]?.slice(QUEUES.length) ?? "") as Record<string, unknown>;
  expect(body).toMatchObject({ dialMethod: "power", dialPowerLevel: 2.5, dialPredictiveInterval: 20 });
});

test("pasted text that is no JSON is said with its place, and stays", async ({ page }) => {
  await open(page, "/campaigns/new", "New campaign");
  await page.getByRole("button", { name: "Paste JSON…" }).click();
  const dialog = page.getByRole("dialog", { name: "Fill the form from JSON" });
  const text = dialog.getByLabel("JSON body of a campaign");
  for (const [broken, said] of [
    ["{\n\"name\": 'x'\n}", "This stops being JSON at line 2, character 9."],
    ["name: x", "There is no JSON object in it."],
  ] as const) {
    await text.fill(broken);
    await dialog.getByRole("button", { name: "Fill the form" }).click();
    await expect(dialog.getByRole("alert")).toContainText(said);
    await expect(text).toBeFocused();
    await expect(text).toHaveAttribute("aria-invalid", "true");
    await expect(text).toHaveValue(broken);
  }
  await axe(page);
});

test("pasted keys that are not known are named and sent, and nothing is switched on", async ({ page, sandbox }) => {
  await begin(page, "Autunno");
  await paste(page, `{"dialActive": true, "timeout": "20", "wrapuptime": 7, "musiconhold": "default", "id": 5}`);
  const notice = page.getByText("2 fields were filled").locator("..");
  await expect(notice).toBeFocused();
  await expect(notice).toContainText("Not known here, so sent as they are: musiconhold, wrapuptime.");
  await expect(notice).toContainText("Given by the server, so left aside: id.");
  await expect(notice).toContainText("It stays paused");
  await axe(page);
  await notice.getByRole("button", { name: "Go to the switch" }).click();
  await expect(field(page, "dialActive")).toBeFocused();
  await expect(field(page, "dialActive")).not.toBeChecked();
  await review(page);
  await create(page, "Autunno");
  await expectCreated(page, "Autunno");
  const [request = ""] = await sent(sandbox, "POST");
  expect(request).toMatch(/^\/api\/voice\/queues \{"dialActive":false,"type":"outbound",/);
  expect(request).toContain(`"timeout":20,`);
  expect(request).toMatch(/"musiconhold":"default","wrapuptime":7\}$/);
});

test("a repair leads back to its field, since its button is gone", async ({ page }) => {
  await open(page, "/campaigns/new", "New campaign");
  await field(page, INTERVAL).fill("7-22");
  await field(page, INTERVAL).blur();
  await page.getByRole("button", { name: /^Use/ }).press("Enter");
  await expect(field(page, INTERVAL)).toBeFocused();
});

test("discarding changes does not lose the focus with its button", async ({ page }) => {
  await openPaused(page);
  await field(page, "timeout").fill("20");
  await page.getByRole("button", { name: "Discard changes" }).press("Enter");
  await expect(page.getByText("Changed, not sent.")).toBeHidden();
  await expect(page.locator("dialdesk-app :focus")).toHaveCount(1);
});

test("in Italian an empty form says in Italian what is missing", async ({ page, sandbox }) => {
  await open(page, "/connect", "Connection");
  await page.getByLabel("Language").selectOption("it");
  await goBy(page, "Campagne", "Menu principale");
  await page.getByRole("link", { name: "Nuova campagna" }).click();
  await page.getByRole("button", { name: "Rivedi prima di inviare" }).click();
  const summary = page.getByRole("alert");
  await expect(summary).toBeFocused();
  await expect(summary).toContainText("Prima di poter inviare la campagna:");
  await expect(summary.getByRole("button")).toHaveText([
    "Nome: Inserisci un nome per la campagna.",
    "Trunk: Scegline uno: senza, non può partire nessuna chiamata.",
  ]);
  await expect(page.getByText("2 errori")).toBeVisible();
  await field(page, "timeout").fill("x");
  await expectWrong(page, "timeout", "Inserisci un numero intero da 1 a 2.147.483.647, in secondi.");
  await axe(page);
  expect(writes(await sandbox.requests())).toEqual([]);
});
