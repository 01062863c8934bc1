// The keyboard alone: past the head to the text, through the whole comment form and the sign-in form, and back.
import { strict as assert } from 'node:assert';
import { inPage } from '../audit.mjs';
import { tabTo, walkByTab } from '../keyboard.mjs';
import { comments, fish, openStory, password, told } from '../steps.mjs';

export const name = 'keyboard';

const text = 'Saya menulis ini tanpa tetikus.';

export async function run(page, site) {
  await page.goto('/masuk');
  const door = await walkByTab(page);
  assert.ok(['input contact', 'input password', 'button Masuk'].every((stop) => door.includes(stop)), door.join());

  await openStory(page, site, fish);
  await skipToText(page);
  const stops = await walkByTab(page);
  assert.ok(['textarea text', 'button Kirim komentar'].every((stop) => stops.includes(stop)), stops.join());
  await write(page, site);
  await signIn(page, site);
  const send = page.getByRole('button', { name: 'Kirim sekarang' });
  await tabTo(page, send);
  await press(page, site, 'Enter');
  await told(page, /sudah tampil/);
  assert.equal(await comments(page, text).count(), 1);
  await signOut(page, site);
}

async function skipToText(page) {
  await page.keyboard.press('Tab');
  assert.equal(await inPage(page, 'document.activeElement.className'), 'skip', 'the first stop skips the head');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.ok(await inPage(page, "document.querySelector('main').contains(document.activeElement)"));
}

async function write(page, site) {
  const field = page.getByLabel('Komentar Anda');
  await tabTo(page, field);
  await page.keyboard.type(text);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  assert.ok(await field.evaluate((e) => e === document.activeElement), 'the field lets go and takes back');
  assert.equal(await field.inputValue(), text, 'Tab writes nothing');
  await page.keyboard.press('Tab');
  await press(page, site, 'Space');
}

async function signIn(page, site) {
  await tabTo(page, page.getByLabel('Surel atau nomor telepon'));
  await page.keyboard.type('lastri@suara.example');
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await press(page, site, 'Enter');
}

async function signOut(page, site) {
  await tabTo(page, page.locator('header summary'));
  await page.keyboard.press('Enter');
  const stops = await walkByTab(page);
  assert.ok(stops.includes('button Keluar'), 'an open menu is walked like the rest');
  await tabTo(page, page.locator('header summary'));
  await tabTo(page, page.getByRole('button', { name: 'Keluar' }));
  await press(page, site, 'Enter');
  assert.ok(await page.locator('header').getByRole('link', { name: 'Masuk' }).isVisible());
}

// Presses a key that leads to another page.
async function press(page, site, key) {
  await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press(key)]);
  await site.look(page);
}
