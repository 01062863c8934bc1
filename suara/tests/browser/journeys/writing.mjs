// A story on its way: written on a poor line, found again after a closed tab, sent, edited, noted, verified, read.
import { strict as assert } from 'node:assert';
import { signIn, signOut, told } from '../steps.mjs';

export const name = 'writing';

const story = {
  title: 'Pompa Air Karang Jati Rusak Lagi',
  first: 'Pompa air di Dusun Tengah berhenti sejak Senin.',
  lost: 'Warga memikul air dari kali sejauh satu kilometer.',
};

export async function run(page, site) {
  await signIn(page, site, 'sari');
  await page.goto('/tulisan/baru');
  await page.getByLabel('Judul').fill(story.title);
  await page.getByLabel('Isi tulisan').fill(story.first);
  await page.locator('#kept').filter({ hasText: 'Tersimpan' }).waitFor({ timeout: 20000 });
  const address = page.url();
  assert.match(address, /\/naskah\/[^/]+\/ubah$/, 'the page is that of the draft now');
  await cutTheLine(page, site, address);
  await send(page, site, story);
  await signOut(page, site);

  await edit(page, site, story);
  await publish(page, site);
  await signOut(page, site);
  await read(page, story);
}

// The network goes in the middle of writing and the tab is closed: nothing that was typed is lost.
async function cutTheLine(page, site, address) {
  await page.context().setOffline(true);
  await page.getByLabel('Isi tulisan').fill(`${story.first}\n\n${story.lost}`);
  await page.locator('#kept').filter({ hasText: 'Sambungan terputus' }).waitFor({ timeout: 20000 });
  await page.context().setOffline(false);
  // Away before it could be saved, as a phone that ran out of power.
  await page.evaluate(() => localStorage.setItem('naskah:probe', '{"at":0}'));
  await page.goto(address);
  const body = page.getByLabel('Isi tulisan');
  if (!(await body.inputValue()).includes(story.lost)) {
    await page.locator('#copy').waitFor();
    await page.getByRole('button', { name: 'Pakai salinan itu' }).click();
    await page.locator('#kept').filter({ hasText: 'Tersimpan' }).waitFor({ timeout: 20000 });
  }
  assert.equal(await body.inputValue(), `${story.first}\n\n${story.lost}`);
}

export async function send(page, site, story) {
  await page.locator('select[name=section]').selectOption({ index: 0 });
  await page.getByLabel('Nama daerah').fill('karang jati');
  await page.getByRole('button', { name: 'Cari daerah' }).click();
  await site.look(page);
  await page.getByRole('radio', { name: /^Desa .*Karang Jati, Tirtawana/ }).first().check();
  await page.getByRole('button', { name: 'Pratinjau' }).click();
  await site.look(page);
  assert.match(await page.locator('main h1').innerText(), new RegExp(story.title));
  await page.getByRole('link', { name: 'Lanjutkan menulis' }).click();
  await site.look(page);
  await page.getByRole('button', { name: 'Kirim ke penyunting' }).click();
  await site.look(page);
  await told(page, /terkirim/);
}

export async function edit(page, site, story) {
  await signIn(page, site, 'maria');
  await page.goto('/meja/tulisan');
  await page.getByRole('link', { name: story.title }).click();
  await site.look(page);
  await page.getByLabel('Catatan untuk penulis').fill('Sejak kapan pompa dipasang?');
  await page.getByRole('button', { name: 'Tambahkan catatan' }).click();
  await site.look(page);
  await page.getByRole('link', { name: 'Sunting teks' }).click();
  await site.look(page);
  const body = page.getByLabel('Isi tulisan');
  await body.fill((await body.inputValue()).replace('satu kilometer', '1,2 kilometer'));
  await page.getByRole('button', { name: 'Simpan' }).click();
  await site.look(page);
  await told(page, /Naskah sudah disimpan/);
  await page.goto('/meja/tulisan');
  await page.getByRole('link', { name: story.title }).click();
  await site.look(page);
}

export async function publish(page, site) {
  await page.getByRole('button', { name: 'Setujui teks ini' }).click();
  await site.look(page);
  await page.getByRole('link', { name: 'Catat siapa yang ditanya' }).click();
  await site.look(page);
  await page.getByLabel('Siapa yang ditanya').fill('Kepala Dusun Tengah');
  await page.getByLabel('Tanggal bertanya').fill(new Date().toISOString().slice(0, 10));
  await page.getByLabel('Jawabannya').fill('Benar, pompanya rusak.');
  await page.getByRole('button', { name: 'Simpan catatan' }).click();
  await site.look(page);
  await page.getByRole('button', { name: 'Nyatakan terverifikasi' }).click();
  await site.look(page);
  await page.getByRole('button', { name: 'Terbitkan tulisan' }).click();
  await site.look(page);
  await told(page, /terbit/);
}

export async function read(page, story) {
  await page.goto('/');
  await page.locator('main').getByRole('link', { name: story.title }).first().click();
  await page.locator('main').getByText('1,2 kilometer').waitFor();
  assert.match(await page.locator('.badges').first().innerText(), /Terverifikasi/);
}
