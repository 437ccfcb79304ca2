// The server's address: what is taken, what is refused, what is remembered, and what goes with it.

import { axe, expect, heading } from "../fixtures/app";
import { choose, csv, open, signIn } from "../fixtures/admin";
import { callsOf, showMore } from "../fixtures/connect";
import { appEverywhere, handOn, shared, startPage, test } from "../fixtures/servers";

const FIELD = "Server address";

test("addresses that are none say what to do, in place, and nothing is sent", async ({ page }) => {
  await page.goto("/");
  const calls = callsOf(page);
  await showMore(page);
  const field = page.getByLabel(FIELD);
  for (const [typed, said] of [
    ["https://motion .example", "no blanks inside"],
    ["ftp://motion.example", "https:// or http:// and nothing else"],
    ["https://admin:secret@motion.example", "no name and no password belongs into one"],
    ["https://motion.example/?apikey=x", "A key does not belong into the address"],
    ["https://motion..example", "missing or misspelt"],
    ["https://motion.example:99999", "a number from 1 to 65535"],
    ["https://motion.example/../x", "signs that no path has"],
  ] as const) {
    await field.fill(typed);
    await signIn(page);
    await expect(field).toBeFocused();
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(new RegExp(said));
    // It stays as it was typed.
    await expect(field).toHaveValue(typed);
  }
  expect(calls).toEqual([]);
  // What was refused is not kept, as there may be a secret in it.
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain("motion");
  await axe(page);
});

test("a missing scheme is offered", async ({ page }) => {
  await page.goto("/");
  await showMore(page);
  await page.getByLabel(FIELD).fill("Motion.example/api/");
  await signIn(page);
  await page.getByRole("button", { name: "Use https://motion.example" }).click();
  await expect(page.getByLabel(FIELD)).toHaveValue("https://motion.example");
  await expect(page.getByLabel(FIELD)).toBeFocused();
  await expect(page.getByText("server at https://motion.example.")).toBeVisible();
});

test("a server on another address, below a path: signed in, remembered, and left again", async ({
  page,
  sandbox,
  servers,
}) => {
  const away = await servers.web(shared(handOn("/motion", sandbox.address)));
  const home = await servers.web(appEverywhere);
  await page.goto(`${home}/lists`);
  await showMore(page);
  await page.getByLabel(FIELD).fill(`${away}/motion/api/`);
  await signIn(page);
  await expect(heading(page)).toHaveText("Lists");
  await expect(page.getByRole("link", { name: "Spring renewals" })).toBeVisible();
  // The browser's own question before a call to another origin, and the call.
  const seen = await sandbox.requests();
  expect(seen.every((request) => request.path.startsWith("/api/"))).toBe(true);

  await page.reload();
  await expect(page.getByText(`server at ${away}/motion.`)).toBeVisible();
  const kept = await page.evaluate(() => ({ ...localStorage }));
  expect(kept["dialdesk.server"]).toBe(`${away}/motion`);
  await signIn(page);
  await expect(heading(page)).toHaveText("Lists");

  await page.getByRole("link", { name: "Connection" }).click();
  await expect(page.getByRole("definition").filter({ hasText: `${away}/motion` })).toBeVisible();
  await page.getByRole("button", { name: "Change server" }).click();
  await expect(page.getByText("This is the server you are at.")).toBeVisible();
  await page.getByLabel(FIELD).fill("");
  await page.getByRole("button", { name: "Change server" }).click();
  await expect(heading(page)).toHaveText("Sign in");
  await expect(page.getByText(`server at ${home}.`)).toBeVisible();
});

test("what is unsent stays with the server it is meant for", async ({ page, sandbox, servers }) => {
  const away = await servers.web(shared(handOn("", sandbox.address)));
  const home = await servers.web((asked, answer) => {
    if (asked.url?.startsWith("/api/")) handOn("", sandbox.address)(asked, answer);
    else appEverywhere(asked, answer);
  });
  await open(page, `${home}/campaigns/59`, "Spring renewals");
  await page.getByLabel("Agent timeout").fill("21");
  await page.getByRole("link", { name: "Import", exact: true }).click();
  await choose(page, csv("two.csv", "name,phone\nAnn,+39 000 1\nBob,+39 000 2\n"));
  await page.getByLabel("Into list").selectOption({ label: "32 · TestList" });

  await page.getByRole("link", { name: "Connection" }).click();
  await page.getByLabel(FIELD).fill(away);
  await page.getByRole("button", { name: "Change server" }).click();
  await signIn(page);
  await expect(heading(page)).toHaveText("Connection");
  // The file is the admin's; the list was the other server's.
  await page.getByRole("link", { name: "Import", exact: true }).click();
  await expect(page.getByText("two.csv")).toBeVisible();
  await expect(page.getByLabel("Into list")).not.toHaveValue("32");
  await page.getByRole("link", { name: "Campaigns" }).click();
  await page.getByRole("link", { name: "Spring renewals" }).click();
  await expect(page.getByLabel("Agent timeout")).not.toHaveValue("21");

  await page.getByRole("link", { name: "Connection" }).click();
  await page.getByLabel(FIELD).fill("");
  await page.getByRole("button", { name: "Change server" }).click();
  await signIn(page);
  await page.getByRole("link", { name: "Campaigns" }).click();
  await page.getByRole("link", { name: "Spring renewals" }).click();
  await expect(page.getByLabel("Agent timeout")).toHaveValue("21");
});

test("a server is not changed while an import is under way there", async ({ page, sandbox, servers, expectConsole }) => {
  expectConsole(/net::ERR/);
  const home = await servers.web((asked, answer) => {
    if (asked.url?.startsWith("/api/")) handOn("", sandbox.address)(asked, answer);
    else appEverywhere(asked, answer);
  });
  await open(page, `${home}/import`, "Import contacts");
  await choose(page, csv("two.csv", "name,phone\nAnn,+39 000 1\nBob,+39 000 2\n"));
  await page.getByLabel("Into list").selectOption({ label: "32 · TestList" });
  await sandbox.faults([{ method: "POST", path: "/api/cm/contacts/upload", kind: "delay", delay_ms: 4000 }]);
  await page.getByRole("button", { name: "Import 2 contacts into TestList" }).click();
  await page.getByRole("link", { name: "Connection" }).click();
  await page.getByLabel(FIELD).fill("https://motion.example");
  await page.getByRole("button", { name: "Change server" }).click();
  await expect(page.getByText("An import is under way at the present server.")).toBeVisible();
  await expect(page.getByLabel(FIELD)).toBeFocused();
  await page.getByRole("link", { name: "Import", exact: true }).click();
  await expect(page.getByText("2 contacts were imported")).toBeVisible({ timeout: 15_000 });
});

test("the address that a page has set wins and is not asked for", async ({ page, sandbox }) => {
  await page.addInitScript(() => localStorage.setItem("dialdesk.server", "https://motion.example"));
  await page.route("**/connect", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: startPage(`api-base="${sandbox.address}"`) });
  });
  await page.goto("/connect");
  await showMore(page);
  await expect(page.getByLabel(FIELD)).toHaveCount(0);
  await expect(page.getByText(`server at ${sandbox.address}.`)).toBeVisible();
  await signIn(page);
  await expect(heading(page)).toHaveText("Connection");
  await expect(page.getByText("The page around this app has set the server.")).toBeVisible();
  await expect(page.getByLabel(FIELD)).toHaveCount(0);
});

test("what somebody has put into the storage is read as strictly as what is typed", async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem("dialdesk.server", "javascript:alert(1)");
    localStorage.setItem("dialdesk.way", "magic");
    localStorage.setItem("dialdesk.upload", "pigeon");
  });
  await open(page, "/connect", "Connection");
  await expect(page.getByRole("radio", { name: "As documented" })).toBeChecked();
});
