// Walks journeys/*.mjs through the demonstration newsroom. Arguments: names of journeys, or none for all.
//
// A journey exports `name`, `run(page, site)` and, if it differs, `options` for its browser context
// (`{ viewport }`), or `scripts = false` for a browser without JavaScript. Every page that it visits is audited once in a run: `page.goto` does so
// by itself; after a click that leads to a new page call `await site.look(page)`. A page that was visited
// and never looked at fails the journey, and so do a script error, an answer of 500 and a foreign request.
//
// `await site.picture(page, 'station')` saves what is shown, on a phone and on a desk, into the folder that
// `SUARA_PICTURES` names; without it, nothing.
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { audit, reflow, withoutScripts } from './audit.mjs';
import { launch } from './chromium.mjs';
import { startSite } from './site.mjs';

const chosen = process.argv.slice(2);
const journeys = await load(chosen);
const site = await startSite();
const browser = await launch();
const looked = new Set();
const failures = [];
try {
  console.log('journey                          pages  seconds  verdict');
  for (const journey of journeys) await walk(journey);
} finally {
  await browser.close();
  await site.stop();
}
for (const failure of failures) console.log(`\n${failure}`);
console.log(`\njourneys: ${journeys.length - failures.length} passed, ${failures.length} failed`);
process.exit(failures.length > 0 ? 1 : 0);

async function load(chosen) {
  const folder = new URL('journeys/', import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith('.mjs')).sort();
  const all = await Promise.all(files.map((file) => import(new URL(file, folder))));
  const wanted = all.filter(({ name }) => chosen.length === 0 || chosen.includes(name));
  if (wanted.length === 0) throw new Error(`There are: ${all.map(({ name }) => name).join(', ')}.`);
  return wanted;
}

async function walk({ name, run, options = {}, scripts = true }) {
  const started = Date.now();
  const settings = { baseURL: site.address, locale: 'id-ID', viewport: { width: 1280, height: 800 }, ...options };
  const context = await browser.newContext(settings);
  context.setDefaultTimeout(15000);
  const page = await context.newPage();
  if (!scripts) await withoutScripts(page);
  const faults = [];
  const visited = watch(page, faults);
  const look = (page) => lookAt(page, faults, visited);
  const open = page.goto.bind(page);
  page.goto = async (...words) => {
    const answer = await open(...words);
    await look(page);
    return answer;
  };
  try {
    await run(page, { ...site, look, picture: (page, station) => picture(page, `${name}-${station}`) });
    await look(page);
    for (const [key, address] of visited) {
      if (!looked.has(key)) faults.push(`${address} was visited and not audited: call site.look(page) there`);
    }
  } catch (fault) {
    faults.push(`on ${page.url()}: ${fault.stack ?? fault}`);
  }
  await context.close();
  const verdict = faults.length > 0 ? 'FAILED' : 'ok';
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${name.padEnd(30)} ${String(visited.size).padStart(7)} ${seconds.padStart(8)}  ${verdict}`);
  if (faults.length > 0) failures.push(`${name} failed:\n  ${faults.join('\n  ')}`);
}

async function picture(page, name) {
  const folder = process.env.SUARA_PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  const size = page.viewportSize();
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 740 });
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
  }
  await page.setViewportSize(size);
}

// Notes every document that the main frame shows, and what must not happen on any page.
function watch(page, faults) {
  const visited = new Map();
  page.on('console', (message) => {
    const text = message.text();
    // The browser reports an answer of 4xx as an error too; a journey may well go where nothing is.
    if (message.type() === 'error' && !text.startsWith('Failed to load resource')) faults.push(`console: ${text}`);
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(site.address) && !address.startsWith('data:')) faults.push(`foreign request: ${address}`);
  });
  page.on('response', (response) => {
    const request = response.request();
    if (response.status() >= 500) faults.push(`${response.status()} from ${response.url()}`);
    const redirect = response.status() >= 300 && response.status() < 400;
    if (!request.isNavigationRequest() || request.frame() !== page.mainFrame() || redirect) return;
    const key = `${request.method()} ${response.status()} ${response.url()}`;
    visited.set(key, response.url());
    visited.latest = key;
  });
  return visited;
}

async function lookAt(page, faults, visited) {
  await page.waitForLoadState('load');
  const key = visited.latest;
  if (!key || looked.has(key)) return;
  looked.add(key);
  for (const fault of [...(await audit(page)), ...(await reflow(page))]) faults.push(`${page.url()}: ${fault}`);
}
