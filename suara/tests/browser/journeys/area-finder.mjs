// Finding one's area by name with the keyboard alone and without scripts.
import { strict as assert } from 'node:assert';

export const name = 'area-finder';
export const scripts = false;

export async function run(page, site) {
  await page.goto('/daerah');
  await page.locator('main input[type=search], main input[type=text]').first().focus();
  await page.keyboard.type('Lombok Utara');
  await page.keyboard.press('Enter');
  await page.waitForURL(/lombok/i);
  await site.look(page);
  const found = page.locator('main').getByRole('link', { name: /Lombok Utara/ }).first();
  await found.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/daerah\//);
  await site.look(page);
  assert.match(await page.locator('main h1').innerText(), /Lombok Utara/);
}
