// What every page is held to: axe's rules for WCAG 2.2 AA, and no sideways scrolling at 320 px.
import { axe } from './chromium.mjs';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
export const everything = { runOnly: { type: 'tag', values: tags } };
export const contrast = { runOnly: { type: 'rule', values: ['color-contrast'] } };

// Gives back one sentence for each violation.
export async function audit(page, rules = everything) {
  const violations = JSON.parse(
    await inPage(
      page,
      `${axe};axe.run(document, ${JSON.stringify(rules)}).then((found) => JSON.stringify(
        found.violations.map(({ id, help, nodes }) => ({ id, help, html: nodes.map((node) => node.html) }))))`,
    ),
  );
  return violations.map(({ id, help, html }) => `${id}: ${help}\n      ${html.slice(0, 3).join('\n      ')}`);
}

// WCAG 1.4.10: a phone of 320 CSS pixels shows everything without scrolling sideways.
export async function reflow(page) {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const width = await inPage(page, 'document.documentElement.scrollWidth');
  await page.setViewportSize(size);
  return width > 320 ? [`reflow: the page is ${width} px wide on a screen of 320 px`] : [];
}

// A page whose own scripts are off, as a reader may have them. The driver's own switch could not be turned
// back for the moment of an audit, and axe needs timers.
export async function withoutScripts(page) {
  await (await debuggerOf(page)).send('Emulation.setScriptExecutionDisabled', { value: true });
  silent.add(page);
}

const silent = new WeakSet();
const debuggers = new WeakMap();

// One for as long as the page lives: with one that leaves, the browser forgets authenticators that another set up.
async function debuggerOf(page) {
  if (!debuggers.has(page)) debuggers.set(page, await page.context().newCDPSession(page));
  return debuggers.get(page);
}

// Through the debugger, so that the page's content security policy stays in force.
export async function inPage(page, expression) {
  const session = await debuggerOf(page);
  if (silent.has(page)) await session.send('Emulation.setScriptExecutionDisabled', { value: false });
  const question = { expression, awaitPromise: true, returnByValue: true };
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', question);
  if (silent.has(page)) await session.send('Emulation.setScriptExecutionDisabled', { value: true });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}
