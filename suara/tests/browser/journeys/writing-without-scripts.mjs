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

// A pump, drawn with four colours.
const photograph = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAoAAAAGkAgMAAADcdnwNAAAADFBMVEXO4uiyjFxaaHB4SChp/HOoAAABBElEQVR42u3XsQkA' +
  'IAxFQZd0SUe00QGMYBFQ4d4A4cqfUiRJkiRJkiRJkiRJkiRJkiRJkiRJkiRJkiRJkiRJkiRJ0ge1IEBAQEBAwKWxrwMCAgIC' +
  'AgICAhqsgIBPAbcBAgICAgICAgICAgJ6mgABAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB' +
  'AQEBAQEBAQEBAQEBAQEBAQEBAQEBc4E1pQiYcxkQEBAQEBAQEBAQEPBmgICAgICAgICAgICAgICAgICAgICAgICAgICAgICA' +
  'gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgKdNHqljTCm17pUAAAAASUVORK5CYII=',
  'base64',
);

export async function run(page, site) {
  await signIn(page, site, 'sari');
  await page.goto('/tulisan/baru');
  await page.getByLabel('Isi tulisan').fill(story.body);
  await page.getByRole('button', { name: 'Simpan' }).click();
  await site.look(page);
  await told(page, /Naskah sudah disimpan/);
  await page.goto('/naskah');
  await page.getByRole('link', { name: 'Tanpa judul' }).click();
  await site.look(page);
  await page.getByRole('link', { name: 'Lanjutkan menulis' }).click();
  await site.look(page);
  assert.match(await page.getByLabel('Isi tulisan').inputValue(), /satu kilometer/);
  await page.getByLabel('Judul').fill(story.title);
  await page.locator('[name=attach]').setInputFiles({ name: 'IMG_2044.png', mimeType: 'image/png', buffer: photograph });
  await page.getByRole('button', { name: 'Unggah dulu' }).click();
  await site.look(page);
  await page.getByLabel('Keterangan').fill('Pompa di Bukit Serai, Selasa pagi');
  await page.getByLabel('Apa yang terlihat').fill('Pompa tua di atas tanah kering');
  await send(page, site, story);
  await signOut(page, site);
  await edit(page, site, story);
  await publish(page, site);
  await signOut(page, site);
  await read(page, story);
  await page.getByText('Pompa di Bukit Serai, Selasa pagi').waitFor();
  const picture = page.getByRole('img', { name: 'Pompa tua di atas tanah kering' });
  await picture.scrollIntoViewIfNeeded();
  assert.ok(await picture.evaluate((image) => image.complete && image.naturalWidth > 0), 'readers see the photograph');
}
