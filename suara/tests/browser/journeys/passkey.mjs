// A phone's own key: added with the password, then used at the door in place of it. Chromium's virtual authenticator
// stands for the phone.
import { strict as assert } from 'node:assert';
import { password, signIn, signOut } from '../steps.mjs';

export const name = 'passkey';

export async function run(page, site) {
  const phone = await page.context().newCDPSession(page);
  await phone.send('WebAuthn.enable');
  await phone.send('WebAuthn.addVirtualAuthenticator', { options: {
    protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true,
    isUserVerified: true, automaticPresenceSimulation: true,
  } });
  await signIn(page, site, 'lina');
  await page.goto('/akun/kunci');
  await page.getByLabel('Nama kunci').fill('HP saya');
  await page.locator('#key-password').fill('bukan kata sandi ini');
  await page.getByRole('button', { name: 'Tambahkan kunci sidik' }).click();
  await page.locator('form[data-passkey=make] [data-trouble]').waitFor();
  assert.match(await page.locator('form[data-passkey=make] [data-trouble]').innerText(), /Kata sandi sekarang tidak cocok/);

  await page.locator('#key-password').fill(password);
  await page.getByRole('button', { name: 'Tambahkan kunci sidik' }).click();
  await page.getByRole('heading', { name: 'Kode cadangan' }).waitFor();
  await site.look(page);
  assert.equal(await page.locator('ol.codes li').count(), 8);
  await page.getByRole('link', { name: 'Sudah saya simpan' }).click();
  await site.look(page);
  assert.match(await page.locator('main').innerText(), /HP saya/);

  await signOut(page, site);
  await page.goto('/masuk?lanjut=%2Fakun');
  await page.getByRole('button', { name: 'Masuk dengan kunci sidik' }).click();
  await page.waitForURL(/\/akun$/);
  await site.look(page);
  assert.match(await page.locator('main').innerText(), /lina@suara\.example/);
}
