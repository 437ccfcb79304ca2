// The app on its own page, served by the sandbox.

import { POLICY, axe, expect, heading, test } from "../fixtures/app";

test("starts under exactly the documented policy", async ({ page }) => {
  const response = await page.goto("/");
  expect(response?.headers()["content-security-policy"]).toBe(POLICY);
  await expect(heading(page)).toBeVisible();
});

test("starts on a nested path, again and again", async ({ page }) => {
  await page.goto("/lists/new");
  await expect(heading(page)).toBeVisible();
  await page.reload();
  await expect(heading(page)).toBeVisible();
  expect(new URL(page.url()).pathname).toBe("/lists/new");
});

test("fetches each file of the first load once and uses what it preloads", async ({ page }) => {
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto("/");
  await expect(heading(page)).toBeVisible();
  const parts = fetched.filter((path) => path.startsWith("/app-"));
  expect(parts.map((path) => path.replace(/[0-9a-f]{16}/, "#")).sort()).toEqual([
    "/app-#.css",
    "/app-#.js",
    "/app-#_bg.wasm",
  ]);
  // Chromium says that a preload was for nothing about three seconds after the load; the fixture reads it.
  await page.waitForTimeout(4000);
});

test("is accessible where it starts", async ({ page }) => {
  await page.goto("/");
  await expect(heading(page)).toBeVisible();
  await axe(page);
});
