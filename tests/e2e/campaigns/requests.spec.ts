// What the server gets is what its documented page sends: method, path, content type, key for key and type for type.

import { expect, heading, test } from "../fixtures/app";
import { open } from "../fixtures/admin";
import { documented, field, paste, review, writes } from "../fixtures/campaign";

const QUEUES = "/api/voice/queues";

test("the documented body is pasted, stays paused until it is switched on, and is sent as it is printed", async ({
  page,
  sandbox,
}) => {
  await open(page, "/campaigns/new", "New campaign");
  await paste(page, documented(QUEUES));
  const notice = page.getByText("44 fields were filled").locator("..");
  await expect(notice).toBeFocused();
  await expect(notice).toContainText("It stays paused; switch it on yourself if you mean it.");
  await expect(field(page, "dialActive")).not.toBeChecked();
  await expect(field(page, "name")).toHaveValue("TestCampaign");
  await expect(page.getByText("0 errors")).toBeVisible();

  await notice.getByRole("button", { name: "Go to the switch" }).click();
  await expect(field(page, "dialActive")).toBeFocused();
  await page.keyboard.press("Space");
  await review(page);
  const create = page.getByRole("button", { name: "Create campaign “TestCampaign” and start calling" });
  await create.click();
  // Nothing is dialled by accident: the first press only asks.
  await expect(page.getByText("Check it first, to say that it is meant.")).toBeVisible();
  expect(writes(await sandbox.requests())).toEqual([]);
  await page.getByRole("checkbox", { name: /Calls begin as soon as it is saved/ }).check();
  await create.click();
  await expect(page.getByText("The campaign was created")).toBeVisible();

  const [sent, ...more] = writes(await sandbox.requests());
  expect(more).toEqual([]);
  expect(sent).toMatchObject({
    method: "POST",
    path: QUEUES,
    content_type: "application/json",
    body: documented(QUEUES),
    status: 201,
  });
});

test("the same values typed by hand send the same", async ({ page, sandbox }) => {
  await open(page, "/campaigns/new", "New campaign");
  // Every field is emptied or set to something else first, so that none passes because it was there already.
  const body = JSON.parse(documented(QUEUES)) as Record<string, string | number | boolean>;
  for (const [key, value] of Object.entries(body)) {
    // The kind of queue is no choice.
    if (key === "type") continue;
    const control = field(page, key);
    if (!(await control.isVisible())) continue;
    const tag = await control.evaluate((element) => element.tagName);
    if (tag === "SELECT") {
      const other = await control.locator("option").evaluateAll((options, wanted) => {
        const values = (options as HTMLOptionElement[]).map((option) => option.value);
        return values.find((value) => value !== wanted && value !== "" && value !== "typed");
      }, String(value));
      if (other !== undefined && key !== "dialMethod") await control.selectOption(other);
      await control.selectOption(String(value));
    } else if (typeof value === "boolean") {
      await control.setChecked(!value);
      await control.setChecked(value);
    } else {
      await control.fill("");
      await control.fill(String(value));
    }
  }
  // The fields of the other methods, which the documented body has as well.
  for (const [method, keys] of [
    ["power", ["dialPowerLevel"]],
    ["predictive", ["dialPredictiveOptimization", "dialPredictiveOptimizationPercentage", "dialPredictiveInterval"]],
  ] as const) {
    await field(page, "dialMethod").selectOption(method);
    for (const key of keys) {
      const control = field(page, key);
      if ((await control.evaluate((element) => element.tagName)) === "SELECT") {
        await control.selectOption("agentBusyFactor");
        await control.selectOption(String(body[key]));
      } else {
        await control.fill("9");
        await control.fill(String(body[key]));
      }
    }
  }
  await field(page, "dialMethod").selectOption("progressive");
  await review(page);
  await page.getByRole("checkbox", { name: /Calls begin/ }).check();
  await page.getByRole("button", { name: "Create campaign “TestCampaign” and start calling" }).click();
  await expect(page.getByText("The campaign was created")).toBeVisible();
  expect(writes(await sandbox.requests()).map(({ body }) => body)).toEqual([documented(QUEUES)]);
});

test("the review shows the request and the command that does the same, without the password", async ({ page }) => {
  await open(page, "/campaigns/new", "New campaign");
  await paste(page, documented(QUEUES));
  await review(page);
  await page.getByText("The request, as it will be sent").click();
  const shown = await page.getByLabel("The request, as it will be sent").innerText();
  const [line, ...json] = shown.split("\n");
  expect(line).toBe("POST /api/voice/queues");
  expect(JSON.parse(json.join("\n"))).toEqual({ ...JSON.parse(documented(QUEUES)), dialActive: false });
  await page.getByText("The same as a curl command").click();
  const command = await page.getByLabel("The same as a curl command").innerText();
  expect(command).toContain("-H 'Content-Type: application/json' -d '{\"dialActive\":false,\"type\":\"outbound\"");
  expect(command).toContain("-u 'name:password' -X POST");
  expect(command).not.toContain("admin");
});

test("lists are attached and agents added as documented, each on its own path", async ({ page, sandbox }) => {
  await open(page, "/campaigns/59/lists", "Spring renewals");
  const before = writes(await sandbox.requests()).length;
  await page.getByRole("checkbox", { name: "32 · TestList" }).check();
  await page.getByLabel("IDs of other lists").fill("33");
  await page.getByRole("button", { name: "Attach 2 lists" }).click();
  await expect(page.getByText("2 lists were attached")).toBeVisible();

  await page.getByRole("link", { name: "Agents" }).click();
  await page.getByLabel("IDs of other agents").fill("24 26 31");
  await expect(page.getByLabel("Penalty")).toHaveValue("0");
  await page.getByRole("button", { name: "Add 3 agents" }).click();
  await expect(page.getByText("3 agents were added")).toBeVisible();
  await expect(heading(page)).toHaveText("Spring renewals");

  const sent = writes(await sandbox.requests()).slice(before);
  expect(sent).toMatchObject([
    { method: "POST", path: "/api/voice/queues/59/lists", content_type: "application/json", status: 200 },
    { method: "POST", path: "/api/voice/queues/59/users", content_type: "application/json", status: 200 },
  ]);
  // The page prints a blank after the comma of the lists; nothing else differs.
  expect(sent.map(({ body }) => body)).toEqual([
    documented("/api/voice/queues/59/lists").replace(", ", ","),
    documented("/api/voice/queues/59/users"),
  ]);
});
