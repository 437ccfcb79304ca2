// What is wrong with a connection, told apart as far as a browser can know.

import type { Page } from "@playwright/test";

import { axe, expect, heading } from "../fixtures/app";
import { open, signIn } from "../fixtures/admin";
import { callsOf, showMore } from "../fixtures/connect";
import { WIDE, appEverywhere, fileOf, shared, test } from "../fixtures/servers";

/** Tries to sign in at an address, from the page that is shown. */
async function tryAt(page: Page, address: string): Promise<void> {
  await showMore(page);
  await page.getByLabel("Server address").fill(address);
  await signIn(page);
}

/** Nothing of a try was lost, and nobody was asked with a credential but once. */
async function keepsAll(page: Page, address: string): Promise<void> {
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("admin");
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("password");
  await expect(page.getByLabel("Server address")).toHaveValue(address);
}

test("this page's own policy", async ({ page, servers, complaints }) => {
  const away = await servers.web(shared((_, answer) => void answer.writeHead(401).end("{}")));
  complaints.expectPolicy(/connect-src|Refused to connect/);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("/");
  await tryAt(page, away);
  await expect(page.getByRole("alert")).toContainText(`This page may not ask ${away}`);
  await expect(page.getByRole("alert")).toContainText("connect-src");
  await keepsAll(page, away);
  await axe(page);
});

test("a server that does not share its answers with other origins", async ({ page, servers, expectConsole }) => {
  expectConsole(/CORS|ERR_FAILED|status of/);
  const headers: (string | undefined)[] = [];
  const away = await servers.web((asked, answer) => {
    headers.push(asked.headers.authorization);
    answer.writeHead(asked.method === "OPTIONS" ? 204 : 401).end();
  });
  const home = await servers.web(appEverywhere);
  await page.goto(`${home}/`);
  await tryAt(page, away);
  await expect(page.getByRole("alert")).toContainText(`${away} answers, but does not let this page read the answer (CORS)`);
  await keepsAll(page, away);
  // The browser asked whether it may, and the probe carried nothing.
  expect(headers.length).toBeGreaterThan(1);
  expect(headers.every((header) => header === undefined)).toBe(true);
});

test("nobody there", async ({ page, servers, expectConsole }) => {
  expectConsole(/net::ERR/);
  const place = await servers.nobody();
  const home = await servers.web(appEverywhere);
  await page.goto(`${home}/`);
  await tryAt(page, `http://${place}`);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("The server did not answer. It may be down, or the network may be cut.");
  await expect(alert).not.toContainText("certificate");
  await keepsAll(page, `http://${place}`);
  await axe(page);
});

test("nonsense where encryption belongs: nobody there, or no trust", async ({ page, servers, expectConsole }) => {
  expectConsole(/net::ERR/);
  const address = `https://${await servers.nonsense()}`;
  const home = await servers.web(appEverywhere);
  await page.goto(`${home}/`);
  await tryAt(page, address);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("Either nothing answers there, or the browser does not trust the server’s certificate");
  const link = alert.getByRole("link", { name: `Open ${address} in a new tab` });
  await expect(link).toHaveAttribute("href", address);
  await expect(link).toHaveAttribute("target", "_blank");
  await expect(link).toHaveAttribute("rel", "noopener noreferrer");
  await keepsAll(page, address);
});

test("an encrypted page and a server that is not", async ({ page, context }) => {
  const calls = callsOf(page);
  // A page of https without a certificate of its own: the browser gets the files from here.
  await context.route("https://dialdesk.example/**", async (route) => {
    const { type, body } = fileOf(route.request().url());
    await route.fulfill({ contentType: type, body, headers: { "content-security-policy": WIDE } });
  });
  await page.goto("https://dialdesk.example/");
  await tryAt(page, "http://motion.example");
  await expect(page.getByRole("alert")).toContainText("This page is encrypted (https) and http://motion.example is not");
  await keepsAll(page, "http://motion.example");
  expect(calls).toEqual([]);
});

test("a page where data belongs: another program answers every path", async ({ page, servers }) => {
  const home = await servers.web(appEverywhere);
  await page.goto(`${home}/`);
  await signIn(page);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText(`At ${home}, something answers with a page where Motion’s API answers with data`);
  await expect(alert).not.toContainText("doctype");
  // A link to this page itself would tell nothing.
  await expect(alert.getByRole("link")).toHaveCount(0);
});

test("a wrong path: nothing of the API is there", async ({ page, servers, expectConsole }) => {
  expectConsole(/status of 404/);
  const asked: string[] = [];
  const away = await servers.web(
    shared((request, answer) => {
      asked.push(`${request.method} ${request.url} ${request.headers.authorization === undefined ? "nobody" : "somebody"}`);
      answer.writeHead(404, { "content-type": "text/html" }).end("<h1>Not Found</h1>");
    }),
  );
  const home = await servers.web(appEverywhere);
  await page.goto(`${home}/`);
  await tryAt(page, `${away}/motino`);
  await expect(page.getByRole("alert")).toContainText(`There is no Motion API at ${away}/motino.`);
  await keepsAll(page, `${away}/motino`);
  // Once in the admin's name; whether there is an API at all was asked in nobody's.
  expect(asked).toEqual([
    "GET /motino/api/cm/lists?limit=1&offset=0 somebody",
    "POST /motino/api/auth/local nobody",
  ]);
});

test("a server that offers no reads at a typed address lets an admin in", async ({ page, servers, expectConsole }) => {
  expectConsole(/status of (401|404|405)/);
  const away = await servers.web(
    shared((asked, answer) => {
      const status = asked.method === "GET" ? 404 : 401;
      answer.writeHead(status, { "content-type": "application/json" }).end('{"message":"no"}');
    }),
  );
  const home = await servers.web(appEverywhere);
  await page.goto(`${home}/lists`);
  await tryAt(page, away);
  await expect(heading(page)).toHaveText("Lists");
});

test("a server that fails", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 500/);
  await sandbox.faults([{ method: "GET", path: "/api/cm/lists", nth: 1, kind: "500_html" }]);
  await page.goto("/lists");
  await signIn(page);
  await expect(page.getByRole("alert")).toContainText("The server failed with status 500 and gave no reason.");
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(heading(page)).toHaveText("Lists");
});

test("an answer that breaks off in the middle", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/net::ERR|status of 401/);
  await sandbox.faults([{ method: "GET", path: "/api/cm/lists", kind: "half" }]);
  await page.goto("/lists");
  await signIn(page);
  await expect(page.getByRole("alert")).toContainText("The server answers now, but the connection was cut off");
});

const STEPS = ["The address answers", "The API is there", "The sign-in is accepted", "Lists can be read"] as const;

/** What the check on the connection screen says of each step. */
async function found(page: Page): Promise<string[]> {
  const button = page.getByRole("button", { name: "Check the connection" });
  await button.click();
  await expect(button).toBeVisible();
  const lines = page.getByRole("listitem");
  await expect(lines.filter({ hasText: "Asking…" })).toHaveCount(0);
  return Promise.all(STEPS.map(async (step) => (await lines.filter({ hasText: step }).innerText()).replace(step, "").trim()));
}

test("the check goes through all steps", async ({ page, sandbox, expectConsole }) => {
  // Nobody in particular is refused, which is the sign of an API.
  expectConsole(/status of 401/);
  await open(page, "/connect", "Connection");
  const calls = callsOf(page);
  expect(await found(page)).toEqual(["Yes", "Yes", "Yes", "Yes"]);
  await axe(page);
  expect(calls.filter((call) => call.authorization !== undefined)).toHaveLength(1);
  expect((await sandbox.requests()).filter((request) => request.method !== "GET")).toEqual([]);
});

test("the check tells refused lists from lists that are not offered", async ({ page, sandbox, expectConsole }) => {
  // The call for a token, with nothing in it, is refused with 422.
  expectConsole(/status of (401|403|404|422)/);
  await open(page, "/connect", "Connection");
  await sandbox.faults([{ method: "GET", path: "/api/cm/lists", nth: 2, kind: "403" }]);
  const [, , signInStep, lists] = await found(page);
  expect(signInStep).toBe("Yes");
  expect(lists).toMatch(/^No\s+This account may not do that\./);

  await sandbox.faults([{ method: "GET", path: "/api/cm/lists", kind: "404" }]);
  const [address, api, unknown, none] = await found(page);
  expect([address, api]).toEqual(["Yes", "Yes"]);
  expect(unknown).toMatch(/^Not known/);
  expect(none).toMatch(/^No\s+This server offers no reading of lists\. You can still work/);
  await axe(page);
});

test("the check stops at the first step that fails", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of (401|404|500)|net::ERR/);
  await open(page, "/connect", "Connection");
  await sandbox.faults([{ method: "*", path: "/api/**", kind: "404" }]);
  const [address, api, ...rest] = await found(page);
  expect(address).toBe("Yes");
  expect(api).toMatch(/^No\s+There is no Motion API at/);
  expect(rest).toEqual(["Not tried", "Not tried"]);

  await sandbox.faults([{ method: "*", path: "/api/**", kind: "500" }]);
  expect((await found(page))[1]).toMatch(/^No\s+The server failed with status 500/);

  await sandbox.faults([{ method: "*", path: "/api/**", kind: "drop_before" }]);
  const [silent, ...untried] = await found(page);
  expect(silent).toMatch(/^No\s+The server did not answer\./);
  expect(untried).toEqual(["Not tried", "Not tried", "Not tried"]);
});

test("a sign-in that has ended shows in the check and is asked for anew", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 401/);
  await open(page, "/connect", "Connection");
  await sandbox.faults([{ method: "GET", path: "/api/cm/lists", nth: 2, kind: "401" }]);
  await page.getByRole("button", { name: "Check the connection" }).click();
  await expect(page.getByRole("dialog", { name: "Sign in again" })).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill("password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  expect(await found(page)).toEqual(["Yes", "Yes", "Yes", "Yes"]);
});
