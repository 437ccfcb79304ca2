// The contract of docs/embedding.md: attributes, methods and events.

import { axe, expect, heading, test } from "../fixtures/app";
import { choose, csv } from "../fixtures/admin";
import { bare, call, embed, told } from "../fixtures/bare";
import { field } from "../fixtures/campaign";
import { BASE, desk, enter, menu, portalHeading } from "../fixtures/portal";

const APP = "/bare/app";

test("language and theme follow the attributes, and are not remembered", async ({ page }) => {
  await bare(page, `${APP}/campaigns/59`);
  await embed(page, { base: APP, answers: ["fresh"], attributes: { locale: "en", theme: "light" } });
  await expect(field(page, "name")).toHaveValue("Spring renewals");
  await field(page, "description").fill("kept");
  const set = (name: string, value: string | null) =>
    page.evaluate(
      ({ name, value }) => {
        const app = document.querySelector("dialdesk-app");
        if (value === null) app?.removeAttribute(name);
        else app?.setAttribute(name, value);
      },
      { name, value },
    );
  await set("locale", "it-CH");
  await expect(desk(page).getByRole("link", { name: "Campagne" })).toBeVisible();
  await expect(field(page, "description")).toHaveValue("kept");
  await set("theme", "dark");
  const scheme = () => desk(page).locator(".root").evaluate((root) => getComputedStyle(root).colorScheme);
  expect(await scheme()).toBe("dark");
  await set("theme", "auto");
  expect(await scheme()).toBe("light dark");
  // A language that the app does not have leaves the admin's own.
  await set("locale", "de");
  await expect(desk(page).getByRole("link", { name: "Campaigns" })).toBeVisible();
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({});
});

test("a language and a theme that the host page gives are not asked for", async ({ page }) => {
  await bare(page, `${APP}/lists`);
  await embed(page, { base: APP, attributes: { locale: "it", theme: "light" } });
  await expect(heading(page)).toHaveText("Accedi");
  await expect(page.getByRole("combobox")).toHaveCount(0);
  await axe(page);
});

test("a new base path starts the app anew", async ({ page }) => {
  await bare(page, "/bare/two/lists");
  await embed(page, { base: "/bare/one", answers: ["fresh"] });
  await expect(desk(page).locator(".root")).toHaveText("", { useInnerText: true });
  await page.evaluate(() => document.querySelector("dialdesk-app")?.setAttribute("base-path", "/bare/two"));
  await expect(heading(page)).toHaveText("Lists");
  expect(await told(page, "ready")).toHaveLength(2);
});

test("the app begins at `view` where the address names no screen", async ({ page }) => {
  await bare(page, APP);
  await embed(page, { base: APP, answers: ["fresh"], attributes: { view: "lists/12" } });
  await expect(heading(page)).toHaveText("Spring renewals");
  await expect(page).toHaveURL(new RegExp(`${APP}/lists/12$`));
  await bare(page, `${APP}/lists`);
  await embed(page, { base: APP, answers: ["fresh"], attributes: { view: "/lists/12" } });
  await expect(heading(page)).toHaveText("Lists");
});

test("navigate shows screens only, and waits for an app that is not there yet", async ({ page }) => {
  const warned: string[] = [];
  page.on("console", (message) => message.type() === "warning" && warned.push(message.text()));
  await bare(page, `${APP}/lists`);
  await embed(page, { base: APP, answers: ["fresh"] });
  await call(page, "navigate", "/lists/12");
  await expect(heading(page)).toHaveText("Spring renewals");
  for (const path of ["//other.example/", "/../../portal/", "/what", "https://other.example"]) {
    await call(page, "navigate", path);
  }
  await expect.poll(() => warned.length).toBe(4);
  await expect(page).toHaveURL(new RegExp(`${APP}/lists/12$`));
  await call(page, "navigate", "import");
  await expect(heading(page)).toHaveText("Import contacts");
  expect((await told(page, "route")).map((detail) => (detail as { path: string }).path)).toEqual([
    "/lists/12",
    "/import",
  ]);
  expect(await told(page, "title")).toContainEqual({ title: "Import contacts · Dialdesk" });
});

test("whoever would lose something is asked, by keyboard, and may stay or leave", async ({ page }) => {
  await enter(page, "/campaigns/new", "New campaign");
  await field(page, "name").fill("draft");
  await expect(page.getByText("Unsaved work in the outbound desk")).toBeVisible();
  await menu(page, "News").press("Enter");
  const dialog = page.getByRole("dialog", { name: "Leave Dialdesk?" });
  await expect(dialog.getByRole("button", { name: "Stay" })).toBeFocused();
  await axe(page);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(heading(page)).toHaveText("New campaign");
  await expect(field(page, "name")).toHaveValue("draft");

  await menu(page, "News").press("Enter");
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(menu(page, "News")).toBeFocused();

  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(dialog.getByRole("button", { name: "Leave" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(portalHeading(page)).toHaveText("News");
  await expect(page.getByText("Unsaved work in the outbound desk")).toBeHidden();
});

test("nobody is asked where nothing would be lost; an app that is gone answers yes", async ({ page }) => {
  await bare(page, `${APP}/campaigns/new`);
  await embed(page, { base: APP, answers: ["fresh"] });
  await expect(heading(page)).toHaveText("New campaign");
  expect(await call(page, "canLeave")).toBe(true);
  await field(page, "name").fill("draft");
  const answers = page.evaluate(() => {
    const app = document.querySelector("dialdesk-app") as unknown as { canLeave(): Promise<boolean>; remove(): void };
    const both = Promise.all([app.canLeave(), app.canLeave()]);
    setTimeout(() => app.remove(), 200);
    return both;
  });
  expect(await answers).toEqual([true, true]);
});

test("Back cannot be stopped: the draft waits out of sight in the portal", async ({ page }) => {
  await page.goto("/portal/news");
  await menu(page, "Campaigns").click();
  await desk(page).getByRole("link", { name: "New campaign" }).click();
  await field(page, "name").fill("draft");
  await page.goBack();
  await page.goBack();
  await expect(portalHeading(page)).toHaveText("News");
  await expect(desk(page)).toBeHidden();
  await page.goForward();
  await page.goForward();
  await expect(field(page, "name")).toHaveValue("draft");
});

test("a file that was not sent is dirty, a request under way is busy, and the end of an import is told", async ({
  page,
  sandbox,
}) => {
  await bare(page, `${APP}/import`);
  await embed(page, { base: APP, answers: ["fresh"] });
  await choose(page, csv("two.csv", "name,phone\nAnn,+39 000 1\nBob,+39 000 2\n"));
  await page.getByLabel("Into list").selectOption({ label: "32 · TestList" });
  await expect.poll(() => told(page, "dirty")).toEqual([{ dirty: true }]);
  await sandbox.faults([{ method: "POST", path: "/api/cm/contacts/upload", kind: "delay", delay_ms: 800 }]);
  await page.getByRole("button", { name: "Import 2 contacts into TestList" }).click();
  await expect.poll(() => told(page, "busy")).toEqual([{ busy: true }]);
  await expect(page.getByText("2 contacts were imported")).toBeVisible();
  await expect.poll(() => told(page, "busy")).toEqual([{ busy: true }, { busy: false }]);
  expect(await told(page, "dirty")).toEqual([{ dirty: true }, { dirty: false }]);
  expect(await told(page, "import-finished")).toEqual([{ list: 32, verdict: "verified", expected: 2, found: 2 }]);
  expect(await told(page, "notify")).toEqual([
    { tone: "good", text: "The import into list 32 has ended: 2 of 2 contacts were added." },
  ]);
});

test("an import that was refused and one that nobody can judge are told apart", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 403/);
  await bare(page, `${APP}/import`);
  await embed(page, { base: APP, answers: ["fresh"] });
  await choose(page, csv("two.csv", "name,phone\nAnn,+39 000 1\nBob,+39 000 2\n"));
  await page.getByLabel("Into list").selectOption({ label: "32 · TestList" });
  await sandbox.faults([{ method: "POST", path: "/api/cm/contacts/upload/*", kind: "403" }]);
  const deed = page.getByRole("button", { name: "Import 2 contacts into TestList" });
  await deed.click();
  await expect
    .poll(() => told(page, "import-finished"))
    .toEqual([{ list: 32, verdict: "not-imported", expected: 2, found: 0 }]);
  await sandbox.faults([{ method: "GET", path: "/api/cm/contacts", kind: "403" }]);
  await deed.click();
  await expect
    .poll(async () => (await told(page, "import-finished")).slice(1))
    .toEqual([{ list: 32, verdict: "unknown", expected: 2, found: null }]);
});

test("a list that was created is told to the host page, which may show it", async ({ page }) => {
  await bare(page, `${APP}/lists/new`);
  await embed(page, { base: APP, answers: ["fresh"], attributes: { locale: "it" } });
  await page.getByLabel("Nome", { exact: true }).fill("Nuova");
  await page.getByRole("button", { name: "Crea lista" }).click();
  await expect.poll(() => told(page, "notify")).toEqual([{ tone: "good", text: "La lista “Nuova” è stata creata." }]);
});

test("of two apps on a page the one that the address means is in use, the other says where it begins", async ({ page }) => {
  await bare(page, "/bare/one/lists");
  await embed(page, { base: "/bare/one", answers: ["fresh"] });
  await embed(page, { base: "/bare/two", answers: ["fresh"], attributes: { locale: "it" } });
  const [one, two] = [desk(page).nth(0), desk(page).nth(1)];
  await expect(one.getByRole("heading", { level: 1 })).toHaveText("Lists");
  await expect(two).toContainText("In questa pagina è in uso un altro Dialdesk. Questo comincia da /bare/two.");
  await axe(page);
  await two.getByRole("link", { name: "Vai lì" }).click();
  await expect(two.getByRole("heading", { level: 1 })).toHaveText("Campagne");
  await expect(one).toContainText("Another Dialdesk on this page is in use. This one begins at /bare/one.");
  await page.goBack();
  await expect(one.getByRole("heading", { level: 1 })).toHaveText("Lists");
  await expect(two).toContainText("Questo comincia da /bare/two");
  await page.evaluate(() => document.querySelectorAll("dialdesk-app")[0]?.remove());
  // Alone, and elsewhere: nothing is shown.
  await expect(desk(page).locator(".root")).toHaveText("", { useInnerText: true });
});

for (const [base, reason] of [
  ["", "must name a path of its own"],
  ["/", "must name a path of its own"],
  ["apps/dialdesk", "must begin with a slash"],
  ["/bare/app", "overlaps with the base-path /bare/app"],
  ["/bare/app/inner", "overlaps with the base-path /bare/app"],
  ["/bare", "overlaps with the base-path /bare/app"],
] as const) {
  test(`the base path "${base}" beside /bare/app is refused with its reason`, async ({ page, expectConsole }) => {
    expectConsole(/base-path/);
    const errors: string[] = [];
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    await bare(page, `${APP}/lists`);
    await embed(page, { base: APP, answers: ["fresh"] });
    await expect(heading(page)).toHaveText("Lists");
    await embed(page, { base, answers: ["fresh"] });
    const second = desk(page).nth(1);
    await expect(second.getByRole("alert")).toContainText("the page that embeds it has set it up wrongly");
    expect(errors.join()).toContain(reason);
    expect(await told(page, "fatal")).toEqual([{ message: expect.stringContaining(reason) as unknown }]);
    // The first one goes on.
    await call(page, "navigate", "/lists/12");
    await expect(desk(page).nth(0).getByRole("heading", { level: 1 })).toHaveText("Spring renewals");
  });
}

test("the sample portal guards and shows what goes on in the app", async ({ page, sandbox }) => {
  await enter(page, "/lists/new", "Lists");
  await sandbox.faults([{ method: "POST", path: "/api/cm/lists", kind: "delay", delay_ms: 700 }]);
  await page.getByLabel("Name", { exact: true }).fill("Slow");
  await page.getByRole("button", { name: "Create list" }).click();
  await expect(page.getByText("The outbound desk is working…")).toBeVisible();
  await expect(page.getByText("The outbound desk is working…")).toBeHidden();
  await expect(page).toHaveURL(new RegExp(`${BASE}/lists$`));
});
