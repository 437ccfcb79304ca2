import { defineConfig } from "@playwright/test";

// `cargo xtask test` finds or installs the browser and names it here.
const chromium = process.env["DIALDESK_CHROMIUM"];

export default defineConfig({
  testDir: ".",
  // Two runs at once need a folder each: Playwright empties it when it starts.
  outputDir: process.env["DIALDESK_RESULTS"] ?? "../../test-results",
  forbidOnly: true,
  fullyParallel: true,
  retries: 0,
  workers: 2,
  reporter: [["list"], ["json", { outputFile: process.env["DIALDESK_REPORT"] ?? "../../target/e2e/report.json" }]],
  use: {
    // Recording every step makes every step slower: `--trace on` does it for those that are named with it.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      // Chromium asks the network for things of its own, which a closed network refuses again and again.
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
});
