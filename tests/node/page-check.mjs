// Looks at pages in headless Chromium and prints what it saw as JSON; judges nothing.
//   node page-check.mjs BROWSER FOLDER PAGE.html...     screenshots go into FOLDER
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";
const WIDTHS = { wide: { width: 1280, height: 900 }, narrow: { width: 360, height: 740 } };
const SCHEMES = ["light", "dark"];

/** What goes wrong while a page is open: errors on the console, and requests for anything but the page. */
function watched(page, address) {
  const seen = { console: [], requests: [] };
  page.on("console", (m) => ["error", "warning"].includes(m.type()) && seen.console.push(m.text()));
  page.on("pageerror", (e) => seen.console.push(String(e)));
  page.on("request", (r) => r.url().split("#")[0] === address || seen.requests.push(r.url()));
  return seen;
}

/** Where the browser finds WCAG violated. */
async function violations(page) {
  await page.evaluate(AXE);
  const found = await page.evaluate((tags) => axe.run(document, { runOnly: { type: "tag", values: tags } }), TAGS);
  return found.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(" ")}: ${n.failureSummary}`));
}

const headings = (page) =>
  page.$$eval("h1, h2, h3, h4, h5, h6", (all) =>
    all.filter((h) => h.getBoundingClientRect().height > 0).map((h) => [Number(h.tagName[1]), h.textContent]),
  );

const sideways = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The links inside the page that lead nowhere. */
const dangling = (page) =>
  page.$$eval("a", (all) =>
    all
      .map((a) => a.getAttribute("href"))
      .filter((h) => !h.startsWith("#") || !document.getElementById(decodeURIComponent(h.slice(1)))),
  );

/** Words of tables that are cut in two although they are short enough for a line of their own. */
const cutWords = (page) =>
  page.evaluate(() => {
    const cut = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      if (!texts.currentNode.parentElement.closest("th, td")) continue;
      for (const word of texts.currentNode.data.matchAll(/[A-Za-z0-9]{2,14}(?![A-Za-z0-9])/g)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, word.index);
        range.setEnd(texts.currentNode, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
        if (lines.size > 1) cut.push(word[0]);
      }
    }
    return cut;
  });

/** For each table with columns: on which side of the last cell of a row the first one stands. */
const firstCells = (page) =>
  page.$$eval("table", (all) =>
    all
      .map((table) => [...table.rows].map((row) => [...row.cells]).find((cells) => cells.length > 1))
      .filter(Boolean)
      .map((cells) => [cells[0], cells.at(-1)].map((cell) => cell.getBoundingClientRect().left))
      .map(([first, last]) => (first > last ? "right" : "left")),
  );

/** Numbers and codes in running text, each as its characters stand from left to right. */
const stretches = (page) =>
  page.evaluate(() => {
    const seen = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      for (const found of texts.currentNode.data.matchAll(/-?[0-9][0-9,.]*[0-9]%?|cn-[0-9]{4}/g)) {
        const places = [...found[0]].map((char, i) => {
          const range = document.createRange();
          range.setStart(texts.currentNode, found.index + i);
          range.setEnd(texts.currentNode, found.index + i + 1);
          return { char, ...range.getBoundingClientRect().toJSON() };
        });
        if (places.some((place) => place.top !== places[0].top)) continue; // cut into two lines
        const shown = places.toSorted((a, b) => a.left - b.left).map((place) => place.char);
        seen.push({ written: found[0], shown: shown.join("") });
      }
    }
    return seen;
  });

/** How many charts there are, and the words in them that stand outside of them or on each other. */
const charts = (page) =>
  page.evaluate(() => {
    const outside = [];
    const drawings = [...document.querySelectorAll("svg[role=img]")];
    for (const drawing of drawings) {
      const frame = drawing.getBoundingClientRect();
      const boxes = [...drawing.querySelectorAll("text, rect")].map((e) => [e, e.getBoundingClientRect()]);
      for (const [element, box] of boxes) {
        const within = box.left >= frame.left - 1 && box.right <= frame.right + 1 && box.bottom <= frame.bottom + 1;
        const hit = boxes.some(
          ([other, b]) =>
            other !== element &&
            Math.min(b.right, box.right) - Math.max(b.left, box.left) > 1 &&
            Math.min(b.bottom, box.bottom) - Math.max(b.top, box.top) > 6,
        );
        if (!within || hit) outside.push(element.textContent || element.tagName);
      }
    }
    return { drawn: drawings.length, outside };
  });

const isInView = (id) => {
  const box = document.getElementById(id).getBoundingClientRect();
  return box.top >= -1 && box.bottom <= innerHeight + 1;
};

const markOf = (id) => (document.getElementById(id).closest("mark") ?? document.getElementById(id)).tagName;

/** Click the links of a table, each from the top of the page, and say which mark came into view. */
async function followed(page, most = 5) {
  const links = page.locator("table a[href^='#']:visible");
  const results = [];
  for (let i = 0; i < Math.min(most, await links.count()); i++) {
    await page.evaluate(() => scrollTo(0, 0));
    const target = decodeURIComponent((await links.nth(i).getAttribute("href")).slice(1));
    await links.nth(i).click();
    // Going to a fragment takes the browser a moment.
    const inView = await page.waitForFunction(isInView, target, { timeout: 3000 }).then(
      () => true,
      () => false,
    );
    results.push({ id: target, inView, mark: await page.evaluate(markOf, target) });
  }
  return results;
}

async function look(browser, folder, path) {
  const address = pathToFileURL(path).href;
  const name = basename(path, ".html");
  const saw = { name, violations: {}, sideways: {}, charts: {}, cut: {}, followed: {} };
  for (const [size, viewport] of Object.entries(WIDTHS)) {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    const seen = watched(page, address);
    await page.goto(address);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      saw.violations[`${size} ${colorScheme}`] = await violations(page);
      await page.screenshot({ path: join(folder, `${name}.${size}.${colorScheme}.png`), fullPage: true });
    }
    saw.sideways[size] = await sideways(page);
    saw.charts[size] = await charts(page);
    saw.cut[size] = await cutWords(page);
    saw.followed[size] = await followed(page);
    if (size === "wide") {
      saw.headings = await headings(page);
      saw.dangling = await dangling(page);
      saw.firstCells = await firstCells(page);
      saw.stretches = await stretches(page);
      saw.twice = await page.$$eval("[id]", (all) => all.map((e) => e.id).filter((id, i, ids) => ids.indexOf(id) !== i));
      const pdf = await page.pdf({ path: join(folder, `${name}.pdf`), format: "A4", tagged: true });
      saw.printed = (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;
    }
    (saw.console ??= []).push(...seen.console);
    (saw.requests ??= []).push(...seen.requests);
    await context.close();
  }
  saw.languages = await languages(browser, address);
  saw.strict = await underPolicy(browser, readFileSync(path, "utf8"));
  return saw;
}

/**
 * Which languages of the page are seen: as it is opened, after each link to a language and a link within it, and after
 * going back to the beginning; and what is violated in each.
 */
async function languages(browser, address) {
  const page = await browser.newPage();
  await page.goto(address);
  const seen = () =>
    page.$$eval(".language", (all) => all.filter((e) => e.getBoundingClientRect().height > 0).map((e) => e.id));
  const names = await page.$$eval(".language", (all) => all.map((e) => e.id));
  const saw = { opened: await seen(), chosen: {}, violations: [] };
  for (const name of names.toReversed()) {
    await page.click(`.languages a[href="#${name}"]:visible`);
    saw.chosen[name] = [await seen()];
    saw.violations.push(...(await violations(page)));
    await page.click("table a[href^='#']:visible");
    saw.chosen[name].push(await seen());
  }
  await page.goto("about:blank");
  await page.goto(address);
  saw.reopened = await seen();
  await page.close();
  return saw;
}

/** The page as a careful site would serve it: nothing may be loaded, only the style in the page applies. */
async function underPolicy(browser, body) {
  const address = "http://report.invalid/";
  const page = await browser.newPage();
  const seen = watched(page, address);
  const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": POLICY };
  await page.route("**/*", (route) =>
    route.request().url() === address ? route.fulfill({ body, headers }) : route.abort(),
  );
  await page.goto(address);
  const styled = await page.evaluate(() => getComputedStyle(document.body).getPropertyValue("--measure") !== "");
  await page.close();
  return { ...seen, styled };
}

const [browserPath, folder, ...pages] = process.argv.slice(2);
const home = mkdtempSync(join(tmpdir(), "page-check-"));
const browser = await chromium.launch({
  executablePath: browserPath,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
  env: { ...process.env, HOME: home },
});
try {
  const saw = [];
  for (const page of pages) saw.push(await look(browser, folder, page));
  process.stdout.write(JSON.stringify(saw));
} finally {
  await browser.close();
  rmSync(home, { recursive: true, force: true });
}
