// Writing a story: keeps what is typed in this browser at once and at the server every few seconds, offers a copy that
// the server never got, and puts marks around what is chosen. The form does all of its work without this.
'use strict';
(() => {
  const place = document.getElementById('naskah');
  const stored = (() => { try { return window.localStorage; } catch { return null; } })();
  if (!place || !stored) return;
  const owner = place.dataset.owner || 'tamu';
  const prefix = `naskah:${owner}:`;
  const day = 86400000;
  const field = (name) => place.elements[name];
  const words = () => ({ title: field('title').value, body: field('body').value });
  // The server keeps no blanks around a text.
  const same = (a, b) => a.title.trim() === b.title.trim() && a.body.trim() === b.body.trim();

  // What the server has is needed here no longer; what a guest or another account left is kept for a while only.
  for (const key of Object.keys(stored).filter((key) => key.startsWith('naskah:'))) {
    let copy = null;
    try { copy = JSON.parse(stored.getItem(key)); } catch { /* a broken copy is none */ }
    const old = !copy || Date.now() - copy.at > (key.startsWith(prefix) ? 90 : 7) * day;
    const known = copy && copy.form && copy.form === place.dataset.acknowledged
      && (place.tagName !== 'FORM' || same(copy, words()));
    if (old || known) stored.removeItem(key);
  }
  if (place.tagName !== 'FORM') return;

  const form = place;
  const told = document.getElementById('kept');
  const offer = document.getElementById('copy');
  let key = prefix + (field('draft').value || 'baru');
  let kept = words();
  let timer = 0;
  let busy = false;
  let stopped = false;
  const tell = (sentence) => { if (told) told.textContent = sentence; };

  const copyHere = () => {
    const copy = { ...words(), form: field('form').value, version: field('version').value, at: Date.now() };
    try { stored.setItem(key, JSON.stringify(copy)); } catch { /* a full browser keeps nothing; the server does */ }
  };

  // A copy that the server did not get: offered, never put in by itself.
  const left = (() => { try { return JSON.parse(stored.getItem(key)); } catch { return null; } })();
  if (left && !same(left, words()) && (left.title || left.body)) {
    offer.querySelector('span').textContent = `${offer.dataset.found} ${new Date(left.at).toLocaleString(document.documentElement.lang)}.`;
    offer.hidden = false;
    const [use, drop] = offer.querySelectorAll('button');
    use.addEventListener('click', () => {
      for (const name of ['title', 'body']) field(name).value = left[name];
      // As the form that wrote it: the server tells whether somebody else saved since.
      field('form').value = left.form;
      field('version').value = left.version;
      offer.hidden = true;
      changed();
      field('body').focus();
    });
    drop.addEventListener('click', () => { stored.removeItem(key); offer.hidden = true; field('body').focus(); });
  } else if (left) {
    stored.removeItem(key);
  }

  function changed() {
    copyHere();
    if (!form.dataset.owner || stopped || timer) return;
    timer = setTimeout(save, 8000);
  }

  async function save() {
    timer = 0;
    if (busy || stopped || same(words(), kept)) return;
    busy = true;
    const sent = words();
    tell(told.dataset.saving);
    try {
      const answer = await fetch(form.dataset.autosave, { method: 'POST', body: new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string')), redirect: 'error' });
      if (answer.ok) acknowledged(await answer.json(), sent);
      else if (answer.status === 401) { stopped = true; tell(told.dataset.ended); }
      else if (answer.status === 409) { stopped = true; tell(told.dataset.conflict); }
      else again();
    } catch { again(); }
    busy = false;
    if (!stopped && !timer && !same(words(), kept)) timer = setTimeout(save, 8000);
  }

  function again() {
    tell(told.dataset.offline);
    timer = setTimeout(save, 15000);
  }

  function acknowledged(answer, sent) {
    kept = sent;
    field('version').value = answer.version;
    if (!field('draft').value) {
      field('draft').value = answer.draft;
      form.action = answer.action;
      stored.removeItem(key);
      key = prefix + answer.draft;
      history.replaceState(null, '', answer.action);
    }
    if (same(words(), sent)) stored.removeItem(key); else copyHere();
    tell(answer.said);
  }

  form.addEventListener('input', (event) => { if (['title', 'body'].includes(event.target.name)) changed(); });
  window.addEventListener('online', () => { if (!busy && !same(words(), kept)) { clearTimeout(timer); save(); } });
  // The form itself is on its way: no second save beside it; the copy stays until the next page says that it came.
  form.addEventListener('submit', () => { stopped = true; clearTimeout(timer); copyHere(); });

  // Marks: "**" around words, others at the beginning of the line.
  const bar = document.createElement('p');
  bar.className = 'acts';
  form.dataset.marks.split('|').forEach((label, index) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'alt';
    button.textContent = label;
    button.addEventListener('click', () => mark(['**', '## ', '- ', '> ', '['][index]));
    bar.append(button);
  });
  field('body').before(bar);

  function mark(sign) {
    const box = field('body');
    const { selectionStart: from, selectionEnd: to, value } = box;
    const chosen = value.slice(from, to);
    const begin = value.lastIndexOf('\n', from - 1) + 1;
    if (sign === '**') box.setRangeText(`**${chosen}**`, from, to, 'select');
    else if (sign === '[') box.setRangeText(`[${chosen}](https://)`, from, to, 'end');
    else box.setRangeText(sign, begin, begin, 'end');
    box.focus();
    changed();
  }
})();
