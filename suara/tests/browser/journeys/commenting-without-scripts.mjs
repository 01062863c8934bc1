// The same in a browser without JavaScript, on a small phone.
import { comment } from './commenting.mjs';

export const name = 'commenting-without-scripts';
export const scripts = false;
export const options = { viewport: { width: 360, height: 740 } };

export async function run(page, site) {
  await comment(page, site, { by: 'idrus', text: 'Saya ikut iuran pemancar.\nSemoga lekas mengudara.' });
}
