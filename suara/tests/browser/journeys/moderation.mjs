// The desk: what a newcomer wrote waits and is shown; what a reader flagged is hidden; the public log tells both.
import { strict as assert } from 'node:assert';
import { comments, fish, openStory, signIn, signOut, told } from '../steps.mjs';
import { flagHere } from './flagging.mjs';

export const name = 'moderation';

const waiting = 'Ikan di tambak saya juga mengapung sejak Sabtu.';

export async function run(page, site) {
  await signIn(page, site, 'cut');
  await openStory(page, site, fish);
  await page.getByLabel('Komentar Anda').fill(waiting);
  await page.getByRole('button', { name: 'Kirim komentar' }).click();
  await site.look(page);
  await told(page, /Moderator memeriksanya dulu/);
  assert.match(await comments(page, waiting).innerText(), /Menunggu moderator/);
  await signOut(page, site);

  await openStory(page, site, fish);
  assert.equal(await comments(page, waiting).count(), 0, 'nobody else sees what waits');
  const flagged = await page.locator('.thread article').last().locator('p:not([class])').first().innerText();
  await comments(page, flagged).getByRole('link', { name: 'Tandai' }).click();
  await site.look(page);
  const number = await flagHere(page, site, 'iklan');

  await signIn(page, site, 'yustus');
  await page.locator('header summary').click();
  await page.locator('header').getByRole('link', { name: 'Meja moderasi' }).click();
  await site.look(page);
  await showAndHide(page, site, flagged);
  await signOut(page, site);
  await everybodySees(page, site, { flagged, number });
}

async function showAndHide(page, site, flagged) {
  const row = (text) => page.locator('.desk > li').filter({ hasText: text });
  await row(waiting).getByRole('button', { name: 'Tayangkan', exact: true }).click();
  await site.look(page);
  await told(page, /Sudah ditayangkan/);
  await row(flagged).getByRole('button', { name: 'Sembunyikan' }).click();
  await site.look(page);
  assert.match(await page.locator('main').innerText(), /Pilih alasan dulu/, 'no hiding without a reason');
  await row(flagged).getByLabel('Alasan menyembunyikan').selectOption({ label: 'iklan' });
  await row(flagged).getByRole('button', { name: 'Sembunyikan' }).click();
  await site.look(page);
  await told(page, /Sudah disembunyikan/);
}

async function everybodySees(page, site, { flagged, number }) {
  await page.goto('/catatan-moderasi');
  const entries = await page.locator('main .list > li').allInnerTexts();
  assert.match(entries[0], /Disembunyikan: Komentar[^]*Alasan: iklan[^]*ditandai 1 kali/);
  assert.match(entries[1], /Ditayangkan/);
  assert.ok(!entries.join().includes('Cut Rahmiati'), 'the log names nobody');
  await openStory(page, site, fish);
  assert.equal(await comments(page, waiting).count(), 1);
  assert.equal(await comments(page, flagged).count(), 0);
  assert.match(await page.locator('.thread').innerText(), /disembunyikan moderator[^]*iklan/, 'a stub says why');
  await page.goto(`/tandai/nomor?nomor=${number}`);
  assert.match(await page.locator('main .box').innerText(), /Ditindak/);
}
