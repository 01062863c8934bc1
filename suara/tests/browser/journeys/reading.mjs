// A reader without scripts: from the front page to a story, its section, an area, and an address that leads nowhere.
import { strict as assert } from 'node:assert';

export const name = 'reading';
export const scripts = false;
export const options = { viewport: { width: 360, height: 740 } };

export async function run(page, site) {
  await page.goto('/');
  const lead = page.locator("main a[href^='/tulisan/']").first();
  const headline = (await lead.innerText()).trim();
  await lead.click();
  await site.look(page);
  assert.equal((await page.locator('main h1').innerText()).trim(), headline);
  assert.match(await page.locator('main').innerText(), /Komentar \(\d+\)/);
  assert.ok(await page.locator('main form textarea').isVisible(), 'the comment form is open to everybody');
  assert.match(await page.locator('footer').last().innerText(), /\d/, 'the footer says how long the page took');

  await page.locator("main a[href^='/rubrik/']").first().click();
  await site.look(page);
  assert.ok((await page.locator("main a[href^='/tulisan/']").count()) > 0, 'a section lists its stories');

  const nowhere = await page.goto('/tidak-ada');
  assert.equal(nowhere.status(), 404);
  assert.ok(await page.locator("main a[href='/']").first().isVisible(), 'a dead end shows the way home');
}
