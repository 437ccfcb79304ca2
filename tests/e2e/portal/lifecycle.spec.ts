// Coming and going: nothing of the app is left behind.

import type { Page } from "@playwright/test";

import { expect, heading, test } from "../fixtures/app";
import { BASE, desk, enter, menu, portalHeading } from "../fixtures/portal";
import { bare, embed } from "../fixtures/bare";

/** Counts the listeners of window and document from now on. */
async function count(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const listeners = new Map<EventTarget, Map<string, Set<unknown>>>();
    const of = (target: EventTarget, kind: string, options: unknown) => {
      const capture = typeof options === "object" && options ? (options as { capture?: boolean }).capture : options;
      const kinds = listeners.get(target) ?? new Map<string, Set<unknown>>();
      listeners.set(target, kinds);
      const key = `${kind} ${Boolean(capture)}`;
      const known = kinds.get(key) ?? new Set();
      kinds.set(key, known);
      return known;
    };
    const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
    const isWatched = (target: unknown): target is EventTarget => target === window || target === document;
    EventTarget.prototype.addEventListener = function (kind, listener, options) {
      const target = this ?? window;
      if (isWatched(target)) of(target, kind, options).add(listener);
      return add.call(target, kind, listener, options);
    };
    EventTarget.prototype.removeEventListener = function (kind, listener, options) {
      const target = this ?? window;
      if (isWatched(target)) of(target, kind, options).delete(listener);
      return remove.call(target, kind, listener, options);
    };
    Object.assign(window, {
      listening: () =>
        [...listeners.values()]
          .flatMap((kinds) => [...kinds].flatMap(([kind, known]) => Array(known.size).fill(kind)))
          .sort(),
    });
  });
}

function listening(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { listening(): string[] }).listening());
}

/** Follows a link of the host page and stays where it is; whether somebody else has prevented what a browser does then. */
function follow(page: Page, href: string): Promise<boolean> {
  return page.evaluate((href) => {
    const link = Object.assign(document.createElement("a"), { href, textContent: "x" });
    document.body.append(link);
    let prevented = false;
    const look = (event: Event) => {
      prevented = event.defaultPrevented;
      event.preventDefault();
    };
    addEventListener("click", look, { once: true });
    link.click();
    link.remove();
    return prevented;
  }, href);
}

/** Screens whose parts are loaded later. */
const SCREENS = [
  ["/import", "Import contacts"],
  ["/lists/12", "Spring renewals"],
  ["/campaigns", "Campaigns"],
] as const;

test("after 20 times of coming and going the page listens to what it listened to before", async ({ page }) => {
  await count(page);
  await page.goto("/portal/");
  await expect(portalHeading(page)).toBeVisible();
  const before = await listening(page);
  await menu(page, "Contact lists").click();
  await expect(heading(page)).toHaveText("Lists");
  // The measure is worth something only where the app listens at all.
  expect((await listening(page)).length).toBeGreaterThan(before.length);
  await menu(page, "Home").click();
  await expect.poll(() => listening(page)).toEqual(before);
  // Each time with a screen in it, whose listeners count as well.
  for (let times = 0; times < 20; times += 1) {
    const [path, title] = SCREENS[times % SCREENS.length]!;
    await page.evaluate(
      async ({ base, path }) => {
        history.replaceState(history.state, "", `${base}${path}`);
        const app = Object.assign(document.createElement("dialdesk-app"), {
          tokenProvider: async () => {
            const answer = await fetch("/portal/token", { method: "POST" });
            const { token } = (await answer.json()) as { token: string };
            return { scheme: "Bearer", value: token };
          },
        });
        app.setAttribute("base-path", base);
        document.body.append(app);
      },
      { base: BASE, path },
    );
    await expect(heading(page)).toHaveText(title);
    await page.evaluate(() => document.querySelector("dialdesk-app")?.remove());
  }
  await expect.poll(() => listening(page)).toEqual(before);
});

test("a link below the base path is nobody's once the app is gone", async ({ page }) => {
  await bare(page, "/bare/app/lists");
  await embed(page, { base: "/bare/app", answers: ["fresh"] });
  await expect(heading(page)).toHaveText("Lists");
  expect(await follow(page, "/bare/app/campaigns")).toBe(true);
  await expect(heading(page)).toHaveText("Campaigns");
  await page.evaluate(() => document.querySelector("dialdesk-app")?.remove());
  await page.waitForTimeout(50);
  expect(await follow(page, "/bare/app/campaigns")).toBe(false);
});

test("links to a sibling and to the base path itself are told apart", async ({ page }) => {
  await bare(page, "/bare/app/lists");
  await embed(page, { base: "/bare/app/", answers: ["fresh"] });
  await expect(heading(page)).toHaveText("Lists");
  for (const href of ["/bare/app-archive", "/bare/application/lists", "/bare/", "/other"]) {
    expect(await follow(page, href), href).toBe(false);
  }
  await expect(heading(page)).toHaveText("Lists");
  expect(await follow(page, "/bare/app")).toBe(true);
  await expect(heading(page)).toHaveText("Campaigns");
  expect(await follow(page, "/bare/app/")).toBe(true);
});

test("an app that is moved in the document keeps what was typed, one that is added again starts anew", async ({ page }) => {
  await enter(page, "/campaigns/new", "New campaign");
  await desk(page).locator("#name").fill("kept");
  await page.evaluate(() => {
    const app = document.querySelector("dialdesk-app");
    if (app) document.querySelector("footer")?.append(app);
  });
  await expect(desk(page).locator("#name")).toHaveValue("kept");
  await page.evaluate(async () => {
    const app = document.querySelector("dialdesk-app");
    app?.remove();
    await new Promise((resolve) => setTimeout(resolve));
    if (app) document.querySelector("#content")?.append(app);
  });
  await expect(heading(page)).toHaveText("New campaign");
  await expect(desk(page).locator("#name")).toHaveValue("");
});
