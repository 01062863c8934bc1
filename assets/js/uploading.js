// Files of a form, sent in pieces before the form itself, so that a line that breaks costs one piece and not the whole.
// Without this script, or where it gets no further, the form carries them as it always did.
'use strict';
(() => {
  const [smallest, largest] = [65536, 393216];
  const onceOf = new WeakMap();
  const pause = (ms) => new Promise((go) => {
    const timer = setTimeout(go, ms);
    addEventListener('online', () => { clearTimeout(timer); go(); }, { once: true });
  });

  for (const part of document.querySelectorAll('[data-pieces]')) {
    const input = part.querySelector('[type=file]');
    const told = part.querySelector('[role=status]');
    const form = part.closest('form');
    let [busy, ready] = [false, false];

    // Before whatever else listens: the text is saved on until the form is really sent.
    form.addEventListener('submit', (event) => {
      if (ready || !input.files.length) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!busy) bringAll(event.submitter);
    }, true);

    async function bringAll(button) {
      busy = true;
      const [left, refused] = [new DataTransfer(), []];
      for (const file of [...input.files]) {
        const came = await bring(file);
        if (came.refused) refused.push(`${file.name}: ${came.refused}`);
        if (came.stuck) left.items.add(file);
      }
      // What could not be brought goes with the form.
      input.files = left.files;
      busy = false;
      told.textContent = refused.join(' ');
      if (refused.length) { input.focus(); return; }
      ready = true;
      form.requestSubmit(button);
      ready = false;
    }

    // To its end, however often the line breaks: what has arrived is asked for and not sent again.
    async function bring(file) {
      if (!onceOf.has(file)) onceOf.set(file, `${Date.now()}-${Math.random().toString(36).slice(2)}`);
      let [from, size, idle] = [0, smallest, 0];
      while (idle < 5) {
        tell(file, from);
        const began = Date.now();
        const answer = await ask(file, file.slice(from, from + size), from);
        if (answer.refused || answer.attachment) return answer;
        if (answer.broken) {
          told.textContent = part.dataset.broken;
          size = smallest;
          if (answer.wait) idle += 1;
          await pause(answer.wait || 5000);
          const known = await ask(file, null, 0);
          from = known.arrived ?? from;
          if (known.attachment) return known;
          continue;
        }
        idle = answer.arrived > from ? 0 : idle + 1;
        if (!Number.isInteger(answer.arrived)) break;
        from = answer.arrived;
        if (Date.now() - began < 2000) size = Math.min(size * 2, largest);
      }
      return { stuck: true };
    }

    async function ask(file, piece, from) {
      const headers = { 'suara-mark': form.elements.once.value, 'suara-file': onceOf.get(file) };
      const asked = piece ? { method: 'POST', body: piece } : { method: 'GET' };
      if (piece) Object.assign(headers, { 'suara-size': file.size, 'suara-from': from });
      try {
        const answer = await fetch(part.dataset.pieces, { ...asked, headers, redirect: 'error' });
        const wait = 1000 * (answer.headers.get('retry-after') || 5);
        if (answer.status === 429 || answer.status > 499) return { broken: true, wait };
        return await answer.json().catch(() => ({}));
      } catch { return { broken: true }; }
    }

    const tell = (file, from) => {
      told.textContent = `${part.dataset.going} ${file.name}: ${Math.floor((100 * from) / file.size)} %`;
    };
  }
})();
