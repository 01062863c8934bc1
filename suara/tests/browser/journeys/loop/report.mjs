// The report that a reader files from the founding story.
import { strict as assert } from 'node:assert';

const title = 'Loket KTP di lantai dua, warga berkursi roda tidak bisa naik';
const reason = 'Tulisan itu menyebut pelayanan tanpa diskriminasi; di loket kami belum begitu.';
const body = /^Dinas Kependudukan dan Pencatatan Sipil Kabupaten Tirtawana/;
const promise = 'Petugas mendatangi rumah warga yang tidak bisa datang.';

export async function report(walk) {
  const { page, main } = walk;
  await walk.as('asep');
  await page.goto(walk.story);
  await walk.link('Laporkan masalah seperti ini');
  await walk.fill({
    title,
    text: 'Loket perekaman KTP pindah ke lantai dua sejak Oktober. Dua kali saya datang dan dua kali pulang tanpa KTP.',
    category: { label: 'KTP, KK, dan akta' },
    landmark: 'kantor dinas, lantai dua',
    area_q: 'Pasar Lama',
    tie_reason: reason,
  });
  await walk.button('Cari daerah');
  await main.getByRole('radio', { name: /^Desa Pasar Lama Karang Jati/ }).check();
  await walk.button('Cari daerah');
  await main.locator('[name=agency]').selectOption(await optionOf(main.locator('[name=agency]'), body));
  await walk.picture('3-report-form');
  await walk.button('Kirim laporan');
  await walk.told(/sudah terkirim/);
  walk.own = page.url();
  await walk.link('Lihat halaman untuk pembaca');
  walk.report = walk.path();
  assert.ok((await walk.linked()).includes(reason), 'the reason stands with the report');
  const ribbon = await walk.ribbon();
  assert.match(ribbon[1], /Diverifikasi Sedang diperiksa sejak hari ini/);
  assert.deepEqual((await walk.ribbon(walk.story)).slice(1), ribbon.slice(1), 'and the story goes in step');
  assert.match(await walk.linked(), new RegExp(`Menghasilkan\\s+${title}\\s+${reason}`));
}

// The value of the option whose words begin so.
async function optionOf(list, words) {
  const options = await list.locator('option').evaluateAll((all) => all.map((one) => [one.value, one.textContent]));
  return options.find(([, text]) => words.test(text))[0];
}

export async function verifyAndDeliver(walk) {
  const { page, main } = walk;
  const id = walk.report.split('/').at(-1);
  await walk.as('maria');
  await page.goto(`/meja/laporan/${id}`);
  assert.ok((await main.innerText()).includes(reason), 'the desk reads what led to it');
  await walk.link('Nyatakan terverifikasi');
  await walk.button('Nyatakan terverifikasi');
  await walk.link('Teruskan kepada instansi');
  await main.locator('[name=agency]').selectOption(await optionOf(main.locator('[name=agency]'), body));
  await walk.button('Teruskan kepada instansi');
  await walk.told(/Waktu instansi mulai dihitung/);
  await walk.signedOut();
  assert.match((await walk.ribbon(walk.report))[2], /Dijawab Menunggu jawaban sejak hari ini/);
  assert.match(await main.innerText(), /kurang dari sehari sejak diteruskan\. Instansi belum menyatakan menerimanya/);
}

// Of the demonstration: a report that a body has had for weeks, and one that was answered after weeks.
export async function readSilence(walk) {
  const { page, main } = walk;
  await page.goto('/');
  await walk.link('Jalan Batu Payung berlubang, angkutan memutar');
  assert.match(await main.innerText(), /\d+ hari sejak diteruskan/);
  assert.ok((await walk.ribbon()).some((item) => /Dijawab Sudah \d+ hari belum dijawab/.test(item)));
  await walk.picture('4-silence');
  await page.goto('/laporan?keadaan=closed');
  await walk.link('Anak-anak Nusa Kerang belum punya akta karena ongkos perahu');
  await walk.link('Lihat seluruh perjalanan');
  const silence = /menjawab, 23 hari sesudah laporan diteruskan dan 18 hari sesudah diterima/;
  assert.match(await main.innerText(), silence);
  await walk.picture('5-whole-way-of-the-demonstration');
}

export async function repairIt(walk) {
  const { page, main } = walk;
  await walk.as('theresia');
  await page.goto('/meja/instansi');
  await walk.link(title);
  await walk.picture('6-inbox');
  await walk.link('Catat penerimaan');
  await walk.button('Catat penerimaan');
  await deed(walk, 'Tulis jawaban', { text: 'Benar, loket pindah karena atap ruang bawah bocor.' });
  await deed(walk, 'Tulis janji', { text: promise, until: dayFromNow(21) });
  const proof = 'https://dukcapil-tirtawana.example/loket-lantai-satu';
  // Words alone are no repair: the form asks for what shows it and keeps them.
  await deed(walk, 'Laporkan perbaikan', { text: 'Loket kembali ke lantai satu.' });
  assert.match(await main.innerText(), /Beri buktinya/);
  await walk.fill({ link: proof });
  await walk.button('Laporkan perbaikan');
  await walk.told(/Sekarang pelapor yang menilai/);
  await page.goto(walk.report);
  await main.locator('dl.meta').getByRole('link', { name: body }).click();
  await walk.site.look(page);
  assert.ok((await main.innerText()).includes(promise), 'the promise stands on the page of the body');

  await walk.as('asep');
  await page.goto(walk.own);
  assert.equal(await main.getByRole('link', { name: 'Belum diperbaiki' }).count(), 1);
  await deed(walk, 'Sudah diperbaiki', { words: 'Saya merekam KTP tanpa digendong.' });
  await page.goto(walk.report);
  const text = await main.innerText();
  for (const words of ['Ditutup, masalah selesai', promise, 'tanpa digendong']) assert.ok(text.includes(words), words);
  assert.equal(await main.getByRole('link', { name: 'Lihat buktinya' }).getAttribute('href'), proof);
}

async function deed(walk, name, values) {
  await walk.link(name);
  await walk.fill(values);
  await walk.button(name);
}

export function dayFromNow(days) {
  // The zone of the demonstration.
  return new Date(Date.now() + (days * 24 + 8) * 3600000).toISOString().slice(0, 10);
}
