// A portal that provides the sign-in: asked once for all, renewed once, and never trusted blindly.

import { axe, expect, heading, test } from "../fixtures/app";
import { type Answer, asked, bare, call, embed, endTokens, told } from "../fixtures/bare";
import { field, writes } from "../fixtures/campaign";
import { desk, enter } from "../fixtures/portal";

const BASE = "/bare/app";

test("the first screen with several reads asks once, and nothing asks for a password", async ({ page, sandbox }) => {
  await bare(page, `${BASE}/campaigns/59`);
  await embed(page, { base: BASE, answers: ["fresh"] });
  await expect(heading(page)).toHaveText("Spring renewals");
  await expect(field(page, "name")).toHaveValue("Spring renewals");
  expect(await asked(page)).toEqual(["start"]);
  await expect(page.getByLabel("Password", { exact: true })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Sign out" })).toHaveCount(0);
  const requests = await sandbox.requests();
  expect(requests.length).toBeGreaterThan(3);
  expect(requests.every(({ headers, status }) => headers["authorization"] === "Bearer" && status === 200)).toBe(true);
  expect(await told(page, "auth-required")).toEqual([]);
});

test("an expired token is renewed once for all reads that it stops, and each of them is made again", async ({
  page,
  sandbox,
  expectConsole,
}) => {
  expectConsole(/status of 401/);
  await bare(page, `${BASE}/lists`);
  await embed(page, { base: BASE, answers: ["fresh"] });
  await expect(heading(page)).toHaveText("Lists");
  await expect(desk(page).getByRole("row")).not.toHaveCount(0);
  const before = (await sandbox.requests()).length;
  await endTokens(page);
  await call(page, "navigate", "/campaigns/59");
  await expect(field(page, "name")).toHaveValue("Spring renewals");
  await expect(field(page, "TrunkId").locator("option")).not.toHaveCount(1);
  expect(await asked(page)).toEqual(["start", "expired"]);
  const seen = async (status: number) =>
    (await sandbox.requests()).slice(before).filter((request) => request.status === status).map(({ path }) => path);
  const refused = await seen(401);
  expect(refused.length).toBeGreaterThan(1);
  // Whatever was refused was made again, once.
  await expect.poll(() => seen(200)).toEqual(expect.arrayContaining(refused));
  expect(await seen(401)).toEqual(refused);
  expect(new Set(refused).size).toBe(refused.length);
  expect(await told(page, "auth-required")).toEqual([]);
});

test("a change that an expired token stops is made once, after the renewal", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 401/);
  await bare(page, `${BASE}/lists/new`);
  await embed(page, { base: BASE, answers: ["fresh"] });
  await page.getByLabel("Name", { exact: true }).fill("Renewed");
  await endTokens(page);
  await page.getByRole("button", { name: "Create list" }).click();
  await expect(page.getByRole("link", { name: "Open the list" })).toBeVisible();
  expect(await asked(page)).toEqual(["start", "expired"]);
  expect(writes(await sandbox.requests()).map(({ status }) => status)).toEqual([401, 201]);
  expect((await sandbox.state()).lists.filter(({ name }) => name === "Renewed")).toHaveLength(1);
});

test("a second refusal stops and asks the admin; what was typed stays", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 401/);
  await bare(page, `${BASE}/campaigns/59`);
  await embed(page, { base: BASE, answers: ["fresh"] });
  await field(page, "description").fill("kept");
  await sandbox.faults([{ method: "GET", path: "/api/voice/queues/59/lists", kind: "401" }]);
  await desk(page).getByRole("navigation", { name: "Parts of the campaign" }).getByRole("link", { name: "Lists" }).click();
  const alert = page.getByRole("alert").filter({ hasText: "The portal gave no sign-in" });
  await expect(alert).toContainText("The server does not accept the sign-in that the portal has just given.");
  await expect(alert).toContainText("Everything on this page is still here.");
  const tried = (await sandbox.requests()).filter(({ path }) => path.startsWith("/api/voice/queues/59/lists"));
  expect(tried).toHaveLength(2);
  expect(await asked(page)).toEqual(["start", "expired"]);
  expect(await told(page, "auth-required")).toEqual([{ reason: "expired" }]);
  await axe(page);

  await sandbox.faults([]);
  await alert.getByRole("button", { name: "Ask the portal again" }).click();
  await expect(alert).toHaveCount(0);
  await expect(page.locator("dialdesk-app #sign-in-notice")).toBeFocused();
  await desk(page).getByRole("link", { name: "Settings" }).click();
  await expect(field(page, "description")).toHaveValue("kept");
  expect(await asked(page)).toEqual(["start", "expired", "expired"]);
});

test("the token that was refused is not sent again", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 401/);
  await bare(page, `${BASE}/lists`);
  await embed(page, { base: BASE, answers: ["same"] });
  await expect(heading(page)).toHaveText("Lists");
  await expect(desk(page).getByRole("row")).not.toHaveCount(0);
  await endTokens(page);
  await call(page, "navigate", "/lists/12");
  await expect(page.getByText("It was not used again, because servers block accounts")).toBeVisible();
  const refused = (await sandbox.requests()).filter(({ status }) => status === 401).length;
  expect(refused).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Ask the portal again" }).click();
  await expect(page.getByText("It was not used again, because servers block accounts")).toBeVisible();
  expect((await sandbox.requests()).filter(({ status }) => status === 401)).toHaveLength(refused);
  expect(await asked(page)).toEqual(["start", "expired", "expired"]);
});

for (const [answer, sentence] of [
  ["throw", "The portal could not provide a sign-in."],
  ["reject", "The portal could not provide a sign-in."],
  ["nonsense", "The portal answered with something that is not a sign-in."],
] as const satisfies readonly [Answer, string][]) {
  test(`a provider whose answer is "${answer}" is said so in place, and can be asked again`, async ({
    page,
    sandbox,
    expectConsole,
  }) => {
    expectConsole(/tokenProvider failed/);
    await bare(page, `${BASE}/lists`);
    await embed(page, { base: BASE, answers: [answer, "fresh"] });
    const alert = page.getByRole("alert");
    await expect(alert).toContainText(sentence);
    expect(await told(page, "auth-required")).toEqual([{ reason: "start" }]);
    expect(await sandbox.requests()).toEqual([]);
    await axe(page);
    await alert.getByRole("button", { name: "Ask the portal again" }).click();
    await expect(heading(page)).toHaveText("Lists");
    expect(await asked(page)).toEqual(["start", "start"]);
  });
}

test("a provider that never answers has 30 seconds", async ({ page }) => {
  await page.clock.install();
  await bare(page, `${BASE}/lists`);
  await embed(page, { base: BASE, answers: ["never", "fresh"], attributes: { locale: "it" } });
  await expect(page.getByText("Sto chiedendo l’accesso al portale…")).toBeVisible();
  await page.clock.runFor(29_000);
  await expect(page.getByRole("alert")).toHaveCount(0);
  await page.clock.runFor(1_500);
  await expect(page.getByRole("alert")).toContainText("Il portale non ha risposto entro 30 secondi.");
  await page.getByRole("button", { name: "Chiedi di nuovo al portale" }).click();
  await page.clock.runFor(1_000);
  await expect(heading(page)).toHaveText("Liste");
});

test("a provider may be set late, and taken away: the form comes and goes", async ({ page }) => {
  await bare(page, `${BASE}/lists`);
  await embed(page, { base: BASE });
  await expect(page.getByLabel("Password", { exact: true })).toBeVisible();
  await page.evaluate(() => {
    const app = document.querySelector("dialdesk-app") as unknown as { tokenProvider: unknown };
    app.tokenProvider = async () => {
      const answer = await fetch("/portal/token", { method: "POST" });
      return { scheme: "Bearer", value: ((await answer.json()) as { token: string }).token };
    };
  });
  await expect(heading(page)).toHaveText("Lists");
  await page.evaluate(() => {
    (document.querySelector("dialdesk-app") as unknown as { tokenProvider: unknown }).tokenProvider = null;
  });
  await desk(page).getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByLabel("Password", { exact: true })).toBeVisible();
});

test("a provider may be set before the element is defined", async ({ page }) => {
  await page.route("**/early/**", (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><html lang=en><title>x</title><link rel=icon href=data:,><body>" }),
  );
  await page.goto("/early/app/lists");
  await page.evaluate(() => {
    const app = document.createElement("dialdesk-app");
    app.setAttribute("base-path", "/early/app");
    Object.assign(app, { tokenProvider: async () => ({ scheme: "Basic", value: btoa("admin:password") }) });
    document.body.append(app);
    document.head.append(Object.assign(document.createElement("script"), { type: "module", src: "/dialdesk.js" }));
  });
  await expect(heading(page)).toHaveText("Lists");
});

test("signing out of the portal ends the sign-in and forgets what was typed", async ({ page, sandbox }) => {
  await enter(page, "/campaigns/new", "New campaign");
  await field(page, "name").fill("forgotten");
  await page.getByText("Marta Rinaldi").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  const dialog = page.getByRole("dialog", { name: "Leave Dialdesk?" });
  await expect(dialog).toContainText("would be lost");
  await dialog.getByRole("button", { name: "Leave" }).click();
  await expect(heading(page)).toHaveText("You are signed out");
  const before = (await sandbox.requests()).length;
  await axe(page);
  // The portal gives nothing to nobody.
  await page.getByText("Nobody signed in").click();
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await desk(page).getByRole("button", { name: "Sign in through the portal" }).click();
  await expect(heading(page)).toHaveText("New campaign");
  await expect(field(page, "name")).toHaveValue("");
  expect((await sandbox.requests()).length).toBeGreaterThan(before);
});

test("a provider that is taken away while it is asked and given again is asked anew, and its old answer is not taken", async ({
  page,
}) => {
  await bare(page, `${BASE}/lists`);
  await embed(page, { base: BASE, answers: ["never"] });
  await expect.poll(() => asked(page)).toEqual(["start"]);
  await page.evaluate(() => {
    const app = document.querySelector("dialdesk-app") as unknown as Record<string, unknown>;
    app["tokenProvider"] = null;
    app["tokenProvider"] = async () => {
      const answer = await fetch("/portal/token", { method: "POST" });
      const { token } = (await answer.json()) as { token: string };
      return { scheme: "Bearer", value: token };
    };
  });
  await expect(heading(page)).toHaveText("Lists");
  await expect(page.getByLabel("Password", { exact: true })).toHaveCount(0);
});

test("a portal's token goes to the portal's own server, whatever address was kept before", async ({ page, sandbox }) => {
  await page.addInitScript(() => localStorage.setItem("dialdesk.server", "https://elsewhere.example"));
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("elsewhere.example")) elsewhere.push(request.url());
  });
  await bare(page, `${BASE}/connect`);
  await embed(page, { base: BASE, answers: ["fresh"], attributes: { standalone: "" } });
  await expect(heading(page)).toHaveText("Connection");
  await expect(page.getByLabel("Server address")).toHaveCount(0);
  await call(page, "navigate", "/lists");
  await expect(desk(page).getByRole("row")).not.toHaveCount(0);
  expect((await sandbox.requests()).length).toBeGreaterThan(0);
  expect(elsewhere).toEqual([]);
});
