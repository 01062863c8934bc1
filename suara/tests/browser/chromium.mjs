// Debian's Chromium, driven by playwright-core; the packages lie in the folder that cargo xtask names.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const require = createRequire(join(needed('SUARA_TOOLS'), 'package.json'));

export const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export function needed(variable) {
  const value = process.env[variable];
  if (!value) throw new Error(`${variable} is not set: run this through \`cargo xtask journeys\`.`);
  return value;
}

// The browser must talk to nobody but the site; without these flags it asks its maker's hosts.
export function launch() {
  const flags = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  if (process.getuid?.() === 0) flags.push('--no-sandbox');
  const { chromium } = require('playwright-core');
  return chromium.launch({ executablePath: needed('SUARA_CHROMIUM'), args: flags });
}
