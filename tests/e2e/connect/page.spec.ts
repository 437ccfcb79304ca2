// The sign-in page and the connection screen as a person meets them: keyboard, languages, small screens.

import type { Page } from "@playwright/test";

import { axe, expect, heading, test } from "../fixtures/app";
import { open, signIn } from "../fixtures/admin";
import { chooseWay, showMore } from "../fixtures/connect";

test("the usual case stays name and password, and the rest is one step away by keyboard", async ({ page }) => {
  await page.goto("/lists");
  await expect(page.getByRole("radio").first()).toBeHidden();
  await expect(page.getByLabel("Server address")).toBeHidden();
  await page.getByLabel("Name", { exact: true }).focus();
  await page.keyboard.type("admin");
  await page.keyboard.press("Tab");
  await page.keyboard.type("password");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("radio", { name: "name and password" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "an API key" })).toBeChecked();
  await expect(page.getByLabel("API key", { exact: true })).toBeVisible();
  await page.keyboard.press("ArrowUp");
  // What was typed is still there.
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("password");
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Server address")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText("Lists");
});

test("a change of language keeps all that was typed, and what was said about it", async ({ page, expectConsole }) => {
  expectConsole(/status of 401/);
  await page.goto("/");
  await signIn(page, "wrong");
  await expect(page.getByRole("alert")).toContainText("does not accept this name and password");
  await page.getByLabel("Password", { exact: true }).fill("half a password");
  await showMore(page);
  await page.getByLabel("Server address").fill("https://motion .example");
  await page.getByLabel("Language").selectOption("it");
  await expect(heading(page)).toHaveText("Accedi");
  await expect(page.getByRole("alert")).toContainText("Il server non accetta questo nome e questa password.");
  await expect(page.getByLabel("Nome", { exact: true })).toHaveValue("admin");
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("half a password");
  await expect(page.getByLabel("Indirizzo del server")).toHaveValue("https://motion .example");
  await page.getByRole("button", { name: "Accedi", exact: true }).click();
  await expect(page.getByText("Un indirizzo non ha spazi all’interno. Toglili.")).toBeVisible();
  await axe(page);
});

test("the connection screen in Italian, and what was found stays over a change of language", async ({
  page,
  expectConsole,
}) => {
  expectConsole(/status of 401/);
  await open(page, "/connect", "Connection");
  await page.getByRole("button", { name: "Check the connection" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Lists can be read" })).toContainText("Yes");
  await page.getByLabel("Server address").fill("motion.example");
  await page.getByRole("button", { name: "Change server" }).click();
  await page.getByLabel("Language").selectOption("it");
  await expect(heading(page)).toHaveText("Connessione");
  await expect(page.getByRole("listitem").filter({ hasText: "Le liste si possono leggere" })).toContainText("Sì");
  await expect(page.getByLabel("Indirizzo del server")).toHaveValue("motion.example");
  await expect(page.getByRole("button", { name: "Usa https://motion.example" })).toBeVisible();
  await expect(page.getByText("nulla di segreto viene salvato")).toBeVisible();
  await axe(page);
});

test("signing in another way leads to the choice and back to the screen", async ({ page }) => {
  await open(page, "/connect", "Connection");
  await expect(page.getByRole("definition").filter({ hasText: "admin, with a password" })).toBeVisible();
  await page.getByRole("button", { name: "Sign in another way" }).click();
  await expect(heading(page)).toHaveText("Sign in");
  await chooseWay(page, "an API key");
  await page.getByLabel("API key", { exact: true }).fill("sandbox-key");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(heading(page)).toHaveText("Connection");
  await expect(page.getByRole("definition").filter({ hasText: "With an API key" })).toBeVisible();
});

/** Parts wider than the screen. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

test("both fit a small phone, with errors and with what was found", async ({ page, expectConsole }) => {
  expectConsole(/status of (401|404)/);
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto("/connect");
  await chooseWay(page, "an API key");
  await page.getByLabel("Server address").fill("https://a-rather-long-name-of-a-server.intranet.example:99999/motion");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("a number from 1 to 65535")).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await axe(page);

  await page.getByLabel("Server address").fill("");
  await page.getByLabel("API key", { exact: true }).fill("sandbox-key");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(heading(page)).toHaveText("Connection");
  await page.getByRole("button", { name: "Check the connection" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Lists can be read" })).toContainText("Yes");
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await axe(page);
});

test("the theme is changed on the connection screen and remembered", async ({ page }) => {
  await open(page, "/connect", "Connection");
  const root = page.locator("dialdesk-app .root");
  await expect(root).not.toHaveClass(/theme-dark/);
  await page.getByLabel("Theme").selectOption({ label: "Dark" });
  await expect(root).toHaveClass(/theme-dark/);
  await axe(page);
  await page.reload();
  await expect(heading(page)).toHaveText("Sign in");
  await expect(root).toHaveClass(/theme-dark/);
  await expect(page.getByLabel("Theme")).toHaveValue("dark");
});
