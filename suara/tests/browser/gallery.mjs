// Audits every page of the gallery: all rules in light, contrast alone in dark. Argument: the folder.
import { createServer } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { audit, contrast, everything } from './audit.mjs';
import { launch } from './chromium.mjs';

const folder = process.argv[2];
const pages = readdirSync(folder).filter((file) => file.endsWith('.html')).sort();
const server = createServer(answer).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const address = `http://127.0.0.1:${server.address().port}`;
const browser = await launch();
let bad = 0;
try {
  for (const [colorScheme, rules] of [['light', everything], ['dark', contrast]]) await all(colorScheme, rules);
} finally {
  await browser.close();
  server.close();
}
console.log(`gallery: ${pages.length * 2 - bad} passed, ${bad} failed`);
process.exitCode = bad > 0 ? 1 : 0;

async function all(colorScheme, rules) {
  const context = await browser.newContext({ colorScheme });
  const page = await context.newPage();
  for (const file of pages) {
    await page.goto(`${address}/${file}`);
    const faults = await audit(page, rules);
    if (faults.length === 0) continue;
    bad += 1;
    console.log(`${file} (${colorScheme})\n  ${faults.join('\n  ')}`);
  }
  await context.close();
}

function answer(request, response) {
  const file = new URL(request.url, 'http://gallery').pathname.slice(1);
  if (!pages.includes(file)) return response.writeHead(404).end();
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(readFileSync(join(folder, file)));
}
