// An element that is taken away while something is on its way: a fault would stop every other element of the page.

import type { Page } from "@playwright/test";

import { expect, heading, test } from "../fixtures/app";
import { open, signIn } from "../fixtures/admin";
import { CONTACTS, LISTS, cell, contactField } from "../fixtures/lists";

const REFUSED = { errors: [{ path: "firstName", message: "not acceptable" }] };
const CREATED = { id: 9_000, name: "Autumn" };

/** Presses the button, takes the element away before the answer comes, and puts it back. */
async function takeAway(page: Page, path: string, button: string, status: number, body: unknown): Promise<void> {
  let answered = (): void => undefined;
  const answer = new Promise<void>((resolve) => (answered = resolve));
  await page.route(`**${path}`, async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await page.waitForTimeout(1_000);
    await route.fulfill({ status, json: body });
    answered();
  });
  await page.getByRole("button", { name: button }).click();
  await page.waitForTimeout(300);
  const gone = await page.evaluateHandle(() => {
    const element = document.querySelector("dialdesk-app")!;
    element.remove();
    return element;
  });
  await answer;
  await page.waitForTimeout(500);
  await page.evaluate((element) => document.body.prepend(element), gone);
  await signIn(page);
}

for (const [status, body] of [
  [201, CREATED],
  [422, { errors: [{ path: "name", message: "not acceptable" }] }],
] as const) {
  test(`a new list: ${status}`, async ({ page, expectConsole }) => {
    expectConsole(/status of 422/);
    await open(page, "/lists", "Lists");
    await page.getByRole("button", { name: "New list" }).click();
    await page.getByLabel("Name", { exact: true }).fill("Autumn");
    await takeAway(page, LISTS, "Create list", status, body);
    await expect(heading(page)).toHaveText("Lists");
  });
}

for (const [status, body] of [
  [201, { id: 9_000 }],
  [422, REFUSED],
] as const) {
  test(`a contact: ${status}`, async ({ page, expectConsole }) => {
    expectConsole(/status of 422/);
    await open(page, "/lists/32/contacts/new", "TestList");
    await contactField(page, "firstName").fill("Ida");
    await takeAway(page, CONTACTS, "Add contact", status, body);
    await expect(contactField(page, "firstName")).toHaveValue("");
  });

  test(`several contacts: ${status}`, async ({ page, expectConsole }) => {
    expectConsole(/status of 422/);
    await open(page, "/lists/32/contacts/several", "TestList");
    await cell(page, 0, 0).fill("Ida");
    await takeAway(page, `${LISTS}/32/contacts`, "Add 1 contact", status, status === 201 ? [body] : body);
    await expect(cell(page, 0, 0)).toHaveValue("");
  });
}
