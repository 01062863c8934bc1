// A recording on a line that breaks: what has arrived is not sent again, the text stays, and the reader hears it.
import { strict as assert } from 'node:assert';
import { signIn, told } from '../steps.mjs';

export const name = 'uploading';

const seconds = 90;

export async function run(page, site) {
  await signIn(page, site, 'sari');
  await page.goto('/tulisan/baru');
  await page.getByLabel('Judul').fill('Suara Pompa Air yang Rusak');
  await page.getByLabel('Isi tulisan').fill('Dengarkan sendiri.');
  await page.locator('[name=attach]').setInputFiles({ name: 'pompa.wav', mimeType: 'audio/wav', buffer: silence() });
  const pieces = await breakTheLine(page);
  await page.getByRole('button', { name: 'Unggah dulu' }).click();
  await page.locator('[data-pieces] [role=status]').filter({ hasText: 'Sambungan terputus' }).waitFor();
  await page.locator('main audio').waitFor({ timeout: 30000 });
  await site.look(page);
  await told(page, /Naskah sudah disimpan/);
  assert.equal(await page.getByLabel('Isi tulisan').inputValue(), 'Dengarkan sendiri.');
  const begins = pieces.map(({ from }) => from);
  assert.deepEqual(begins, [...new Set(begins)].sort((a, b) => a - b), 'each piece arrived once, in order');
  assert.equal(pieces.reduce((sum, { size }) => sum + size, 0), silence().length);

  await page.getByLabel('Keterangan').fill('Pompa air di Dusun Tengah');
  await page.getByLabel('Tulis apa yang diucapkan').fill('Hanya bunyi mesin.');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await site.look(page);
  await page.getByRole('button', { name: 'Pratinjau' }).click();
  await site.look(page);
  const text = await page.locator('main article').innerText();
  assert.match(text, /Pompa air di Dusun Tengah/);
  assert.match(text, /1 menit 30 detik/);
  assert.equal(await page.locator('main audio').count(), 1);
}

// The second piece is lost on its way, and so is the answer to the third.
async function breakTheLine(page) {
  const arrived = [];
  let count = 0;
  await page.route('**/unggah', async (route) => {
    const asked = route.request();
    if (asked.method() !== 'POST') return route.continue();
    count += 1;
    if (count === 2) return route.abort('connectionreset');
    const answer = await route.fetch();
    arrived.push({ from: Number(asked.headers()['suara-from']), size: asked.postDataBuffer().length });
    return count === 3 ? route.abort('connectionreset') : route.fulfill({ response: answer });
  });
  return arrived;
}

// So many seconds of nothing as a WAV file.
function silence() {
  const data = Buffer.alloc(seconds * 8000, 0x80);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8);
  for (const [at, value] of [[16, 16], [24, 8000], [28, 8000], [40, data.length]]) head.writeUInt32LE(value, at);
  for (const [at, value] of [[20, 1], [22, 1], [32, 1], [34, 8]]) head.writeUInt16LE(value, at);
  head.write('data', 36);
  return Buffer.concat([head, data]);
}
