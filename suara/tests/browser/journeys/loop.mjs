// The loop, walked by those who take part in it: from the imported founding story to its workshop and back; a report like
// it, checked, passed on, answered, repaired and judged; the innovation that came of it, its replication in a second
// kabupaten, and residents' survey. The clock stands as it is, so days of silence are read where the demonstration has
// them; that they are counted while they pass is in the story test (suara/tests/it/story/walk.rs).
import { strict as assert } from 'node:assert';
import { importFoundingPage } from '../site.mjs';
import { signIn, told } from '../steps.mjs';
import { copyIt, measureIt, registerIt } from './loop/innovation.mjs';
import { readSilence, repairIt, report, verifyAndDeliver } from './loop/report.mjs';

export const name = 'loop';

export async function run(page, site) {
  const walk = walker(page, site);
  await page.goto(await importFoundingPage(site));
  walk.story = new URL(page.url()).pathname;
  await workshopAndBack(walk);
  await report(walk);
  await verifyAndDeliver(walk);
  await readSilence(walk);
  await repairIt(walk);
  await registerIt(walk);
  await copyIt(walk);
  await measureIt(walk);
  await theWholeWay(walk);
}

// What every station does: press something and look, fill fields by their names, become somebody else.
function walker(page, site) {
  const main = page.locator('main');
  const press = async (locator) => {
    await locator.click();
    await site.look(page);
  };
  return {
    page,
    site,
    main,
    link: (name) => press(main.getByRole('link', { name, exact: true }).first()),
    button: (name) => press(main.getByRole('button', { name, exact: true })),
    as: async (person) => {
      await page.context().clearCookies();
      await signIn(page, site, person);
    },
    signedOut: () => page.context().clearCookies(),
    // A value is typed; `{ label }` is chosen from a list by the words that people read.
    fill: async (values) => {
      for (const [name, value] of Object.entries(values)) {
        const field = main.locator(`[name="${name}"]:not([type=hidden])`);
        if (value.label) await field.selectOption(value);
        else await field.fill(value);
      }
    },
    told: (sentence) => told(page, sentence),
    ribbon: async (path) => {
      if (path) await page.goto(path);
      return (await main.locator('.loop li').allInnerTexts()).map((item) => item.replace(/\s+/g, ' '));
    },
    linked: async () => (await main.locator('.chain .list > li').allInnerTexts()).join('\n'),
    picture: (station) => site.picture(page, station),
    path: () => new URL(page.url()).pathname,
  };
}

async function workshopAndBack(walk) {
  const { page, site, main } = walk;
  const title = await main.locator('h1').innerText();
  assert.match(await walk.linked(), /Meliput kegiatan/);
  await walk.picture('1-story');
  await main.locator('.chain a[href^="/kegiatan/"]').click();
  await site.look(page);
  assert.match(await main.innerText(), /14 Juni 2016|3 September 2014/);
  assert.match(await walk.linked(), /Diliput dalam tulisan/);
  await walk.picture('2-workshop');
  await walk.link(title);
  assert.equal(walk.path(), walk.story, 'and back');
}

async function theWholeWay(walk) {
  const { page, main } = walk;
  await walk.signedOut();
  const stages = ['Disuarakan', 'Diverifikasi', 'Dijawab', 'Diperbaiki', 'Inovasi', 'Direplikasi', 'Diukur'];
  for (const path of [walk.story, walk.report, walk.innovation, walk.replication, walk.round]) {
    const ribbon = await walk.ribbon(path);
    assert.deepEqual(ribbon.map((item) => item.split(' ')[0]), stages, path);
    assert.ok(!/Sudah|Menunggu|Survei/.test(ribbon.join()), `${path}: ${ribbon}`);
  }
  await page.goto(walk.report);
  await walk.picture('8-report');
  await page.goto(walk.story);
  await walk.picture('9-story');
  await walk.link('Lihat seluruh perjalanan');
  const text = await main.innerText();
  const told = [/menjawab, kurang dari sehari/, /dibenarkan kedua instansi/, /menjadi 37 orang/, /Nilai 100,00/];
  for (const sentence of told) assert.match(text, sentence);
  const ways = await main.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  for (const path of [walk.story, walk.report, walk.innovation, walk.replication, walk.round]) {
    assert.ok(ways.includes(path), `the whole way does not lead to ${path}`);
  }
  await walk.picture('10-whole-way');
}
