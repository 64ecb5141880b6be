// Takes pictures of pages in headless Chromium.
//   node scripts/gallery.mjs BROWSER < SHOTS      [{"page", "image", "width", "height", "dark", "from", "above"}, ...]
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const { chromium } = createRequire(new URL("../tests/node/", import.meta.url))("playwright-core");

const browser = await chromium.launch({ executablePath: process.argv[2], args: ["--no-sandbox"] });
for (const shot of JSON.parse(readFileSync(0, "utf8"))) {
  const { width, height, dark } = shot;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: dark ? "dark" : "light" });
  const page = await context.newPage();
  await page.goto(pathToFileURL(shot.page).href);
  await page.evaluate(({ from, above }) => from && scrollTo(0, document.getElementById(from).offsetTop - above), shot);
  await page.screenshot({ path: shot.image });
  await context.close();
}
await browser.close();
