// A story on paper: the sheet for the wall has the text, the names and the address, and nothing that only a screen can use.
import { strict as assert } from 'node:assert';
import { bridge, openStory } from '../steps.mjs';

export const name = 'printing';

const onPaper = ['.name', 'main h1', '.story .by', '.story .text', '.story .meta', '.addr'];
const onScreenOnly = 'nav, form, button, input, textarea, .btn, .skip, .who, .foot, .do, #komentar, .pager';

export async function run(page, site) {
  await openStory(page, site, bridge);
  const screen = await page.locator('.story .text').innerText();
  const hidden = page.locator(onScreenOnly);
  assert.ok((await shown(hidden)) > 10, 'a screen has them');
  await page.emulateMedia({ media: 'print' });
  for (const part of onPaper) assert.ok(await page.locator(part).first().isVisible(), `${part} is printed`);
  assert.equal(await shown(hidden), 0, 'no menu, no form, no button is printed');
  assert.equal(await page.locator('.story .text').innerText(), screen, 'the whole text is printed');
  assert.ok((await page.locator('figure img').count()) > 0 && (await page.locator('figcaption').first().isVisible()));
  const sheet = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  const pages = sheet.toString('latin1').match(/\/Type \/Page\b/g).length;
  assert.ok(pages <= 3, `the sheet has ${pages} pages`);
}

async function shown(locator) {
  const all = await locator.all();
  const visible = await Promise.all(all.map((element) => element.isVisible()));
  return visible.filter(Boolean).length;
}
