// From nothing to a campaign with two lists and three agents, by keyboard alone.

import { axe, expect, heading, test } from "../fixtures/app";
import { KEYBOARD, signIn } from "../fixtures/hand";
import { tabTo } from "../fixtures/keyboard";

test("a campaign, its lists and its agents, entirely by keyboard, and nothing dials", async ({ page, sandbox }) => {
  test.setTimeout(90_000);
  await page.goto("/");
  await signIn(page, KEYBOARD);
  await expect(heading(page)).toHaveText("Campaigns");

  await tabTo(page, "New campaign");
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText("New campaign");
  await expect(heading(page)).toBeFocused();

  // Sent too early: the summary takes focus and leads to the fields.
  await tabTo(page, "Review before sending");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toBeFocused();
  await tabTo(page, "Name:");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  await page.keyboard.type("Autunno");
  await tabTo(page, "Trunk");
  await page.keyboard.type("12");
  await tabTo(page, "Dial interval");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("9-20,mon-fri");
  await page.keyboard.press("Tab");
  await tabTo(page, "Use");
  await page.keyboard.press("Enter");
  await tabTo(page, "Review before sending");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Review", exact: true })).toBeFocused();
  await axe(page);
  await tabTo(page, "Create campaign “Autunno”, paused");
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText("Autunno");
  await expect(page.getByText("everything is as it was sent")).toBeVisible();

  await tabTo(page, "Attach lists");
  await page.keyboard.press("Enter");
  for (const list of ["32 · TestList", "33 · Trade fair leads"]) {
    await tabTo(page, list);
    await page.keyboard.press("Space");
  }
  await tabTo(page, "Attach 2 lists");
  await page.keyboard.press("Enter");
  await expect(page.getByText("2 lists were attached")).toBeVisible();

  await page.getByRole("heading", { level: 1 }).focus();
  await tabTo(page, "Agents");
  await page.keyboard.press("Enter");
  for (const agent of ["24 · Giulia Ferri", "26 · Martin Hollis", "31 · Luca Conti"]) {
    await tabTo(page, agent);
    await page.keyboard.press("Space");
  }
  await tabTo(page, "Penalty");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("2");
  await tabTo(page, "Add 3 agents");
  await page.keyboard.press("Enter");
  await expect(page.getByText("3 agents were added")).toBeVisible();
  await axe(page);

  const { queues } = await sandbox.state();
  const made = queues.find((queue) => queue["name"] === "Autunno");
  expect(made).toMatchObject({
    type: "outbound",
    dialActive: false,
    TrunkId: 12,
    dialGlobalInterval: "09:00-20:00,mon-fri,*,*",
    dialMethod: "progressive",
  });
  expect(made).not.toHaveProperty("IntervalId");
  expect(made).toMatchObject({
    lists: [32, 33],
    users: [24, 26, 31].map((id) => ({ id, penalty: 2 })),
  });
  // What was running before runs still, and nothing else does.
  expect(queues.filter((queue) => queue["dialActive"] === true).map((queue) => queue["id"])).toEqual([52]);
  // Four were there, one of them an inbound queue.
  expect(queues).toHaveLength(5);
});
