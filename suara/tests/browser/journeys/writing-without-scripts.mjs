// The same in a browser without JavaScript, on a small phone: saved by hand.
import { strict as assert } from 'node:assert';
import { signIn, signOut, told } from '../steps.mjs';
import { edit, publish, read, send, story } from './writing.mjs';

export const name = 'writing-without-scripts';
export const scripts = false;
export const options = { viewport: { width: 360, height: 740 } };

export async function run(page, site) {
  story.title = 'Pompa Air Bukit Serai Rusak Lagi';
  await signIn(page, site, 'sari');
  await page.goto('/tulisan/baru');
  await page.getByLabel('Isi tulisan').fill(`${story.first}\n\n${story.lost}`);
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
  await send(page, site);
  await signOut(page, site);
  await edit(page, site);
  await publish(page, site);
  await signOut(page, site);
  await read(page);
}
