// index.html as people use it, in headless Chromium. MAKE_PAGE and SVODKA are the programs; CHROMIUM may name another browser.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import puppeteer from "puppeteer-core";

import { badNight, changed, folder, message, report, run } from "./folder.mjs";

const ROOT = resolve(fileURLToPath(import.meta.url), "../../..");
let browser, profile, night;

before(async () => {
  profile = mkdtempSync(join(tmpdir(), "svodka-chromium-"));
  browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", userDataDir: profile, protocolTimeout: 240000,
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--lang=ru"],  // root has no sandbox
  });
  night = folder(badNight());
});
after(async () => {
  await browser?.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

// A page that fails the test when it asks for anything but itself or says anything on its console.
async function open(root, { scripts = true, hash = "", width = 1280 } = {}) {
  const page = await browser.newPage();
  const address = pathToFileURL(join(root, "index.html")).href;
  page.trouble = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(address) && request.url() !== "data:,") page.trouble.push(request.url());
  });
  page.on("console", (said) => page.trouble.push(said.text()));
  page.on("pageerror", (error) => page.trouble.push(error.message));
  await page.setViewport({ width, height: 900 });
  await page.setJavaScriptEnabled(scripts);
  await page.goto(address + hash);
  return page;
}

async function close(page) {
  assert.deepEqual(page.trouble, []);
  await page.close();
}

const texts = (page, selector) => page.$$eval(selector, (all) => all.map((one) => one.textContent.trim()));
const text = async (page, selector) => (await page.$eval(selector, (one) => one.innerText)).replace(/\u00a0/g, " ");
const cells = (page, column) => texts(page, `#rows td[data-label="${column}"]`);
const hrefs = (page, selector) => page.$$eval(selector, (all) => all.map((one) => one.href));

// What has the focus, as a screen reader would name it.
const focused = (page) => page.evaluate(() => {
  const one = document.activeElement;
  return one.id || one.dataset.state || one.getAttribute("aria-label") || one.innerText.trim();
});

test("the page opens without network and without a word on the console", async () => {
  const page = await open(night);
  assert.equal(await page.title(), "Документы за октябрь 2026 г.");
  assert.equal(await text(page, "#found"), "Всего 234 документа");
  const refused = await page.evaluate(async () => {
    const tried = await fetch("run.json").then(() => "read", () => "refused");
    const image = new Image();
    const shown = new Promise((done) => { image.onload = () => done("shown"); image.onerror = () => done("refused"); });
    image.src = "http://127.0.0.1:9/x.png";
    return [tried, await shown];
  });
  assert.deepEqual(refused, ["refused", "refused"]);
  page.trouble = page.trouble.filter((said) => !/Content Security Policy/.test(said) && !/run\.json|x\.png/.test(said));
  await close(page);
});

test("failures with their reasons stand above the documents", async () => {
  const page = await open(night);
  assert.match(await text(page, "#failures"), /Не получилось: 6 документов/);
  assert.deepEqual((await texts(page, ".box.bad h3")).map((one) => one.replace(/\u00a0/g, " ")),
                   ["В базе данных нет нужной записи: 5 документов", "Не уложился в отведённое время: 1 документ"]);
  const places = await page.evaluate(() => ["failures", "documents"].map((id) => document.getElementById(id).getBoundingClientRect().top));
  assert.ok(places[0] < places[1]);
  assert.match(await text(page, ".box.bad .technical"), /^B204: execution_report.xml:12:5: query 'school' found no row/);
  await close(page);
});

test("filters by report, state and words narrow the list and say how many are left", async () => {
  const page = await open(night);
  await page.select("#filter-report", "1");
  assert.equal(await text(page, "#found"), "Найдено 3 документа из 234");
  assert.deepEqual(await cells(page, "Отчёт"), ["Протоколы", "Протоколы", "Протоколы"]);
  await page.click("#filter button[type=reset]");
  assert.equal(await text(page, "#found"), "Всего 234 документа");
  await page.select("#filter-state", "failed");
  assert.equal((await cells(page, "Состояние")).join(), Array(6).fill("не получилось").join());
  await page.type("#filter-text", "сош  № 41");
  assert.equal(await text(page, "#found"), "Найден 1 документ из 234");
  assert.deepEqual(await cells(page, "Организация"), ["МБОУ «СОШ № 41»"]);
  await page.type("#filter-text", " вилюй");
  assert.match(await text(page, "#found"), /Ничего не найдено/);
  await page.click("#filter button[type=reset]");
  await page.select("#filter-state", "changed_by_hand");
  assert.deepEqual(await cells(page, "Организация"), ["МБОУ «СОШ № 30»"]);
  assert.deepEqual(await texts(page, "#rows .state"), ["сделано", "изменён вручную"]);
  await close(page);
});

test("a total filters the list and lets it go again", async () => {
  const page = await open(night);
  await page.click("button.total[data-state=kept]");
  assert.equal(await text(page, "#found"), "Найдено 22 документа из 234");
  assert.equal(await page.$eval("button.total[data-state=kept]", (one) => one.ariaPressed), "true");
  assert.equal(await page.$eval("#filter-state", (one) => one.value), "kept");
  await page.click("button.total[data-state=kept]");
  assert.equal(await text(page, "#found"), "Всего 234 документа");
  assert.equal(await page.$("button.total[data-state=pending]"), null);  // nothing to show
  await close(page);
});

test("columns sort as Russian and as numbers do, and go back to the order of the plan", async () => {
  const page = await open(night);
  const head = (title) => page.evaluateHandle((words) => [...document.querySelectorAll("th")].find((one) => one.innerText.trim().startsWith(words)), title);
  const press = async (title) => (await (await head(title)).$("button")).click();
  await press("Организация");
  assert.deepEqual((await cells(page, "Организация")).filter(Boolean).slice(0, 3), ["МБОУ «СОШ № 1»", "МБОУ «СОШ № 2»", "МБОУ «СОШ № 3»"]);
  assert.equal(await (await head("Организация")).evaluate((one) => one.ariaSort), "ascending");
  await press("Организация");
  assert.equal((await cells(page, "Организация"))[0], "МБОУ «СОШ № 900»");
  assert.equal(await (await head("Организация")).evaluate((one) => one.ariaSort), "descending");
  await press("Организация");
  assert.equal((await cells(page, "Организация"))[0], "МБОУ «СОШ № 1»");
  assert.equal(await (await head("Организация")).evaluate((one) => one.ariaSort), "none");
  await press("Размер");
  assert.equal(await (await head("Размер")).evaluate((one) => one.ariaSort), "descending");
  assert.equal((await cells(page, "Организация"))[0], "МБОУ «СОШ № 230»");
  await close(page);
});

test("every link leads to a file that is there, and those of changed files are told apart", async () => {
  const page = await open(night);
  for (let turned = 0; ; turned += 1) {
    for (const href of await hrefs(page, "a[href]:not(.skip)")) assert.ok(existsSync(fileURLToPath(href)), href);
    if (await page.$eval("#next", (one) => one.ariaDisabled) === "true") {
      assert.equal(turned, 2);
      break;
    }
    await page.click("#next");
  }
  await page.select("#filter-state", "changed_by_hand");
  const links = await texts(page, "#rows .files li");
  assert.deepEqual(links, ["PDF новый", "XLSX", "PDF изменён вручную"]);
  const names = await page.$$eval("#rows .files a", (all) => all.map((one) => one.getAttribute("aria-label")));
  assert.equal(names[0], "PDF (новый): Отчёт об исполнении поручений за октябрь 2026 г., МБОУ «СОШ № 30»");
  await close(page);
});

test("the keyboard alone reaches everything, and the focus is seen", async () => {
  const page = await open(night);
  const order = [];
  for (let i = 0; i < 40 && order.at(-1) !== "filter-text"; i += 1) {
    await page.keyboard.press("Tab");
    order.push(await focused(page));
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.notEqual(outline, "none", order.at(-1));
  }
  assert.equal(order[0], "К списку документов");
  const expected = ["failed", "made", "kept", "empty", "changed_by_hand", "obsolete"];
  assert.deepEqual(order.slice(1, 7), expected);
  assert.deepEqual(order.slice(-3), ["filter-report", "filter-state", "filter-text"]);
  await page.keyboard.type("сош № 41");
  assert.equal(await text(page, "#found"), "Найден 1 документ из 234");
  assert.equal(await page.$eval("#found", (one) => `${one.role} ${one.ariaLive}`), "status polite");
  await page.keyboard.press("Enter");  // sends nothing anywhere
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");  // «Сбросить отбор»
  assert.equal(await text(page, "#found"), "Всего 234 документа");
  assert.equal(await focused(page), "filter-text");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");  // the head of the first column
  assert.equal(await page.$eval("th", (one) => one.ariaSort), "ascending");
  await close(page);
});

test("the skip link goes to the documents", async () => {
  const page = await open(night);
  await page.keyboard.press("Tab");
  assert.equal(await page.$eval(".skip", (one) => one.getBoundingClientRect().top >= 0), true);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "filter-report");
  await close(page);
});

test("every control has a name, and signs are not for screen readers", async () => {
  const page = await open(night);
  const tree = await page.accessibility.snapshot({ interestingOnly: true });
  const unnamed = [];
  const walk = (node) => {
    if (["link", "button", "combobox", "searchbox", "table", "navigation", "search"].includes(node.role) && !node.name) unnamed.push(node);
    (node.children ?? []).forEach(walk);
  };
  walk(tree);
  assert.deepEqual(unnamed, []);
  assert.equal(await page.$$eval(".icon:not([aria-hidden=true])", (all) => all.length), 0);
  await close(page);
});

test("the address keeps the choice", async () => {
  const page = await open(night);
  await page.select("#filter-state", "kept");
  await page.type("#filter-text", "№ 1");
  const found = await text(page, "#found");
  const hash = new URL(page.url()).hash;
  await close(page);
  const again = await open(night, { hash });
  assert.equal(await text(again, "#found"), found);
  await close(again);
});

test("without scripts totals, failures and the whole table are there", async () => {
  const page = await open(night, { scripts: false });
  assert.match(await text(page, ".totals"), /^6\s+не получилось/);
  assert.match(await text(page, "#failures"), /6 документов/);
  assert.equal((await texts(page, "noscript tbody tr")).length, 234);
  assert.equal(await page.$eval("#filter", (one) => getComputedStyle(one).display), "none");
  for (const href of await hrefs(page, "noscript a")) assert.ok(existsSync(fileURLToPath(href)), href);
  await close(page);
});

test("with and without scripts the table says the same", async () => {
  const root = folder(run([report(1), changed(2), report(3, "empty"), report(4, "failed", { diagnostics: [message("B204", "no row")] })]));
  const rows = async (scripts, selector) => {
    const page = await open(root, { scripts });
    const found = await page.$$eval(selector, (all) => all.map((one) => [...one.cells].map((cell) =>
      [cell.textContent, cell.dataset.label, cell.className, ...[...cell.querySelectorAll("a")].map((a) => a.href + a.getAttribute("aria-label"))])));
    await close(page);
    return found;
  };
  assert.deepEqual(await rows(true, "#rows tr"), await rows(false, "noscript tbody tr"));
});

test("five thousand documents are shown, searched and sorted at once", async () => {
  const root = folder(run(Array.from({ length: 5000 }, (_, place) => report(place + 1))));
  const begin = Date.now();
  const page = await open(root);
  const opened = Date.now() - begin;
  assert.equal(await text(page, "#found"), "Всего 5 000 документов");
  assert.equal((await page.$$("#rows tr")).length, 100);
  const took = await page.evaluate(() => {
    const time = (what) => { const start = performance.now(); what(); document.body.offsetHeight; return performance.now() - start; };
    const input = document.getElementById("filter-text");
    return {
      search: time(() => { input.value = "№ 499"; input.dispatchEvent(new Event("input", { bubbles: true })); }),
      sort: time(() => document.querySelectorAll("th button")[1].click()),
    };
  });
  assert.equal(await text(page, "#found"), "Найдено 11 документов из 5 000");
  console.log(`5,000 documents: open ${opened} ms, search ${took.search.toFixed()} ms, sort ${took.sort.toFixed()} ms`);
  assert.ok(opened < 10000 && took.search < 1000 && took.sort < 1000);  // also on a busy machine
  await close(page);
});

test("on paper the whole choice is printed, without what is only to be pressed", async () => {
  const page = await open(night);
  await page.emulateMediaType("print");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal((await page.$$("#rows tr")).length, 234);
  for (const hidden of [".filter", ".pages", ".skip"])
    assert.equal(await page.$eval(hidden, (one) => getComputedStyle(one).display), "none");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal((await page.$$("#rows tr")).length, 100);
  await close(page);
});

// A window of 1280 at 400 % has 320 (WCAG 2.1, 1.4.10).
test("nothing is wider than a narrow or enlarged window", async () => {
  for (const width of [320, 390, 640, 900, 1056, 1060, 1200]) {
    const page = await open(night, { width });
    const wide = await page.evaluate(() => (document.documentElement.scrollWidth <= innerWidth ? []
      : [...document.body.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > innerWidth + 1).map((one) => one.outerHTML.slice(0, 80))));
    assert.deepEqual(wide, [], `${width}`);
    await close(page);
  }
});

// WCAG 2.1, 1.4.3
test("texts have enough contrast in light and dark", async () => {
  const page = await open(night);
  for (const scheme of ["light", "dark"]) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    const weak = await page.evaluate(() => {
      const rgb = (colour) => colour.match(/[\d.]+/g).map(Number);
      const light = (colour) => {
        const [r, g, b] = rgb(colour).map((part) => (part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const behind = (one) => {
        for (let at = one; at; at = at.parentElement) {
          const colour = getComputedStyle(at).backgroundColor;
          if (rgb(colour)[3] !== 0) return colour;
        }
        return "rgb(255, 255, 255)";
      };
      return [...document.querySelectorAll("h1,h2,h3,p,a:not(.skip),.technical,.state,.why,.note,td,th button,label,.count,.label,summary")]
        .filter((one) => one.textContent.trim() && !one.closest("[hidden]"))
        .map((one) => {
          const pair = [light(getComputedStyle(one).color), light(behind(one))].sort((a, b) => b - a);
          const opacity = one.closest(".none") ? Number(getComputedStyle(one.closest(".none")).opacity) : 1;
          return [(pair[0] + 0.05) / (pair[1] + 0.05) * opacity, one.tagName + one.className + one.textContent.slice(0, 30)];
        })
        .filter(([contrast]) => contrast < 4.5);
    });
    assert.deepEqual(weak, [], scheme);
  }
  await close(page);
});

test("a hostile manifest shows its texts and runs nothing", async () => {
  const evil = "</script><script>document.title='broken'</script><!-- <img src=x onerror=\"document.title='broken'\"> \u2028";
  const root = folder(run([report(1, "made", { title: evil, row: { short_name: evil } }),
                           report(2, "failed", { diagnostics: [message("B204", evil)] })], { job: evil }));
  for (const scripts of [true, false]) {
    const page = await open(root, { scripts });
    assert.equal(await page.title(), "Документы за октябрь 2026 г.");
    assert.equal(await page.$("img"), null);
    assert.ok((await page.content()).includes("onerror"));
    await close(page);
  }
});

test("svodka batch writes the page, and its links lead to what was made", () => {
  const work = mkdtempSync(join(tmpdir(), "svodka-batch-"));
  try {
    const svodka = (...words) => {
      const done = spawnSync(process.env.SVODKA, words, { encoding: "utf8", cwd: ROOT });
      assert.equal(done.status, 0, done.stderr);
    };
    const records = readdirSync(join(ROOT, "fixtures"), { recursive: true }).map(String).filter((name) => name.endsWith(".json"));
    svodka("init", join(work, "d.db"));
    svodka("import", ...records.sort().map((name) => join(ROOT, "fixtures", name)), "--db", join(work, "d.db"));
    writeFileSync(join(work, "job.toml"), [
      'database = "d.db"', `templates = "${join(ROOT, "report_templates")}"`, 'output = "out"', 'as_of = "2026-10-31"', 'period = "2025-2026"', "[[report]]", 'name = "execution"',
      'template = "execution_report"', 'file = "execution/{organization}"',
      'for_each = "SELECT organization, short_name FROM organization_card WHERE organization GLOB \'school-*\' ORDER BY organization"',
      'parameters = { organization = "{organization}", period = "{period}" }', ""].join("\n"));
    svodka("batch", join(work, "job.toml"));
    return open(join(work, "out")).then(async (page) => {
      assert.equal(await page.title(), "Документы за 2025/2026 учебный год");
      const links = await hrefs(page, "#rows a");
      assert.ok(links.length >= 4);
      for (const href of links) assert.ok(existsSync(fileURLToPath(href)), href);
      await close(page);
    }).finally(() => rmSync(work, { recursive: true, force: true }));
  } catch (error) {
    rmSync(work, { recursive: true, force: true });
    throw error;
  }
});
