// What several journeys do: sign in and out as a reader would, and read the letters in the outbox.
import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Everyone in the cast has it; the demonstration prints it when it starts.
export const password = 'warga tirtawana bersuara';

// Fills the sign-in form that is shown and presses its button.
export async function signInHere(page, site, name) {
  await page.getByLabel('Surel atau nomor telepon').fill(`${name}@suara.example`);
  await page.getByLabel('Kata sandi').fill(password);
  await page.locator('main').getByRole('button', { name: 'Masuk', exact: true }).click();
  await site.look(page);
}

export async function signIn(page, site, name) {
  await page.goto('/masuk');
  await signInHere(page, site, name);
}

export async function signOut(page, site) {
  await page.locator('header summary').click();
  await page.getByRole('button', { name: 'Keluar' }).click();
  await site.look(page);
  await page.locator('header').getByRole('link', { name: 'Masuk' }).waitFor();
}

// The newest letter to an address, waited for: letters are written behind the scenes.
export async function letterTo(site, address, patience_ms = 10000) {
  const folder = join(site.data, 'outbox');
  const until = Date.now() + patience_ms;
  while (Date.now() < until) {
    const letters = files(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
    const found = letters.filter((letter) => new RegExp(`^To: .*${address}`, 'm').test(letter));
    if (found.length > 0) return found.at(-1);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return assert.fail(`no letter to ${address} within ${patience_ms} ms`);
}

// Their names are ids, which are ordered by time. A letter that is just being written has no end yet.
function files(folder) {
  try {
    return readdirSync(folder).filter((file) => file.endsWith('.eml')).sort();
  } catch {
    return [];
  }
}

// A story of the demonstration by its title, from the list of its month.
export async function openStory(page, site, [month, title]) {
  await page.goto(`/arsip/${month}`);
  await page.locator('main').getByRole('link', { name: title }).first().click();
  await site.look(page);
}

export const bridge = ['2026/11', 'Lima Puluh Enam Hari Tanpa Jembatan'];
export const fish = ['2026/11', 'Ratusan Ikan Mati di Muara'];
export const radio = ['2026/11', 'Pemancar Tersambar Petir'];

// What stands in "Komentar (n)".
export async function commentCount(page) {
  const heading = await page.getByRole('heading', { name: /^Komentar \(/ }).innerText();
  return Number(/\((\d+)\)/.exec(heading)[1]);
}

export function comments(page, text) {
  return page.locator('.thread article').filter({ hasText: text });
}

// The notice on top of the page after something was done.
export async function told(page, sentence) {
  const notice = await page.locator('main .flash[role=status]').innerText();
  assert.match(notice, sentence);
}
