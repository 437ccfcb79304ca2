// The app on its own page, served by the sandbox.

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { POLICY, axe, expect, heading, test } from "../fixtures/app";
import { signIn } from "../fixtures/admin";
import { DIST } from "../fixtures/places";

interface Manifest {
  files: { name: string }[];
}

/** What `cargo xtask size` weighs as the first load. */
const FIRST_LOAD = (JSON.parse(readFileSync(join(DIST, "manifest.json"), "utf8")) as Manifest).files
  .map(({ name }) => name)
  .filter((name) => /\.(css|js|wasm)$/.test(name) && !name.startsWith("app-part-"));

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
    "/app-parts-#.js",
  ]);
  // The same as what is weighed: no part comes with the first load.
  const weighed = FIRST_LOAD.map((name) => `/${name}`).sort();
  expect([...new Set(fetched)].filter((path) => /\.(css|js|wasm)$/.test(path)).sort()).toEqual(weighed);
  // Chromium says that a preload was for nothing about three seconds after the load; the fixture reads it.
  await page.waitForTimeout(4000);
});

test("a part comes when its first screen is shown, and only once", async ({ page }) => {
  const parts: string[] = [];
  page.on("request", (request) => {
    const name = /\/app-part-([a-z]+)-[0-9a-f]{16}\.wasm$/.exec(request.url())?.[1];
    if (name) parts.push(name);
  });
  await page.goto("/connect");
  await signIn(page);
  await expect(heading(page)).toHaveText("Connection");
  expect(parts).toEqual(["connection"]);
  const menu = page.getByRole("navigation", { name: "Main menu" });
  for (const [link, title] of [
    ["Lists", "Lists"],
    ["Campaigns", "Campaigns"],
    ["Lists", "Lists"],
  ] as const) {
    await menu.getByRole("link", { name: link }).click();
    await expect(heading(page)).toHaveText(title);
  }
  expect(parts).toEqual(["connection", "lists", "campaigns"]);
});

test("a part that cannot be fetched is said so and fetched again on request", async ({ page, expectConsole }) => {
  expectConsole(/net::ERR|Failed to fetch/);
  await page.route("**/app-part-lists-*.wasm", (route) => route.abort());
  await page.goto("/lists");
  await signIn(page);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("This screen could not be loaded");
  await axe(page);
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(alert).toContainText("This screen could not be loaded");
  await page.unroute("**/app-part-lists-*.wasm");
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(heading(page)).toHaveText("Lists");
});

test("is accessible where it starts", async ({ page }) => {
  await page.goto("/");
  await expect(heading(page)).toBeVisible();
  await axe(page);
});
