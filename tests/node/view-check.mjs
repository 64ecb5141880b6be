// Follows the links of a view in headless Chromium, there and back, and prints what it saw as JSON; judges nothing.
//   node view-check.mjs BROWSER VIEW.html LINK...     LINK is the id that a link on the right leads to
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const POLICY = "default-src 'none'; style-src 'unsafe-inline'";
const ADDRESS = "http://report.invalid/";
const WIDTHS = { wide: { width: 1280, height: 900 }, narrow: { width: 360, height: 740 } };

/** What a reader sees of an element: whether it is on the screen and in its pane, and how it is lit up. */
const seen = (page, id) =>
  page.evaluate((id) => {
    const element = document.getElementById(id);
    const box = element.getBoundingClientRect();
    const pane = element.closest("section").getBoundingClientRect();
    const cell = element.tagName === "TR" ? element.firstElementChild : element;
    const style = getComputedStyle(cell);
    const others = [...document.querySelectorAll(`[data-of="${CSS.escape(id)}"]`)];
    return {
      target: document.querySelector(":target")?.id,
      tag: element.tagName,
      text: [element, ...others].map((e) => e.textContent).join(""),
      inView: box.bottom > Math.max(0, pane.top) - 1 && box.top < Math.min(innerHeight, pane.bottom) + 1,
      outline: `${style.outlineStyle} ${style.outlineWidth}`,
      others: others.map((e) => getComputedStyle(e).outlineStyle),
      scrolled: document.scrollingElement.scrollTop,
    };
  }, id);

const arrived = (page, id) => page.waitForFunction((id) => document.querySelector(":target")?.id === id, id);

async function follow(page, id) {
  await page.locator(`.read a[href="#${id}"]`).first().click();
  await arrived(page, id);
  const there = await seen(page, id);
  // The first words in the mark lead back; words inside other words to their own fact.
  const link = page.locator(`[id="${id}"] a, [id="${id}"] + a`).first();
  const back = (await link.getAttribute("href")).slice(1);
  await link.click();
  await arrived(page, back);
  return { id, there, back, home: await seen(page, back) };
}

const [browserPath, path, ...links] = process.argv.slice(2);
const home = mkdtempSync(join(tmpdir(), "view-check-"));
const browser = await chromium.launch({
  executablePath: browserPath,
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"],
  env: { ...process.env, HOME: home },
});
try {
  const saw = { console: [], requests: [] };
  for (const [size, viewport] of Object.entries(WIDTHS)) {
    const page = await browser.newPage({ viewport });
    page.on("console", (m) => ["error", "warning"].includes(m.type()) && saw.console.push(m.text()));
    page.on("request", (r) => r.url().split("#")[0] === ADDRESS || saw.requests.push(r.url()));
    const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": POLICY };
    const body = readFileSync(path, "utf8");
    await page.route("**/*", (r) => (r.request().url() === ADDRESS ? r.fulfill({ body, headers }) : r.abort()));
    await page.goto(ADDRESS);
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
    saw[size] = [];
    for (const id of links) saw[size].push(await follow(page, id));
    await page.close();
  }
  process.stdout.write(JSON.stringify(saw));
} finally {
  await browser.close();
  rmSync(home, { recursive: true, force: true });
}
