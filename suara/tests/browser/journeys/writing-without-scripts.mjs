// The same in a browser without JavaScript, on a small phone: saved by hand.
import { strict as assert } from 'node:assert';
import { signIn, signOut, told } from '../steps.mjs';
import { edit, publish, read, send } from './writing.mjs';

export const name = 'writing-without-scripts';
export const scripts = false;
export const options = { viewport: { width: 360, height: 740 } };

const story = {
  title: 'Pompa Air Bukit Serai Rusak Lagi',
  body: 'Pompa air di Bukit Serai berhenti sejak Selasa.\n\nWarga memikul air dari kali sejauh satu kilometer.',
};

export async function run(page, site) {
  await signIn(page, site, 'sari');
  await page.goto('/tulisan/baru');
  await page.getByLabel('Isi tulisan').fill(story.body);
  await page.getByRole('button', { name: 'Simpan' }).click();
  await site.look(page);
  await told(page, /Naskah tersimpan/);
  await page.goto('/naskah');
  await page.getByRole('link', { name: 'Tanpa judul' }).click();
  await site.look(page);
  await page.getByRole('link', { name: 'Lanjutkan menulis' }).click();
  await site.look(page);
  assert.match(await page.getByLabel('Isi tulisan').inputValue(), /satu kilometer/);
  await page.getByLabel('Judul').fill(story.title);
  await send(page, site, story);
  await signOut(page, site);
  await edit(page, site, story);
  await publish(page, site);
  await signOut(page, site);
  await read(page, story);
}
