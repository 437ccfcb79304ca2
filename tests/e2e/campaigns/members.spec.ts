// Lists and agents of a campaign: which, by a tick or by number, and that calling contacts is meant.

import type { Page } from "@playwright/test";

import { axe, expect, test } from "../fixtures/app";
import { open } from "../fixtures/admin";
import { writes } from "../fixtures/campaign";
import { QUEUES, sent, stored } from "../fixtures/campaign-form";

const LISTS = "IDs of other lists";
const AGENTS = "IDs of other agents";

async function openTab(page: Page, path: string, title = "Spring renewals"): Promise<void> {
  await open(page, `/campaigns/${path}`, title);
  await expect(page.getByRole("table")).toBeVisible();
}

test("attaching to a paused campaign needs no confirmation; numbers can be typed", async ({ page, sandbox }) => {
  await openTab(page, "59/lists");
  await expect(page.getByRole("checkbox", { name: "12 · Spring renewals" })).toBeHidden();
  await expect(page.getByRole("checkbox", { name: /I mean that/ })).toBeHidden();
  await page.getByLabel(LISTS).fill("32, 33");
  await page.getByRole("button", { name: "Attach 2 lists" }).click();
  await expect(page.getByText("2 lists were attached")).toBeVisible();
  await expect(page.getByRole("table", { name: "Lists of the campaign" }).getByRole("rowheader")).toHaveText([
    "Spring renewals",
    "TestList",
    "Trade fair leads",
  ]);
  await expect(page.getByLabel(LISTS)).toHaveValue("");
  await expect(page.getByRole("checkbox", { name: "32 · TestList" })).toBeHidden();
  await axe(page);
  expect(await sent(sandbox, "POST")).toEqual([`${QUEUES}/59/lists {"id":59,"ids":[32,33]}`]);
});

test("attaching to an active campaign has to be meant, and the button names it", async ({ page, sandbox }) => {
  await openTab(page, "52/lists", "Clienti energia sera");
  await page.getByRole("checkbox", { name: "32 · TestList" }).check();
  const deed = page.getByRole("button", { name: "Attach 1 list and call the contacts" });
  await deed.click();
  const meant = page.getByRole("checkbox", { name: /it will call the contacts of these lists\. I mean that/ });
  await expect(meant).toBeFocused();
  await expect(meant).toHaveAccessibleDescription("Check it first, to say that it is meant.");
  await axe(page);
  expect(writes(await sandbox.requests())).toEqual([]);
  await meant.check();
  await deed.click();
  await expect(page.getByText("1 list was attached")).toBeVisible();
  // The next one has to be meant anew.
  await expect(meant).not.toBeChecked();
  expect(await sent(sandbox, "POST")).toEqual([`${QUEUES}/52/lists {"id":52,"ids":[32]}`]);
  expect(await stored(sandbox, 52)).toMatchObject({ lists: [27, 32] });
});

test("nothing chosen, and pieces that are no number, are said at the field", async ({ page, sandbox }) => {
  await openTab(page, "59/lists");
  const numbers = page.getByLabel(LISTS);
  const deed = page.getByRole("button", { name: "Attach lists" });
  await deed.click();
  await expect(numbers).toBeFocused();
  await expect(numbers).toHaveAccessibleDescription(/Choose at least one list, or type its ID\./);
  await axe(page);
  for (const [text, piece] of [
    ["32, x", "x"],
    ["0", "0"],
    ["32 -1", "-1"],
    ["1.5", "1.5"],
    ["３２", "３２"],
  ] as const) {
    await numbers.fill(text);
    await deed.click();
    await expect(numbers).toBeFocused();
    await expect(numbers).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByText(`“${piece}” is not a whole number from 1.`)).toBeVisible();
    await expect(numbers).toHaveValue(text);
  }
  await numbers.fill("32");
  await expect(numbers).not.toHaveAttribute("aria-invalid");
  expect(writes(await sandbox.requests())).toEqual([]);
});

test("a list that does not exist is said so, and the choice stays", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 404/);
  await openTab(page, "59/lists");
  await page.getByRole("checkbox", { name: "33 · Trade fair leads" }).check();
  await page.getByLabel(LISTS).fill("999");
  await page.getByRole("button", { name: "Attach 2 lists" }).click();
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("None of them was added");
  await expect(alert).toContainText("The server does not have it.");
  await axe(page);
  await expect(page.getByLabel(LISTS)).toHaveValue("999");
  await expect(page.getByRole("checkbox", { name: "33 · Trade fair leads" })).toBeChecked();
  expect(await stored(sandbox, 59)).toMatchObject({ lists: [12] });
  await page.getByLabel(LISTS).fill("");
  await page.getByRole("button", { name: "Attach 1 list" }).click();
  await expect(page.getByText("1 list was attached")).toBeVisible();
  expect(await stored(sandbox, 59)).toMatchObject({ lists: [12, 33] });
});

for (const [kind, title, sentence] of [
  ["500_html", "It is not known whether they were added", "The server failed with status 500 and gave no reason."],
  ["drop_after", "It is not known whether they were added", "Look before you repeat it."],
  ["403", "None of them was added", "This account may not do that."],
] as const) {
  test(`adding that fails keeps what was chosen: ${kind}`, async ({ page, sandbox, expectConsole }) => {
    expectConsole(/status of (500|403)|net::ERR/);
    await openTab(page, "59/agents");
    await page.getByLabel(AGENTS).fill("24");
    await page.getByLabel("Penalty").fill("7");
    await sandbox.faults([{ method: "POST", path: `${QUEUES}/*/users`, kind }]);
    await page.getByRole("button", { name: "Add 1 agent" }).click();
    const alert = page.getByRole("alert");
    await expect(alert).toContainText(title);
    await expect(alert).toContainText(sentence);
    await expect(alert).not.toContainText("nginx");
    await expect(page.getByLabel(AGENTS)).toHaveValue("24");
    await expect(page.getByLabel("Penalty")).toHaveValue("7");
    // Whoever sends it again adds nobody twice.
    await sandbox.faults([]);
    await page.getByRole("button", { name: "Add 1 agent" }).click();
    const outcome = kind === "drop_after" ? "24 is there already." : "1 agent was added";
    await expect(page.getByText(outcome)).toBeVisible();
    const users = [
      { id: 24, penalty: 7 },
      { id: 29, penalty: 2 },
    ];
    expect(await stored(sandbox, 59)).toMatchObject({ users });
  });
}

test("a penalty is a whole number, sent as text; a high one is cautioned", async ({ page, sandbox }) => {
  await openTab(page, "59/agents");
  await page.getByLabel(AGENTS).fill("24");
  const penalty = page.getByLabel("Penalty");
  const deed = page.getByRole("button", { name: "Add 1 agent" });
  for (const text of ["", "-1", "1.5", "x", "１", "99999999999"]) {
    await penalty.fill(text);
    await deed.click();
    await expect(penalty).toBeFocused();
    await expect(penalty).toHaveAttribute("aria-invalid", "true");
    await expect(penalty).toHaveAccessibleDescription(/Enter a whole number from 0\./);
    await expect(penalty).toHaveValue(text);
  }
  await axe(page);
  expect(writes(await sandbox.requests())).toEqual([]);
  await penalty.fill("11");
  await expect(penalty).not.toHaveAttribute("aria-invalid");
  await expect(penalty).toHaveAccessibleDescription(/Above 10 is unusual: these agents come last\./);
  await axe(page);
  await penalty.fill("7");
  await expect(page.getByText("Above 10 is unusual")).toBeHidden();
  await deed.click();
  await expect(page.getByText("1 agent was added")).toBeVisible();
  expect(await sent(sandbox, "POST")).toEqual([`${QUEUES}/59/users {"id":59,"ids":[24],"penalty":"7"}`]);
});

test("agents who are there already are not offered, and an active campaign is said to call more", async ({
  page,
  sandbox,
}) => {
  await openTab(page, "52/agents", "Clienti energia sera");
  const offered = page.getByRole("group", { name: "Agents to add" });
  await expect(offered.getByRole("checkbox")).toHaveCount(3);
  for (const agent of ["24 · Giulia Ferri", "26 · Martin Hollis", "31 · Luca Conti"]) {
    await expect(offered.getByRole("checkbox", { name: agent })).toBeVisible();
    await offered.getByRole("checkbox", { name: agent }).check();
  }
  await expect(page.getByText("with more free agents it calls more contacts")).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Add 3 agents" }).click();
  await expect(page.getByText("3 agents were added")).toBeVisible();
  await expect(page.getByText("Every agent that the server shows is here already.")).toBeVisible();
  expect(await sent(sandbox, "POST")).toEqual([`${QUEUES}/52/users {"id":52,"ids":[24,26,31],"penalty":"0"}`]);
});

test("where nothing may be read lists are attached by number, once calling is meant", async ({
  page,
  sandbox,
  expectConsole,
}) => {
  expectConsole(/status of 403/);
  await sandbox.faults([{ method: "GET", path: "/api/**", kind: "403" }]);
  await open(page, "/campaigns/59/lists", "Campaign 59");
  await expect(page.getByRole("alert")).toContainText("The lists of the campaign cannot be shown");
  await page.getByLabel(LISTS).fill("32, 33");
  await page.getByRole("button", { name: "Attach 2 lists" }).click();
  const meant = page.getByRole("checkbox", { name: /^Whether the campaign is active is not known/ });
  await expect(meant).toBeFocused();
  await axe(page);
  await meant.check();
  await page.getByRole("button", { name: "Attach 2 lists" }).click();
  await expect(page.getByText("2 lists were attached")).toBeVisible();
  expect(await stored(sandbox, 59)).toMatchObject({ lists: [12, 32, 33] });
});

test("where nothing may be read agents are added by number", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 403/);
  await sandbox.faults([{ method: "GET", path: "/api/**", kind: "403" }]);
  await open(page, "/campaigns/59/agents", "Campaign 59");
  await expect(page.getByRole("alert")).toContainText("The agents of the campaign cannot be shown");
  await axe(page);
  await page.getByLabel(AGENTS).fill("24 26");
  await page.getByRole("button", { name: "Add 2 agents" }).click();
  await expect(page.getByText("2 agents were added")).toBeVisible();
  expect(await sent(sandbox, "POST")).toEqual([`${QUEUES}/59/users {"id":59,"ids":[24,26],"penalty":"0"}`]);
});

test("a list is detached and an agent removed, each named in the request", async ({ page, sandbox }) => {
  await openTab(page, "59/lists");
  await page.getByRole("button", { name: "Detach Spring renewals" }).click();
  const outcome = page.getByText("“Spring renewals” was detached. It can be attached again below.").locator("..");
  await expect(outcome).toBeFocused();
  await expect(page.getByRole("checkbox", { name: "12 · Spring renewals" })).toBeVisible();
  await axe(page);

  await page.getByRole("link", { name: "Agents" }).click();
  await page.getByRole("button", { name: "Remove Adaeze Nwosu" }).click();
  await expect(page.getByText("“Adaeze Nwosu” was removed and can be added again below.")).toBeVisible();
  const taken = writes(await sandbox.requests()).map(({ method, path }) => `${method} ${path}`);
  expect(taken).toEqual(["DELETE /api/voice/queues/59/lists?ids=12", "DELETE /api/voice/queues/59/users?ids=29"]);
  expect(await stored(sandbox, 59)).toMatchObject({ lists: [], users: [] });
});

test("a server that lets nobody detach is told apart", async ({ page, sandbox, expectConsole }) => {
  expectConsole(/status of 405/);
  await openTab(page, "59/lists");
  await sandbox.faults([{ method: "DELETE", path: `${QUEUES}/*/lists`, kind: "405" }]);
  await page.getByRole("button", { name: "Detach Spring renewals" }).click();
  await expect(page.getByRole("alert")).toContainText("It is still there");
  await expect(page.getByRole("alert")).toContainText("This server does not offer that.");
  await expect(page.getByRole("button", { name: "Detach Spring renewals" })).toBeVisible();
});
