// A reader without an account flags a comment, gets a number, and looks the outcome up with it.
import { strict as assert } from 'node:assert';
import { fish, openStory, told } from '../steps.mjs';

export const name = 'flagging';
export const scripts = false;

export async function run(page, site) {
  await openStory(page, site, fish);
  await page.locator('.thread').getByRole('link', { name: 'Tandai' }).first().click();
  await site.look(page);
  const number = await flagHere(page, site, 'berita bohong');
  assert.match(await page.locator('main .box').innerText(), /Menunggu/);

  await page.goto('/tandai/nomor');
  const field = page.getByLabel('Nomor tanda');
  await field.fill('7777-7777');
  await look(page, site);
  assert.match(await page.locator('main [role=alert]').innerText(), /tidak kami temukan/);
  await field.fill(number.toLowerCase().replace('-', ' '));
  await look(page, site);
  assert.match(await page.locator('main .box').innerText(), new RegExp(`Nomor ${number}[^]*Menunggu`));
}

// Fills the form that is shown; the number that comes back.
export async function flagHere(page, site, reason) {
  await page.getByLabel(reason, { exact: true }).check();
  await page.getByLabel('Penjelasan').fill('Bagian kedua tidak benar.');
  await page.getByRole('button', { name: 'Kirim tanda' }).click();
  await site.look(page);
  await told(page, /Tanda Anda kami terima/);
  return /Nomor (\w{4}-\w{4})/.exec(await page.locator('main .box h2').innerText())[1];
}

async function look(page, site) {
  await page.getByRole('button', { name: 'Lihat hasil' }).click();
  await site.look(page);
}
