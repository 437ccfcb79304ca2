// Each way of signing in: what travels, what happens to a wrong one, and that nothing of it stays anywhere.

import { axe, expect, heading, test } from "../fixtures/app";
import { choose, csv } from "../fixtures/admin";
import { KEY, WAYS, callsOf, chooseWay, enter, kept } from "../fixtures/connect";

for (const way of WAYS) {
  test(`${way.name}: every request carries it, and nothing else does`, async ({ page, sandbox }) => {
    const secret = await way.secret(sandbox);
    await page.goto("/lists");
    const calls = callsOf(page);
    await chooseWay(page, way.name);
    await enter(page, way, secret);
    await expect(heading(page)).toHaveText("Lists");
    await expect(page.getByText(way.shown)).toBeVisible();
    await page.getByRole("link", { name: "Spring renewals" }).click();
    await expect(heading(page)).toHaveText("Spring renewals");

    expect(calls.length).toBeGreaterThan(2);
    for (const call of calls) {
      expect(call.authorization).toBe(way.header(secret));
      expect(call.url.searchParams.getAll("apikey")).toEqual(way.name === "an API key" ? [KEY] : []);
    }
    // As the server took them. The heading may be there before the last of them has got its answer.
    await expect(async () => {
      const seen = (await sandbox.requests()).filter((request) => request.method === "GET");
      expect(seen.map(({ status }) => status)).toEqual(calls.map(() => 200));
      // What a browser sends where it is told to keep nothing: a key in the address, nor the contacts in the answer.
      expect(seen.map(({ headers }) => headers["cache-control"])).toEqual(calls.map(() => "no-cache"));
    }).toPass({ timeout: 10_000 });
  });

  test(`${way.name}: a wrong one is tried once and emptied`, async ({ page, sandbox, expectConsole }) => {
    expectConsole(/status of 401/);
    await page.goto("/lists");
    const calls = callsOf(page);
    await chooseWay(page, way.name);
    await enter(page, way, "wrong");
    const alert = page.getByRole("alert");
    await expect(alert).toContainText(
      {
        "name and password": "does not accept this name and password",
        "an API key": "does not accept this API key",
        "a token": "does not accept this token",
      }[way.name],
    );
    const field = page.getByLabel(way.field, { exact: true });
    await expect(field).toHaveValue("");
    await expect(field).toBeFocused();
    expect(calls).toHaveLength(1);
    expect(await sandbox.requests()).toHaveLength(1);
    // Pressing again without it asks for it and sends nothing.
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(field).toHaveAttribute("aria-invalid", "true");
    expect(calls).toHaveLength(1);
    await axe(page);

    await enter(page, way, await way.secret(sandbox));
    await expect(heading(page)).toHaveText("Lists");
  });

  test(`${way.name}: when it ends, the screen waits for a new one`, async ({ page, sandbox, expectConsole }) => {
    expectConsole(/status of 401/);
    await page.goto("/lists");
    await chooseWay(page, way.name);
    await enter(page, way, await way.secret(sandbox));
    await expect(heading(page)).toHaveText("Lists");
    await page.getByRole("searchbox", { name: "Search" }).fill("renewals");
    await sandbox.faults([{ method: "GET", path: "/api/voice/queues", nth: 1, kind: "401" }]);
    const calls = callsOf(page);
    await page.getByRole("link", { name: "Campaigns" }).click();

    const dialog = page.getByRole("dialog", { name: "Sign in again" });
    await expect(dialog).toContainText(
      {
        "name and password": "no longer accepts the sign-in of admin",
        "an API key": "no longer accepts the API key",
        "a token": "no longer accepts the token",
      }[way.name],
    );
    const field = dialog.getByLabel(way.field, { exact: true });
    await expect(field).toBeFocused();
    await axe(page);
    // The old one is not tried again.
    const before = calls.length;
    await page.waitForTimeout(500);
    expect(calls).toHaveLength(before);

    await field.fill(await way.secret(sandbox));
    await dialog.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(heading(page)).toHaveText("Campaigns");
    await expect(page.getByRole("link", { name: "Clienti energia sera" })).toBeVisible();
  });

  test(`${way.name}: after an import, the secret is in nothing that is kept or shown`, async ({ page, sandbox }) => {
    const secret = way.name === "name and password" ? "password" : await way.secret(sandbox);
    const logged: string[] = [];
    page.on("console", (message) => logged.push(message.text()));
    await page.goto("/import");
    await chooseWay(page, way.name);
    await enter(page, way, secret);
    await expect(heading(page)).toHaveText("Import contacts");
    await choose(page, csv("two.csv", "name,phone\nAnn,+39 000 1\nBob,+39 000 2\n"));
    await page.getByLabel("Into list").selectOption({ label: "32 · TestList" });
    await page.locator("summary").filter({ hasText: "The two requests" }).click();
    await page.locator("summary").filter({ hasText: "As curl commands" }).click();
    const commands = page.locator("pre").filter({ hasText: "curl" });
    await expect(commands).toContainText(
      {
        "name and password": "-u 'name:password'",
        "an API key": "/api/cm/contacts/upload?apikey=KEY'",
        "a token": "-H 'Authorization: Bearer TOKEN'",
      }[way.name],
    );
    // The word "password" stands in the command above, so that one is looked for as it travels.
    const traces = way.name === "name and password" ? ["YWRtaW4", "admin:password"] : [secret];
    const look = async () => {
      const all = await kept(page);
      for (const trace of traces) expect(all).not.toContain(trace);
    };
    await look();
    await page.getByRole("button", { name: "Import 2 contacts into TestList" }).click();
    await expect(page.getByText("2 contacts were imported")).toBeVisible();
    await look();
    await page.getByRole("link", { name: "Connection" }).click();
    await expect(heading(page)).toHaveText("Connection");
    await look();
    expect(logged.join("\n")).not.toContain(secret);
    // All that is kept, by name.
    const names = await page.evaluate(() => [Object.keys(localStorage).sort(), Object.keys(sessionStorage)]);
    expect(names[0]?.filter((name) => !/^dialdesk\.(activity|language|recipes|server|theme|upload|way)$/.test(name))).toEqual([]);
    expect(names[1]).toEqual([]);
    expect((await sandbox.list(32)).contacts).toHaveLength(2);

    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByLabel(way.field, { exact: true })).toHaveValue("");
    await page.reload();
    // The way is remembered, the secret is not.
    await expect(page.getByLabel(way.field, { exact: true })).toHaveValue("");
    await look();
  });
}

test("the key's way into logs is said where the key is typed", async ({ page }) => {
  await page.goto("/");
  await chooseWay(page, "an API key");
  const field = page.getByLabel("API key", { exact: true });
  await expect(field).toHaveAccessibleDescription(/may stand in the logs of the server and of proxies/);
  await expect(field).toHaveAttribute("type", "password");
  await axe(page);
});

test("a pasted token may have its scheme and blanks around it, and nothing that breaks a header", async ({
  page,
  sandbox,
}) => {
  const way = WAYS[2]!;
  const token = await way.secret(sandbox);
  await page.goto("/lists");
  const calls = callsOf(page);
  await chooseWay(page, "a token");
  await enter(page, way, "two tokens");
  await expect(page.getByText("A token has letters, digits and signs without blanks")).toBeVisible();
  await enter(page, way, "più");
  await expect(page.getByText("A token has letters, digits and signs without blanks")).toBeVisible();
  expect(calls).toEqual([]);
  await enter(page, way, `  Bearer ${token} `);
  await expect(heading(page)).toHaveText("Lists");
  expect(calls[0]?.authorization).toBe(`Bearer ${token}`);
});

test("a name with a colon is not sent: its password would begin there", async ({ page }) => {
  await page.goto("/");
  const calls = callsOf(page);
  await page.getByLabel("Name", { exact: true }).fill("ad:min");
  await page.getByLabel("Password", { exact: true }).fill("x");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("A name with a colon cannot be sent")).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  expect(calls).toEqual([]);
});

test("a key with signs of its own arrives whole", async ({ page, expectConsole }) => {
  expectConsole(/status of 401/);
  await page.goto("/");
  const calls = callsOf(page);
  await chooseWay(page, "an API key");
  await enter(page, WAYS[1]!, "a&b=c d#é");
  await expect(page.getByRole("alert")).toBeVisible();
  expect(calls[0]?.url.searchParams.get("apikey")).toBe("a&b=c d#é");
});
