// Pictures of the pages in pages.json at three widths, light and dark.
// Arguments: the folder to write into, then beginnings of names, or none for all. Nothing is judged here:
// the pictures are for eyes; only a page that is wider than its screen is told.
//
// A page is an address (`path`), opened by somebody of the cast (`as`) in a kind of house (`house`). From there
// `follow` leads on, one link after the other (each the first that a selector finds), `fill` types (selector:
// words) and `press` presses a button: what a form answers to words that will not do is a page too. `english`
// asks for its English page as well, `print` for its sheet of paper.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './chromium.mjs';
import { startSite } from './site.mjs';
import { password, signIn } from './steps.mjs';

const [folder, ...chosen] = process.argv.slice(2);
const all = JSON.parse(readFileSync(new URL('pages.json', import.meta.url), 'utf8'));
const pages = all.filter(({ name }) => chosen.length === 0 || chosen.some((start) => name.startsWith(start)));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const browser = await launch();
try {
  for (const house of new Set(pages.map((page) => page.house))) await visit(house);
} finally {
  await browser.close();
}

async function visit(house) {
  const site = await startSite(house && { SUARA_HOUSE: house });
  const shooter = { site, sessions: new Map() };
  const here = pages.filter((page) => page.house === house);
  try {
    for (const colorScheme of ['light', 'dark']) {
      for (const width of [360, 768, 1280]) await shoot(shooter, here, { colorScheme, width });
    }
    const english = here.filter((page) => page.english);
    for (const width of [360, 1280]) await shoot(shooter, english, { colorScheme: 'light', width, language: '/en' });
    await print(shooter, here.filter((page) => page.print));
  } finally {
    await site.stop();
  }
}

async function shoot(shooter, pages, { colorScheme, width, language = '' }) {
  const viewport = { width, height: Math.min(width * 2, 900) };
  const end = `${width}-${colorScheme}${language.replace('/', '-')}.png`;
  await each(shooter, pages, { language, colorScheme, viewport, locale: 'id-ID' }, async (page, name) => {
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    if (wide > width) console.log(`${name}: ${wide} px wide on a screen of ${width} px`);
    await page.evaluate(allPictures);
    await page.screenshot({ path: join(folder, `${name}-${end}`), fullPage: true });
  });
  if (pages.length > 0) console.log(`${pages.length} pictures *-${end}`);
}

async function print(shooter, pages) {
  await each(shooter, pages, { locale: 'id-ID' }, async (page, name) => {
    await page.evaluate(allPictures);
    await page.pdf({ path: join(folder, `${name}.pdf`), format: 'A4', preferCSSPageSize: true });
  });
  if (pages.length > 0) console.log(`${pages.length} printed sheets`);
}

// Pictures below the first screen come when a reader scrolls to them.
async function allPictures() {
  await Promise.all(
    [...document.images].map((image) => {
      image.loading = 'eager';
      return image.decode().catch(() => {});
    }),
  );
}

async function each({ site, sessions }, pages, { language = '', ...options }, take) {
  for (const wanted of pages) {
    const storageState = await session(site, sessions, wanted.as);
    const context = await browser.newContext({ baseURL: site.address, storageState, ...options });
    context.setDefaultTimeout(10000);
    const page = await context.newPage();
    try {
      await open(page, wanted);
      const { pathname, search } = new URL(page.url());
      if (language) await page.goto(language + pathname + search);
      await take(page, wanted.name);
    } catch (fault) {
      console.log(`${wanted.name} could not be taken: ${fault.message.split('\n')[0]}`);
      process.exitCode = 1;
    }
    await context.close();
  }
}

async function open(page, { path, follow = [], fill = {}, press }) {
  await page.goto(path);
  for (const link of [follow].flat()) await page.goto(await page.locator(link).first().getAttribute('href'));
  for (const [field, words] of Object.entries(fill)) await page.locator(field).first().fill(words);
  if (!press) return;
  // As a browser that checks nothing itself.
  await page.evaluate(() => document.querySelectorAll('form').forEach((form) => (form.noValidate = true)));
  await Promise.all([page.waitForEvent('framenavigated'), page.locator(press).first().click()]);
  await page.waitForLoadState('load');
}

// Each signs in once in a run.
async function session(site, sessions, person) {
  if (!person) return undefined;
  if (!sessions.has(person)) {
    const context = await browser.newContext({ baseURL: site.address, locale: 'id-ID' });
    const page = await context.newPage();
    if (person === 'administrator') await firstAdministrator(site, page);
    else await signIn(page, { look: () => page.waitForLoadState('load') }, person);
    sessions.set(person, await context.storageState());
    await context.close();
  }
  return sessions.get(person);
}

// The cast has no administrator: the first comes by the link that the program prints when it starts.
async function firstAdministrator(site, page) {
  await page.goto(/http\S+kunci=\S+/.exec(site.printed)[0]);
  await page.locator('#name').fill('Bagus Prasetya');
  await page.locator('#email').fill('pengelola@suara.example');
  await page.locator('#password').fill(password);
  await page.locator('main button').click();
  await page.waitForURL((address) => !address.pathname.startsWith('/pengelola/pertama'));
}
