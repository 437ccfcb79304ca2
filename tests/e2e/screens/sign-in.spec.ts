// Signing in, and where the password is not.

import { axe, expect, heading, test } from "../fixtures/app";
import { open, signIn } from "../fixtures/admin";

test("a wrong password is said, tried once, and leaves the name", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 401/);
  await page.goto("/lists");
  await signIn(page, "wrong");
  await expect(page.getByRole("alert")).toContainText("The server does not accept this name and password.");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("admin");
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
  await axe(page);
  expect(await sandbox.requests()).toHaveLength(1);
  await signIn(page);
  await expect(heading(page)).toHaveText("Lists");
});

test("empty fields are named, and the first of them takes focus", async ({ page, sandbox }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Enter the name with which you sign in to Motion.")).toBeVisible();
  await expect(page.getByText("Enter the password.")).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  await axe(page);
  expect(await sandbox.requests()).toEqual([]);
});

test("a server that is down is told from a wrong password", async ({ page, expectConsole }) => {
  expectConsole(/ERR_FAILED/);
  await page.goto("/");
  await page.route("**/api/**", (route) => route.abort());
  await signIn(page);
  await expect(page.getByRole("alert")).toContainText("The server did not answer. It may be down");
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("password");
  await page.unroute("**/api/**");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(heading(page)).toHaveText("Campaigns");
});

test("a server that refuses to be read lets an admin in", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 404/);
  await sandbox.faults([{ method: "GET", path: "/api/**", kind: "404" }]);
  await page.goto("/lists");
  await signIn(page);
  await expect(heading(page)).toHaveText("Lists");
  await expect(page.getByText("This server does not show its lists")).toBeVisible();
  await expect(page.getByRole("button", { name: "New list" })).toBeVisible();
});

test("the password is in no storage, no address and no cookie; a reload asks for it again", async ({
  page,
  sandbox,
  context,
}) => {
  await open(page, "/lists/12", "Spring renewals");
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]));
  expect(kept).not.toContain("password");
  expect(kept).not.toContain("YWRtaW4"); // "admin" in Base64
  expect(await context.cookies()).toEqual([]);
  const requests = await sandbox.requests();
  expect(requests.every((request) => request.headers["authorization"] === "Basic")).toBe(true);
  expect(JSON.stringify(requests.map((request) => request.path))).not.toContain("password");

  await page.reload();
  await expect(heading(page)).toHaveText("Sign in");
  await signIn(page);
  // Back on the screen of the address.
  await expect(heading(page)).toHaveText("Spring renewals");
});

test("Italian is complete from the first screen on, and stays chosen", async ({ page }) => {
  await page.goto("/import");
  await page.getByLabel("Language").selectOption("it");
  await expect(heading(page)).toHaveText("Accedi");
  await expect(page.getByLabel("Lingua")).toBeFocused();
  await expect(page).toHaveTitle("Accedi · Dialdesk");
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("it");
  await page.reload();
  await page.getByLabel("Nome", { exact: true }).fill("admin");
  await page.getByLabel("Password", { exact: true }).fill("password");
  await page.getByRole("button", { name: "Accedi" }).click();
  await expect(heading(page)).toHaveText("Importa contatti");
  await axe(page);
});
