// A reader writes first and signs in when sending: nothing is lost, and what was sent twice stands once.
import { strict as assert } from 'node:assert';
import { commentCount, comments, openStory, radio, signInHere, signOut, told } from '../steps.mjs';

export const name = 'commenting';

export async function run(page, site) {
  await comment(page, site, { by: 'lina', text: 'Kabar cuaca "pukul lima" kapan terdengar lagi?\n\nTerima kasih.' });
}

export async function comment(page, site, { by, text }) {
  await openStory(page, site, radio);
  const before = await commentCount(page);
  await page.getByLabel('Komentar Anda').fill(text);
  await page.getByRole('button', { name: 'Kirim komentar' }).click();
  await site.look(page);
  assert.match(page.url(), /\/masuk\?/, 'who is signed out is led to the door');

  await signInHere(page, site, by);
  assert.equal(await page.locator('main h1').innerText(), 'Lanjutkan kiriman Anda');
  const kept = await page.locator("main input[name='text']").inputValue();
  assert.equal(kept.replaceAll('\r\n', '\n'), text, 'not a letter is lost');
  await page.getByRole('button', { name: 'Kirim sekarang' }).dblclick();
  await page.waitForURL(/\/tulisan\//);
  await site.look(page);
  await told(page, /Komentar Anda sudah tampil/);

  const first = text.split('\n')[0];
  assert.equal(await comments(page, first).count(), 1, 'it stands once');
  assert.equal(await commentCount(page), before + 1);
  await signOut(page, site);
  await openStory(page, site, radio);
  assert.equal(await comments(page, first).count(), 1, 'everybody reads it');
}
