// The app served by plain `trunk serve`, with the project's own Trunk.toml.

import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";

import { choose, csv, signIn } from "../fixtures/admin";
import { POLICY, expect, heading, test } from "../fixtures/app";
import { ROOT } from "../fixtures/places";

test("trunk serve sends the same policy and finds the app on a nested path", async ({ page, server }, info) => {
  test.setTimeout(240_000);
  const config = info.outputPath("Trunk.toml");
  writeFileSync(config, configuration(server.address, info.outputPath("dist")));
  const port = await freePort();
  const trunk = start(config, port);
  try {
    const address = `http://127.0.0.1:${port}`;
    await answer(address, trunk);

    const response = await page.goto(`${address}/`);
    expect(response?.headers()["content-security-policy"]).toBe(POLICY);
    await expect(heading(page)).toBeVisible();
    // No script of trunk's own: it would be inline.
    await expect(page.locator("script:not([src])")).toHaveCount(0);

    await page.goto(`${address}/lists/12`);
    await signIn(page);
    await expect(heading(page)).toHaveText("Spring renewals");
    await page.reload();
    await expect(heading(page)).toHaveText("Sign in");
    await signIn(page);
    await expect(heading(page)).toHaveText("Spring renewals");
    await expect(page.getByText("40 contacts")).toBeVisible();

    // A whole import through the proxy.
    await page.getByRole("link", { name: "Import", exact: true }).click();
    await choose(page, csv("two.csv", "name,phone\nAnn,+39 000 1\nBob,+39 000 2\n"));
    await page.getByLabel("Into list").selectOption({ label: "32 · TestList" });
    await page.getByRole("button", { name: "Import 2 contacts into TestList" }).click();
    await expect(page.getByText("2 contacts were imported")).toBeVisible();
    expect((await server.list(32)).contacts).toHaveLength(2);
  } finally {
    await stop(trunk);
  }
});

/** Trunk.toml with this worker's sandbox behind it and a folder of its own. trunk takes paths from where it lies. */
function configuration(sandbox: string, dist: string): string {
  return readFileSync(join(ROOT, "Trunk.toml"), "utf8")
    .replaceAll("http://127.0.0.1:4600", sandbox)
    .replace(/^dist = .*$/m, `dist = ${JSON.stringify(dist)}`)
    .replace(/^(?:target|watch) = .*$/gm, (line) =>
      line.replace(/"([^"]+)"/g, (_, path: string) => JSON.stringify(join(ROOT, path))),
    );
}

function start(config: string, port: number): ChildProcess {
  const tools = process.env["DIALDESK_TOOLS"] ?? join(ROOT, ".tools");
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PATH: `${join(tools, "bin")}${delimiter}${process.env["PATH"]}`,
    TRUNK_OFFLINE: "true",
  };
  // trunk takes no other value than true or false for it.
  delete env["NO_COLOR"];
  // The release, because its crates are built already; a group of its own, to end what it has started with it.
  const words = ["serve", "--release", "--config", config, "--port", String(port)];
  return spawn("trunk", words, { env, detached: true, stdio: ["ignore", "inherit", "inherit"] });
}

/** Waits for the first build. */
async function answer(address: string, trunk: ChildProcess): Promise<void> {
  let ended: string | undefined;
  trunk.once("error", (error) => (ended = error.message));
  trunk.once("exit", (code) => (ended = `code ${code}`));
  const ready = async () => {
    if (ended !== undefined) throw new Error(`trunk has ended: ${ended}`);
    return fetch(address).then((response) => response.ok, () => false);
  };
  while (!(await ready())) await new Promise((resolve) => setTimeout(resolve, 250));
}

async function stop(trunk: ChildProcess): Promise<void> {
  if (trunk.pid === undefined || trunk.exitCode !== null) return;
  const ended = new Promise((resolve) => trunk.once("exit", resolve));
  process.kill(-trunk.pid, "SIGINT");
  await ended;
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer().once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? found(address.port) : failed(new Error("no port"))));
    });
  });
}
