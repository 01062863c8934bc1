// Somebody whom a story harms answers it without an account; the newsroom agrees and carries the answer beside the story.
import { strict as assert } from 'node:assert';
import { bridge, openStory, signIn, signOut } from '../steps.mjs';

export const name = 'reply';

const answer = 'Rangka baja sudah tiba di Pelabuhan Teluk Baru pada 20 November.';

export async function run(page, site) {
  const secret = await ask(page, site);
  await decide(page, site);
  await signOut(page, site);

  await openStory(page, site, bridge);
  const box = page.locator('main .box').filter({ hasText: 'Hak jawab Dinas Pekerjaan Umum' });
  assert.match(await box.innerText(), new RegExp(answer));
  await site.picture(page, 'story');
  await box.getByRole('link', { name: 'Halaman hak jawab ini' }).click();
  await site.look(page);
  await page.locator('main').getByRole('link', { name: bridge[1] }).first().waitFor();
  await page.goto(secret);
  assert.match(await page.locator('main').innerText(), /Sudah dimuat/);
  await site.picture(page, 'sender');
}

// The address that only the sender is given.
async function ask(page, site) {
  await openStory(page, site, bridge);
  const passage = await page.locator('main .text p').first().innerText();
  await page.getByRole('link', { name: 'Minta koreksi / Hak jawab' }).click();
  await site.look(page);
  await page.getByRole('radio', { name: /^Hak jawab/ }).check();
  const typed = {
    name: 'Dinas Pekerjaan Umum Tirtawana',
    capacity: 'Sekretaris dinas',
    passage,
    wrong: 'Tulisan menyebut rangka baja belum dikirim.',
    text: answer,
  };
  for (const [field, words] of Object.entries(typed)) await page.locator(`main [name=${field}]`).fill(words);
  await site.picture(page, 'form');
  await page.getByRole('button', { name: 'Kirim permintaan' }).click();
  await site.look(page);
  const kept = await page.locator('main .box').first().innerText();
  assert.match(kept, /H-\d{6}-\w{5}/);
  return page.url();
}

async function decide(page, site) {
  await signIn(page, site, 'ratna');
  await page.goto('/meja/hak-jawab');
  await page.locator('main').getByRole('link', { name: /Dinas Pekerjaan Umum Tirtawana/ }).first().click();
  await site.look(page);
  for (const deed of [/^Setujui hak jawab/, /^Muat sekarang/]) {
    await page.getByRole('radio', { name: deed }).check();
    await page.locator('main').getByRole('button', { name: 'Simpan', exact: true }).click();
    await site.look(page);
  }
  await site.picture(page, 'desk');
}
