// What the app leaves alone: the portal's links, styles, scroll position, head and body.

import type { Page } from "@playwright/test";

import { expect, heading, test } from "../fixtures/app";
import { BASE, desk, enter, menu, portalHeading } from "../fixtures/portal";

/** How the portal's own parts look, and where they are. */
function looks(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("html, body, body > header, header *, #menu, #menu *, footer")].map((part) => {
      const style = getComputedStyle(part);
      return [part.tagName, ...[...style].map((name) => `${name}:${style.getPropertyValue(name)}`)].join(";");
    }),
  );
}

/** What stands in the document outside of the element. */
function outside(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [document.head, document.body].map((part) => [...part.children].map((child) => child.outerHTML.split(">")[0]).join()),
  );
}

test("the portal looks and stands as before, its head and body get no children", async ({ page }) => {
  await page.goto("/portal/shifts");
  await expect(portalHeading(page)).toHaveText("Shifts");
  const [before, document] = [await looks(page), await outside(page)];
  await menu(page, "Contact lists").click();
  await page.getByRole("button", { name: "New list" }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await desk(page).getByRole("link", { name: "Import", exact: true }).click();
  await expect(heading(page)).toHaveText("Import contacts");
  expect(await outside(page)).toEqual(document);
  await menu(page, "Shifts").click();
  await expect(portalHeading(page)).toBeFocused();
  // Away from the link that was clicked, which has its own look while the pointer is over it.
  await page.mouse.move(0, 0);
  await expect.poll(() => looks(page)).toEqual(before);
});

test("the portal's styles stop at the border", async ({ page }) => {
  await enter(page, "/lists", "Lists");
  const look = (name: string) =>
    heading(page).evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), name);
  expect(await look("text-transform")).toBe("none");
  expect(await look("font-size")).toBe("20px");
  expect(await look("font-style")).toBe("normal");
  expect(await look("letter-spacing")).toBe("normal");
  const button = page.getByRole("button", { name: "New list" });
  expect(await button.evaluate((element) => getComputedStyle(element).borderTopStyle)).toBe("solid");
  expect(await button.evaluate((element) => getComputedStyle(element).textTransform)).toBe("none");
});

test("screens change without moving the portal's page", async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 300 });
  await enter(page, "/campaigns", "Campaigns");
  await expect(desk(page).getByRole("table")).toBeVisible();
  await page.evaluate(() => scrollTo(0, 60));
  await desk(page).getByRole("link", { name: "Import", exact: true }).evaluate((link: HTMLElement) => link.click());
  await expect(heading(page)).toHaveText("Import contacts");
  expect(await page.evaluate(() => scrollY)).toBe(60);
  await page.evaluate(() => (document.querySelector("dialdesk-app") as unknown as { navigate(path: string): void }).navigate("/campaigns"));
  await expect(heading(page)).toHaveText("Campaigns");
  expect(await page.evaluate(() => scrollY)).toBe(60);
});

test("deep links, reload, back and forward work across pages of the portal and screens of the app", async ({ page }) => {
  await enter(page, "/lists/12", "Spring renewals");
  await page.reload();
  await expect(heading(page)).toHaveText("Spring renewals");
  await expect(page).toHaveTitle("Spring renewals · Dialdesk · Ortensia Energia");
  await menu(page, "News").click();
  await expect(portalHeading(page)).toHaveText("News");
  await expect(desk(page)).toHaveCount(0);
  await menu(page, "Campaigns").click();
  await expect(heading(page)).toHaveText("Campaigns");
  // The portal's menu and the app's own lead to the same screens.
  await menu(page, "Contact lists").click();
  await expect(heading(page)).toHaveText("Lists");
  await expect(menu(page, "Contact lists")).toHaveAttribute("aria-current", "page");
  await desk(page).getByRole("link", { name: "TestList" }).click();
  await expect(heading(page)).toHaveText("TestList");

  await page.goBack();
  await expect(heading(page)).toHaveText("Lists");
  await page.goBack();
  await expect(heading(page)).toHaveText("Campaigns");
  await page.goBack();
  await expect(portalHeading(page)).toHaveText("News");
  await page.goBack();
  await expect(heading(page)).toHaveText("Spring renewals");
  for (const title of ["News", "Campaigns", "Lists", "TestList"]) {
    await page.goForward();
    await expect(title === "News" ? portalHeading(page) : heading(page)).toHaveText(title);
  }
  await expect(page).toHaveURL(new RegExp(`${BASE}/lists/32$`));
});

test("a path that begins with the same letters stays the portal's", async ({ page }) => {
  await enter(page, "/lists", "Lists");
  await menu(page, "Archive of 2023").click();
  await expect(portalHeading(page)).toHaveText("Archive of 2023");
  await expect(page).toHaveURL(/\/portal\/apps\/dialdesk-archive$/);
  await page.goBack();
  await expect(heading(page)).toHaveText("Lists");
});

test("the base path is the first screen, with and without a slash at its end", async ({ page }) => {
  for (const path of ["", "/"]) {
    await page.goto(`${BASE}${path}`);
    await expect(heading(page)).toHaveText("Campaigns");
    await expect(page).toHaveURL(new RegExp(`${BASE}/campaigns$`));
  }
  await page.goto(`${BASE}/nothing-here`);
  await expect(heading(page)).toHaveText("There is no such page");
});
