// What the Tab key reaches, asked of the page itself.
import { strict as assert } from 'node:assert';
import { inPage } from './audit.mjs';

// Everything a keyboard must reach, in the order of the source; of a group of radio buttons one is enough.
const stops = `[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]')]
  .filter((e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true }))
  .filter((e, i, all) => e.type !== 'radio' || all.findIndex((o) => o.type === 'radio' && o.name === e.name) === i)`;

const says = `(e) => e.tagName.toLowerCase() + ' ' + (e.name || e.getAttribute('href') || e.textContent.trim().slice(0, 40))`;

// Where the keyboard is, and what is wrong with how it shows. An outline of the
// sheet's, inside the window, not wholly covered (WCAG 2.4.7, 2.4.11).
const focused = `(() => {
  const e = document.activeElement;
  if (!e || e === document.body) return { at: -1, name: 'the page itself', faults: [] };
  const at = stopsAtFirst.findIndex((o) => o === e || (o.type === 'radio' && e.type === 'radio' && o.name === e.name));
  const style = getComputedStyle(e), faults = [];
  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) faults.push('its focus does not show');
  const mine = (o) => o && (e.contains(o) || o.contains(e));
  const spots = [...e.getClientRects()].flatMap((r) => [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9]
    .map((y) => document.elementFromPoint(r.left + r.width * x, r.top + r.height * y))));
  if (!spots.some((o) => o)) faults.push('it lies outside the window');
  else if (!spots.some(mine)) faults.push('it is covered by ' + (${says})(spots.find((o) => o)));
  return { at, name: (${says})(e), faults };
})()`;

// After a jump within the page the browser goes on from there: only a focus elsewhere takes it back.
const fromTheTop = `document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex')`;

// Presses Tab from the top of the page until the keyboard leaves it: every stop once, in order, in sight, no trap.
export async function walkByTab(page) {
  await inPage(page, fromTheTop);
  // Once, because what the keyboard has left behind (an open menu) may hide.
  const names = await inPage(page, `(globalThis.stopsAtFirst = ${stops}).map(${says})`);
  for (const [at, name] of names.entries()) {
    await page.keyboard.press('Tab');
    const here = await inPage(page, focused);
    assert.equal(here.at, at, `stop ${at} by Tab is "${here.name}" and should be "${name}"`);
    assert.deepEqual(here.faults, [], here.name);
  }
  await page.keyboard.press('Tab');
  assert.equal((await inPage(page, focused)).at, -1, 'after the last stop the keyboard leaves the page');
  return names;
}

// Presses Tab until the element has the keyboard.
export async function tabTo(page, locator, presses_max = 200) {
  for (let pressed = 0; pressed < presses_max; pressed += 1) {
    await page.keyboard.press('Tab');
    if (await locator.evaluate((e) => e === document.activeElement)) return;
  }
  assert.fail(`Tab does not reach ${locator}`);
}
