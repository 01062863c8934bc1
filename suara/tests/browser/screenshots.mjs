// Pictures of the pages in pages.json at three widths, light and dark, and each as a printed sheet.
// Argument: the folder to write into. Nothing is judged here: the pictures are for eyes.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './chromium.mjs';
import { startSite } from './site.mjs';

const folder = process.argv[2];
const pages = JSON.parse(readFileSync(new URL('pages.json', import.meta.url), 'utf8'));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const site = await startSite();
const browser = await launch();
try {
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [360, 768, 1280]) await shoot(colorScheme, width);
  }
  await print();
} finally {
  await browser.close();
  await site.stop();
}

async function shoot(colorScheme, width) {
  const viewport = { width, height: Math.min(width * 2, 900) };
  await each({ colorScheme, viewport, locale: 'id-ID' }, async (page, name) => {
    await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
  });
  console.log(`${width} px, ${colorScheme}: ${pages.length} pictures`);
}

async function print() {
  await each({ locale: 'id-ID' }, async (page, name) => {
    await page.pdf({ path: join(folder, `${name}.pdf`), format: 'A4', preferCSSPageSize: true });
  });
  console.log(`printed: ${pages.length} sheets`);
}

// Opens each page: an address, or the first link on `path` that `follow` selects.
async function each(options, take) {
  const context = await browser.newContext({ baseURL: site.address, ...options });
  const page = await context.newPage();
  for (const { name, path, follow } of pages) {
    await page.goto(path);
    if (follow) await page.goto(await page.locator(follow).first().getAttribute('href'));
    await take(page, name);
  }
  await context.close();
}
