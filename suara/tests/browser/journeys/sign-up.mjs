// A newcomer: signs up with an address, errs once, types the code from the letter, and has an account.
import { strict as assert } from 'node:assert';
import { letterTo, told } from '../steps.mjs';

export const name = 'sign-up';
export const options = { viewport: { width: 360, height: 740 } };

const address = 'dewi@suara.example';

export async function run(page, site) {
  await page.goto('/');
  await page.locator('header').getByRole('link', { name: 'Masuk' }).click();
  await site.look(page);
  await page.locator('main').getByRole('link', { name: 'Daftar' }).click();
  await site.look(page);

  await page.getByLabel('Nama lengkap', { exact: true }).fill('Dewi Anggraini');
  await page.getByLabel('Surel atau nomor telepon').fill(address);
  await page.getByLabel('Kata sandi baru').fill('pendek');
  await page.getByLabel('18 tahun atau lebih').check();
  await page.getByLabel(/Saya setuju dengan/).check();
  await send(page, site, 'Daftar');
  assert.match(await page.locator('main [role=alert]').innerText(), /kata sandi terlalu pendek/i);
  assert.equal(await page.getByLabel('Surel atau nomor telepon').inputValue(), address, 'what was typed stays');
  assert.ok(await page.getByLabel(/Saya setuju dengan/).isChecked(), 'what was ticked stays');

  await page.getByLabel('Kata sandi baru').fill('kopi pahit di dermaga');
  await send(page, site, 'Daftar');
  assert.equal(await page.locator('main h1').innerText(), 'Ketik kodenya');
  const code = /^Subject: .*?(\d{6})/m.exec(await letterTo(site, address))[1];
  await page.getByLabel('Kode dari surel').fill(code === '000000' ? '000001' : '000000');
  await send(page, site, 'Lanjut');
  assert.match(await page.locator('main [role=alert]').innerText(), /kode tidak cocok/i);
  await page.getByLabel('Kode dari surel').fill(code);
  await send(page, site, 'Lanjut');
  await told(page, /Selamat datang/);

  await page.locator('header summary', { hasText: 'Dewi Anggraini' }).click();
  await page.getByRole('link', { name: 'Akun saya' }).click();
  await site.look(page);
  assert.match(await page.locator('main').innerText(), /dewi@suara\.example/);
}

async function send(page, site, button) {
  await page.locator('main').getByRole('button', { name: button, exact: true }).click();
  await site.look(page);
}
