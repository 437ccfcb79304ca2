// Adding one contact after another, and changing one: nothing typed is lost, nothing of another's is overwritten.

import { axe, expect, test } from "../fixtures/app";
import { open, signIn } from "../fixtures/admin";
import { elsewhere } from "../fixtures/campaign-form";
import { focused, tabTo } from "../fixtures/keyboard";
import { CONTACTS, LISTS, contactField, contactsOf, written } from "../fixtures/lists";

test("two contacts by keyboard alone, the second after the first", async ({ page, sandbox }) => {
  await open(page, "/lists/32", "TestList");
  await tabTo(page, "Add a contact");
  await page.keyboard.press("Enter");
  // The link is gone with its part: focus is at what came in its place.
  await expect(page.getByRole("heading", { name: "Add a contact" })).toBeFocused();
  for (const name of ["Ida", "Ugo"]) {
    await tabTo(page, "First name");
    await page.keyboard.type(name);
    await tabTo(page, "Phone");
    await page.keyboard.type("+39 333 555 0101");
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toMatch(/^First name/);
    await expect(contactField(page, "firstName")).toHaveValue("");
  }
  await axe(page);
  const stored = await contactsOf(sandbox, 32);
  expect(stored.map((contact) => contact["firstName"])).toEqual(["Ida", "Ugo"]);
  await page.getByRole("link", { name: "Back to the contacts" }).click();
  await expect(page.getByRole("rowheader", { name: "Ugo" })).toBeVisible();
});

test("errors wait for sending, name their fields, and keep every value", async ({ page, sandbox }) => {
  await open(page, "/lists/33/contacts/new", "Trade fair leads");
  await expect(contactField(page, "cf_7")).toBeVisible();
  await contactField(page, "lastName").fill("x".repeat(300));
  await contactField(page, "cf_7").fill("many");
  await page.getByRole("button", { name: "More fields" }).click();
  await contactField(page, "priority").fill("0");
  await page.getByRole("button", { name: "More fields" }).click();
  await page.getByRole("button", { name: "Add contact" }).click();
  const summary = page.getByRole("alert");
  await expect(summary).toBeFocused();
  for (const line of [
    "First name: Fill it in: a contact must have it.",
    "Last name: Shorten it to 255 characters; it has 300.",
    "Priority: Enter a whole number from 1 to 2,147,483,647.",
    "Employees: Enter a whole number from −2,147,483,648 to 2,147,483,647.",
  ]) {
    await expect(summary).toContainText(line);
  }
  await expect(page.getByText("Without a phone number campaigns cannot call this contact.")).toBeVisible();
  await axe(page);
  await summary.getByRole("button", { name: /^Priority/ }).click();
  await expect(contactField(page, "priority")).toBeFocused();
  await expect(contactField(page, "lastName")).toHaveValue("x".repeat(300));
  expect(await written(sandbox)).toEqual([]);
  await contactField(page, "priority").fill("3");
  await contactField(page, "lastName").fill("y".repeat(255));
  await contactField(page, "firstName").fill("Ida");
  await contactField(page, "phone").fill("ask at five");
  await expect(page.getByText("This does not look like one phone number.")).toBeVisible();
  await contactField(page, "cf_7").fill(" 12 ");
  await contactField(page, "cf_5").selectOption("Saturday");
  await page.getByRole("button", { name: "Add contact" }).click();
  await expect(page.getByText(/was added/)).toBeVisible();
  expect(await written(sandbox)).toEqual([
    `POST ${CONTACTS} {"firstName":"Ida","lastName":"${"y".repeat(255)}","phone":"ask at five","priority":3,"ListId":33,"cf_5":"Saturday","cf_7":12}`,
  ]);
});

test("custom fields have the control of their type, and a phone that is there already is said", async ({ page, sandbox }) => {
  await open(page, "/lists/27", "Clienti energia");
  const phone = await page.getByRole("table").getByRole("row").nth(1).getByRole("cell").nth(1).innerText();
  await page.getByRole("link", { name: "Add a contact" }).click();
  await contactField(page, "cf_9").check();
  await contactField(page, "firstName").fill("Ida");
  await contactField(page, "phone").fill(phone);
  await expect(page.getByText(/^Contact \d+ of this list has the same number\.$/)).toBeVisible();
  await page.getByRole("button", { name: "More fields" }).click();
  await contactField(page, "scheduledat").fill("2026-03-02T08:05");
  await page.getByRole("button", { name: "Add contact" }).click();
  await expect(page.getByText(/was added/)).toBeVisible();
  expect(await written(sandbox)).toEqual([
    `POST ${CONTACTS} {"firstName":"Ida","phone":"${phone}","scheduledat":"2026-03-02T08:05:00Z","ListId":27,"cf_9":1}`,
  ]);
});

test("half a date is an error, not nothing", async ({ page, sandbox }) => {
  await open(page, "/lists/32/contacts/new", "TestList");
  await contactField(page, "firstName").fill("Ida");
  await page.getByRole("button", { name: "More fields" }).click();
  await contactField(page, "scheduledat").focus();
  await page.keyboard.type("03");
  await page.getByRole("button", { name: "Add contact" }).click();
  await expect(page.getByRole("alert")).toContainText("Enter a day that exists and a time");
  expect(await written(sandbox)).toEqual([]);
});

test("what the server finds wrong is said at its field", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 422/);
  // The server knows the field as a number; here it was named by hand as text.
  await sandbox.faults([{ method: "GET", path: `${LISTS}/*/fields`, kind: "403" }]);
  expectConsole(/status of 403/);
  await open(page, "/lists/33/contacts/new", "Trade fair leads");
  await contactField(page, "firstName").fill("Ida");
  await page.getByLabel("Number of the field").fill("cf_7");
  await page.getByRole("button", { name: "Add field" }).click();
  await expect(contactField(page, "cf_7")).toBeFocused();
  await page.keyboard.type("12");
  await axe(page);
  await page.getByRole("button", { name: "Add contact" }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByRole("alert")).toContainText("cf_7: The server refused it and says: “cf_7 must be a whole number of 32 bits”.");
  await expect(contactField(page, "cf_7")).toHaveAttribute("aria-invalid", "true");
  await axe(page);
  await expect(contactField(page, "firstName")).toHaveValue("Ida");
  await contactField(page, "cf_7").fill("");
  await page.getByRole("button", { name: "Add contact" }).click();
  await expect(page.getByText(/was added/)).toBeVisible();
});

for (const [kind, title, sentence, added] of [
  ["422", "The contact was not added", "It says: “name: name is not acceptable”", 0],
  ["403", "The contact was not added", "This account may not do that.", 0],
  ["404", "The contact was not added", "It may have been deleted meanwhile", 0],
  ["500_html", "It is not known whether the contact was added", "The list had 0 contacts when it was last counted and has 0 now.", 0],
  ["drop_before", "It is not known whether the contact was added", "and has 0 now.", 0],
  ["half", "It is not known whether the contact was added", "and has 1 now.", 1],
] as const) {
  test(`a contact that could not be added keeps what was typed: ${kind}`, async ({ page, sandbox, expectConsole }) => {
    expectConsole(/status of (4\d\d|500)|net::ERR/);
    await open(page, "/lists/32/contacts/new", "TestList");
    await expect(page.getByText("0 contacts")).toBeVisible();
    await contactField(page, "firstName").fill("Ida");
    await sandbox.faults([{ method: "POST", path: CONTACTS, kind }]);
    await page.getByRole("button", { name: "Add contact" }).click();
    const said = page.locator("dialdesk-app #contact-said");
    await expect(said).toBeFocused();
    await expect(said).toContainText(title);
    await expect(said).toContainText(sentence);
    await expect(contactField(page, "firstName")).toHaveValue("Ida");
    await axe(page);
    expect(await contactsOf(sandbox, 32)).toHaveLength(added);
  });
}

test("an answer without anything in it is a success", async ({ page, sandbox }) => {
  await open(page, "/lists/32/contacts/new", "TestList");
  await contactField(page, "firstName").fill("Ida");
  await sandbox.faults([{ method: "POST", path: CONTACTS, kind: "empty" }]);
  await page.getByRole("button", { name: "Add contact" }).click();
  await expect(page.getByText("the server did not tell its number")).toBeVisible();
  expect(await contactsOf(sandbox, 32)).toHaveLength(1);
});

test("what was typed survives another tab, another language and an expired sign-in", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 401/);
  await open(page, "/lists/32/contacts/new", "TestList");
  await contactField(page, "firstName").fill("Ida");
  await page.getByRole("link", { name: "Agents" }).click();
  await expect(page.getByRole("heading", { name: "Agents who see this list" })).toBeVisible();
  await page.getByRole("link", { name: "Connection" }).click();
  await page.getByLabel("Language").selectOption("it");
  await page.getByRole("link", { name: "Liste" }).click();
  await page.getByRole("link", { name: "TestList" }).click();
  await page.getByRole("link", { name: "Aggiungi un contatto" }).click();
  await expect(contactField(page, "firstName")).toHaveValue("Ida");
  await sandbox.faults([{ method: "POST", path: CONTACTS, nth: 1, kind: "401" }]);
  await page.getByRole("button", { name: "Aggiungi contatto" }).click();
  const again = page.getByRole("dialog");
  await expect(again).toBeVisible();
  await again.getByLabel("Password", { exact: true }).fill("password");
  await again.getByRole("button", { name: "Accedi" }).click();
  await expect(again).toBeHidden();
  await expect(contactField(page, "firstName")).toHaveValue("Ida");
  await page.getByRole("button", { name: "Aggiungi contatto" }).click();
  await expect(page.getByText(/^Il contatto \d+ è stato aggiunto/)).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify(localStorage) + JSON.stringify(sessionStorage))).not.toContain("Ida");
});

test("a change sends the fields that differ and nothing else", async ({ page, sandbox }) => {
  await open(page, "/lists/41", "Non chiamare");
  await page.getByRole("table").getByRole("rowheader").first().getByRole("link").click();
  const id = Number(/contacts\/(\d+)$/.exec(page.url())?.[1]);
  await expect(contactField(page, "email")).toHaveValue(/@example\.com$/);
  await page.getByRole("button", { name: "Save contact" }).click();
  await expect(page.getByText("Nothing has changed: there is nothing to save.")).toBeVisible();
  await contactField(page, "email").fill("");
  await contactField(page, "cf_1").fill("call at noon");
  await axe(page);
  await page.getByRole("button", { name: "Save contact" }).click();
  await expect(page.getByText("The contact was saved")).toBeVisible();
  expect(await written(sandbox)).toEqual([`PUT ${CONTACTS}/${id} {"email":null,"cf_1":"call at noon"}`]);
  await page.reload();
  await signIn(page);
  await expect(contactField(page, "cf_1")).toHaveValue("call at noon");
});

test("what somebody else has changed meanwhile is decided field by field", async ({ page, sandbox }) => {
  await open(page, "/lists/41", "Non chiamare");
  await page.getByRole("table").getByRole("rowheader").first().getByRole("link").click();
  const id = Number(/contacts\/(\d+)$/.exec(page.url())?.[1]);
  await contactField(page, "phone").fill("+39 333 555 0111");
  await contactField(page, "lastName").fill("Mine");
  await elsewhere(sandbox, "PUT", `${CONTACTS}/${id}`, JSON.stringify({ phone: "+39 333 555 0222", lastName: "Theirs", city: "Bari" }));
  await page.getByRole("button", { name: "Save contact" }).click();
  const clash = page.getByRole("alert");
  await expect(clash).toBeFocused();
  await expect(clash).toContainText("Last name: they changed it to “Theirs”, yours is “Mine”.");
  await axe(page);
  await clash.getByRole("listitem").filter({ hasText: "Last name" }).getByRole("button", { name: "Take theirs" }).click();
  await clash.getByRole("button", { name: "Keep mine" }).click();
  await expect(page.getByRole("button", { name: "Save contact" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("The contact was saved")).toBeVisible();
  const stored = (await contactsOf(sandbox, 41)).find((contact) => contact["id"] === id);
  expect(stored).toMatchObject({ phone: "+39 333 555 0111", lastName: "Theirs", city: "Bari" });
  expect((await written(sandbox)).at(-1)).toBe(`PUT ${CONTACTS}/${id} {"phone":"+39 333 555 0111"}`);
});

test("a contact that was deleted meanwhile is said so and what was typed stays", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 404/);
  await open(page, "/lists/41", "Non chiamare");
  await page.getByRole("table").getByRole("rowheader").first().getByRole("link").click();
  const id = Number(/contacts\/(\d+)$/.exec(page.url())?.[1]);
  await contactField(page, "lastName").fill("Mine");
  await elsewhere(sandbox, "DELETE", `${CONTACTS}/${id}`);
  await page.getByRole("button", { name: "Save contact" }).click();
  await expect(page.getByText("The contact is not there any more")).toBeVisible();
  await expect(contactField(page, "lastName")).toHaveValue("Mine");
  await axe(page);
});

for (const [kind, title] of [
  ["405", "The contact was not saved"],
  ["500_html", "It is not known whether the contact was saved"],
  ["drop_before", "It is not known whether the contact was saved"],
  ["drop_after", "The contact was saved"],
  ["half", "The contact was saved"],
  ["empty", "The contact was saved"],
] as const) {
  test(`a change that goes wrong is judged by what the server has: ${kind}`, async ({ page, sandbox, expectConsole }) => {
    expectConsole(/status of (405|500)|net::ERR/);
    await open(page, "/lists/41", "Non chiamare");
    await page.getByRole("table").getByRole("rowheader").first().getByRole("link").click();
    await contactField(page, "city").waitFor({ state: "attached" });
    await contactField(page, "lastName").fill("Mine");
    await sandbox.faults([{ method: "PUT", path: `${CONTACTS}/*`, kind }]);
    await page.getByRole("button", { name: "Save contact" }).click();
    await expect(page.locator("dialdesk-app #contact-said")).toContainText(title);
    await expect(contactField(page, "lastName")).toHaveValue("Mine");
  });
}

test("what is typed while a contact is on its way is all that stays", async ({ page, sandbox }) => {
  await open(page, "/lists/32/contacts/new", "TestList");
  await contactField(page, "firstName").fill("Ida");
  await contactField(page, "phone").fill("+39 333 555 0101");
  await sandbox.faults([{ method: "POST", path: CONTACTS, kind: "delay", delay_ms: 1_500 }]);
  await page.getByRole("button", { name: "Add contact" }).click();
  await expect(page.getByRole("button", { name: "Adding…" })).toBeVisible();
  await contactField(page, "lastName").fill("Bianchi");
  await expect(page.getByText(/was added/)).toBeVisible();
  await expect(contactField(page, "firstName")).toHaveValue("");
  await expect(contactField(page, "phone")).toHaveValue("");
  await expect(contactField(page, "lastName")).toHaveValue("Bianchi");
  // One more press adds nobody twice.
  await page.getByRole("button", { name: "Add contact" }).click();
  await expect(page.getByRole("alert")).toContainText("First name: Fill it in");
  expect(await contactsOf(sandbox, 32)).toHaveLength(1);
});

test("what the server has made of a change is shown, and is no change of ours", async ({ page, sandbox }) => {
  await open(page, "/lists/41", "Non chiamare");
  await page.getByRole("table").getByRole("rowheader").first().getByRole("link").click();
  await contactField(page, "lastName").fill("Mine");
  await page.route(`**${CONTACTS}/*`, async (route) => {
    if (route.request().method() === "PUT") await route.continue({ postData: '{"lastName":"MINE"}' });
    else await route.continue();
  });
  await page.getByRole("button", { name: "Save contact" }).click();
  const said = page.locator("dialdesk-app #contact-said");
  await expect(said).toContainText("The server has these otherwise than they were sent: Last name.");
  await expect(contactField(page, "lastName")).toHaveValue("MINE");
  await axe(page);
  await page.getByRole("button", { name: "Save contact" }).click();
  await expect(said).toContainText("Nothing has changed");
  expect(await written(sandbox)).toHaveLength(1);
});

test("a contact that does not exist is said so on its page", async ({ page, expectConsole }) => {
  expectConsole(/status of 404/);
  await open(page, "/lists/12/contacts/999999", "Spring renewals");
  await expect(page.getByRole("alert")).toContainText("The contact cannot be shown");
  await axe(page);
  await page.getByRole("link", { name: "Back to the contacts" }).click();
  await expect(page.getByRole("table")).toBeVisible();
});

test("a contact is read again after signing in again", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 401/);
  const [first] = await contactsOf(sandbox, 41);
  await sandbox.faults([{ method: "GET", path: `${CONTACTS}/*`, kind: "401" }]);
  await page.goto(`/lists/41/contacts/${String(first?.["id"])}`);
  await signIn(page);
  const again = page.getByRole("dialog");
  await expect(again).toBeVisible();
  await sandbox.faults([]);
  await again.getByLabel("Password", { exact: true }).fill("password");
  await again.getByRole("button", { name: "Sign in" }).click();
  await expect(contactField(page, "firstName")).toHaveValue(String(first?.["firstName"]));
});

test("a text of three dots is a text", async ({ page, sandbox }) => {
  const [first] = await contactsOf(sandbox, 41);
  const id = String(first?.["id"]);
  await elsewhere(sandbox, "PUT", `${CONTACTS}/${id}`, '{"lastName":"…"}');
  await open(page, `/lists/41/contacts/${id}`, "Non chiamare");
  await expect(contactField(page, "lastName")).toHaveValue("…");
  await contactField(page, "lastName").focus();
  await page.keyboard.press("Tab");
  await contactField(page, "mobile").fill("+39 333 555 0199");
  await page.getByRole("button", { name: "Save contact" }).click();
  await expect(page.getByText("The contact was saved")).toBeVisible();
  expect((await written(sandbox)).slice(1)).toEqual([`PUT ${CONTACTS}/${id} {"mobile":"+39 333 555 0199"}`]);
});
