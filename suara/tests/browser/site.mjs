// The demonstration newsroom on a free loopback port with a data folder of its own.
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { needed } from './chromium.mjs';

const startSeconds = 120;
const stopSeconds = 20;

// `settings` are variables of the environment that the house is to have.
export async function startSite(settings = {}) {
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), 'suara-browser-'));
  // A browser makes passkeys for a name, never for a number.
  const address = `http://localhost:${port}`;
  const options = ['serve', '--demo', '--data', data, '--listen', `127.0.0.1:${port}`, '--address', address];
  // A run asks from one address within a minute what a village asks in a day.
  const env = { ...process.env, SUARA_LIMITS_OFF: 'true', ...settings };
  const server = spawn(needed('SUARA_PROGRAM'), options, { stdio: ['ignore', 'pipe', 'pipe'], env });
  const site = { address, data, server, printed: '', stop: () => stop(site) };
  server.stdout.on('data', (text) => (site.printed += text));
  server.stderr.on('data', (text) => (site.printed += text));
  process.once('exit', () => {
    server.kill('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
  await ready(site);
  return site;
}

// The page of an older portal that `SUARA_FOUNDING_PAGE` names, else the invented one of the same shape that ships,
// brought in by the program's own command while the house is served. The address of its story.
export async function importFoundingPage(site) {
  const invented = new URL('../../demo/halaman-lama.txt', import.meta.url).pathname;
  const file = process.env.SUARA_FOUNDING_PAGE || invented;
  const options = ['import', 'page', file, '--data', site.data, '--address', site.address];
  const { stdout } = await promisify(execFile)(needed('SUARA_PROGRAM'), options);
  return new URL(/Read it at (\S+)/.exec(stdout)[1]).pathname;
}

async function ready(site) {
  const until = Date.now() + startSeconds * 1000;
  while (Date.now() < until) {
    if (site.server.exitCode !== null) throw new Error(`The server ended:\n${site.printed}`);
    const answer = await fetch(`${site.address}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The server is not ready after ${startSeconds} s:\n${site.printed}`);
}

// Asks the server to end, as an operator would; one that does not is a failure.
async function stop(site) {
  const ended = new Promise((resolve) => site.server.once('exit', resolve));
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    site.server.kill('SIGKILL');
  }, stopSeconds * 1000);
  if (site.server.exitCode === null && site.server.signalCode === null) {
    site.server.kill('SIGTERM');
    await ended;
  }
  clearTimeout(timer);
  if (late) throw new Error(`The server did not end within ${stopSeconds} s of SIGTERM.`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const listener = createServer().once('error', reject);
    listener.listen(0, '127.0.0.1', () => {
      const { port } = listener.address();
      listener.close(() => resolve(port));
    });
  });
}
