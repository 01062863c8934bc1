// The main pages on a phone of 360 px, and with text twice as large as usual: nothing sticks out sideways.
import { strict as assert } from 'node:assert';
import { inPage } from '../audit.mjs';
import { signIn } from '../steps.mjs';

export const name = 'small-screens';
export const scripts = false;

// Beside what the foot of every page names and the first page under each of those.
const others = ['/masuk', '/daftar', '/pulihkan', '/tandai/nomor', '/daerah/99.01', '/en/', '/tidak-ada'];
const ofTheDesk = ['/akun', '/akun/profil', '/akun/sesi', '/moderasi', '/moderasi/aturan'];
const onTheFront = ['/tulisan/', '/rubrik/'];

export async function run(page, site) {
  const faults = [...(await measure(page, '/'))];
  const parts = new Set(await ownLinks(page, '.foot nav a'));
  const fronts = await ownLinks(page, 'a');
  const firsts = onTheFront.map((path) => fronts.find((link) => link.startsWith(path)));
  assert.ok(parts.size > 8 && firsts.every(Boolean), `${[...parts]} ${firsts}`);
  for (const path of [...others, ...firsts]) faults.push(...(await measure(page, path)));
  for (const path of parts) {
    faults.push(...(await measure(page, path)));
    const first = path !== '/' && (await ownLinks(page, 'main a')).find((link) => link.startsWith(`${path}/`));
    if (first) faults.push(...(await measure(page, first)));
  }
  await signIn(page, site, 'yustus');
  for (const path of ofTheDesk) faults.push(...(await measure(page, path)));
  assert.deepEqual(faults, []);
}

async function ownLinks(page, selector) {
  const links = await page.locator(selector).evaluateAll((found) => found.map((a) => a.getAttribute('href')));
  return links.filter((link) => /^\/[^.]*$/.test(link));
}

async function measure(page, path) {
  await page.goto(path);
  const faults = [];
  for (const [width, letter_px] of [[360, 16], [1280, 32], [360, 32]]) {
    await page.setViewportSize({ width, height: 740 });
    await letters(page, letter_px);
    assert.equal(await inPage(page, 'parseFloat(getComputedStyle(document.documentElement).fontSize)'), letter_px);
    const wide = await inPage(page, sticksOut);
    if (wide) faults.push(`${page.url()} at ${width} px with letters of ${letter_px} px: ${wide}`);
  }
  await letters(page, 16);
  await page.setViewportSize({ width: 1280, height: 800 });
  return faults;
}

// The reader's own choice of a letter's size, as a browser's settings have it.
async function letters(page, standard) {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard, fixed: standard } });
  await session.detach();
}

// How wide the page is and what makes it so. What lies in a region that scrolls by itself may be wide.
const sticksOut = `(() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return '';
  const wide = [...document.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > room + 1);
  const names = wide.slice(-3).map((e) => e.tagName.toLowerCase() + '.' + e.className + ' "' + e.textContent.trim().slice(0, 30) + '"');
  return document.documentElement.scrollWidth + ' px wide: ' + names.join(', ');
})()`;
