// The app inside the portal: accessible, in both languages, and as wide as a small phone.

import { axe, expect, heading, test } from "../fixtures/app";
import { pictured } from "../fixtures/look";
import { desk, enter, menu } from "../fixtures/portal";

for (const [path, title] of [
  ["/campaigns", "Campaigns"],
  ["/campaigns/59", "Spring renewals"],
  ["/lists", "Lists"],
  ["/lists/12", "Spring renewals"],
  ["/lists/33/contacts/new", "Trade fair leads"],
  ["/lists/33/contacts/several", "Trade fair leads"],
  ["/import", "Import contacts"],
] as const) {
  test(`${path} is accessible and fits inside the portal`, async ({ page }, info) => {
    await enter(page, path, title);
    await pictured(page, info, `portal${path.replaceAll("/", "-")}`);
  });
}

test("the portal's language and theme are the app's", async ({ page }) => {
  await enter(page, "/lists", "Lists");
  await page.getByLabel("Language").selectOption("it");
  await expect(heading(page)).toHaveText("Liste");
  await expect(page.getByText("Connesso come utente del portale")).toBeVisible();
  await page.getByLabel("Tema").selectOption("dark");
  await expect(desk(page).locator(".root")).toHaveClass(/theme-dark/);
  await axe(page);
  await menu(page, "Notizie", "Portale").click();
  await page.getByRole("navigation", { name: "Portale" }).getByRole("link", { name: "Campagne" }).click();
  await expect(heading(page)).toHaveText("Campagne");
});

test("the portal's own pages are accessible", async ({ page }) => {
  await page.goto("/portal/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Home");
  await axe(page);
});
