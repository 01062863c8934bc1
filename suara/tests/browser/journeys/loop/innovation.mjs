// The innovation that came of the report, its replication in a second kabupaten, and the survey of residents.
import { strict as assert } from 'node:assert';
import { dayFromNow } from './report.mjs';

const dukcapil = 'Dinas Kependudukan dan Pencatatan Sipil Kabupaten Tirtawana';
const dukcapilOfDamar = 'Dinas Kependudukan dan Pencatatan Sipil Kabupaten Rantau Damar';

export async function registerIt(walk) {
  const { page, main } = walk;
  await walk.as('theresia');
  await page.goto('/meja/inovasi');
  await walk.link('Daftarkan inovasi');
  await walk.fill({
    name: 'Loket Turun',
    summary: 'Petugas KTP turun ke lantai satu, dan ke rumah warga yang tidak bisa datang.',
    affair: { label: 'Administrasi kependudukan dan pencatatan sipil' },
    initiator: { label: 'Warga' },
    origin: { label: 'Gagasan asli' },
    medium: { label: 'Bukan digital' },
    problem: 'Warga berkursi roda dan lanjut usia tidak bisa naik ke loket.',
    steps: 'Ketua RT mencatat nama. Dua petugas datang setiap Kamis membawa alat rekam.',
  });
  await walk.button('Daftarkan');
  await walk.told(/Inovasi sudah terdaftar/);
  walk.innovation = walk.path();
  await walk.link('Catat tahap');
  await walk.fill({ stage: { label: 'Diterapkan' } });
  await walk.button('Catat tahap');
  await walk.link('Catat hasil');
  await walk.fill({
    name: 'KTP yang direkam di rumah warga',
    unit: 'orang',
    baseline: '0',
    baseline_on: dayFromNow(-7),
    baseline_source: 'Buku tugas petugas',
  });
  await walk.button('Mulai mengukur');
  await walk.link('Catat hasil');
  await main.locator('form[action$="/nilai"] [name=value]').fill('37');
  await main.locator('form[action$="/nilai"] [name=source]').fill('Buku tugas petugas');
  await walk.button('Catat nilai');

  await join(walk, walk.report, 'Lahir dari', 'Petugas mendatangi rumah setelah laporan ini.');
  assert.match((await walk.ribbon(walk.report)).at(-1), /^Inovasi \d/);
  assert.match(await walk.linked(), /Menghasilkan\s+Loket Turun\s+Petugas mendatangi rumah setelah laporan ini\./);
}

// The chief editor joins the page that is shown with another, for a reason.
async function join(walk, other, kind, reason) {
  const { page, site } = walk;
  const here = walk.path();
  await walk.as('ratna');
  await page.goto(here);
  await walk.link('Atur tautan');
  await walk.fill({ kind: { label: kind }, address: site.address + other, reason });
  await walk.button('Hubungkan');
  await walk.told(/Sekarang tampil di kedua halaman/);
  await page.goto(here);
  assert.ok((await walk.linked()).includes(reason));
}

export async function copyIt(walk) {
  const { page, main } = walk;
  await walk.as('semuel');
  await page.goto(walk.innovation);
  await walk.link('Tiru inovasi ini');
  await walk.fill({
    agency: { label: dukcapilOfDamar },
    mode: { label: 'Disesuaikan' },
    extent: { label: 'seluruhnya' },
    progress: { label: 'Berjalan' },
    started_on: dayFromNow(0),
    differs: 'Di Rantau Damar petugas naik perahu ke tiga pulau.',
    process: 'Belajar dua hari di Karang Jati, lalu mencoba di satu pulau.',
  });
  await walk.button('Catat replikasi');
  await walk.told(/[Mm]enunggu konfirmasi/);
  walk.replication = walk.path();
  assert.match((await walk.ribbon()).at(-1), /Direplikasi Menunggu konfirmasi sejak hari ini/);

  await walk.as('theresia');
  await page.goto(walk.replication);
  await walk.link('Jawab');
  await walk.fill({ said: { label: 'Benar' } });
  await walk.button('Kirim jawaban');
  assert.match(await main.innerText(), /Dibenarkan kedua pihak/);
  await walk.picture('7-replication');
  await page.goto(walk.innovation);
  assert.match(await main.innerText(), /ditiru 1 instansi/);
  await walk.picture('7-innovation');
}

export async function measureIt(walk) {
  const { page, main } = walk;
  await walk.as('ratna');
  await page.goto('/meja/survei/baru');
  await walk.fill({
    title: 'Survei KTP elektronik sesudah loket turun',
    agency: { label: dukcapil },
    provider: { label: 'Survei warga (metode SKM)' },
    service: 'KTP elektronik di loket lantai satu',
    from: dayFromNow(0),
    to: dayFromNow(7),
  });
  await walk.button('Simpan');
  const desk = walk.path();
  walk.round = desk.replace('/meja', '');
  await walk.button('Buka survei');
  for (let count = 0; count < 5; count += 1) await answer(walk);
  await page.goto(walk.round);
  await join(walk, walk.innovation, 'Mengukur', 'Layanan yang sama, sesudah petugas turun.');
  assert.match((await walk.ribbon(walk.story)).at(-1), /Diukur Survei dibuka hari ini/);
  await page.goto(desk);
  await walk.button('Tutup survei');
  await walk.button('Terbitkan hasil');
  await page.goto(walk.round);
  assert.match(await main.innerText(), /100,00\s+A, sangat baik/);
  await walk.picture('7-survey');
}

// Somebody who was there, without an account and without a name; the best mark for everything.
async function answer(walk) {
  const { page, main } = walk;
  await page.goto(`${walk.round}/isi`);
  for (const mark of await main.locator('input[value="4"]').all()) await mark.check();
  await walk.button('Kirim jawaban');
  await walk.told(/Jawaban Anda sudah disimpan/);
}
