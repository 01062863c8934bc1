// Passkeys: asks the browser for a key and puts what it says into a form. Without this script the buttons stay hidden
// and everything else on the page works as it does.
const bytes = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

const made = async asked => {
  const key = await navigator.credentials.create({ publicKey: {
    challenge: bytes(asked.challenge),
    rp: { id: asked.host, name: asked.house },
    user: { id: bytes(asked.handle), name: asked.name, displayName: asked.name },
    pubKeyCredParams: [{ type: 'public-key', alg: -7 }, { type: 'public-key', alg: -257 }],
    excludeCredentials: asked.known.map(id => ({ type: 'public-key', id: bytes(id) })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    attestation: 'none',
  } });
  return { client: text(key.response.clientDataJSON), data: text(key.response.getAuthenticatorData()) };
};

const used = async asked => {
  const key = await navigator.credentials.get({ publicKey: {
    challenge: bytes(asked.challenge), rpId: asked.host, userVerification: 'required',
  } });
  return {
    credential: text(key.rawId),
    client: text(key.response.clientDataJSON),
    data: text(key.response.authenticatorData),
    signature: text(key.response.signature),
  };
};

for (const form of window.PublicKeyCredential ? document.querySelectorAll('form[data-passkey]') : []) {
  form.hidden = false;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const trouble = form.querySelector('[data-trouble]');
    trouble.hidden = true;
    try {
      const sent = new URLSearchParams(new FormData(form));
      const begun = await fetch(form.dataset.begin, { method: 'POST', body: sent });
      const asked = await begun.json();
      if (asked.trouble) throw new Error(asked.trouble);
      const said = await (form.dataset.passkey === 'make' ? made : used)(asked);
      for (const [name, value] of Object.entries({ ticket: asked.ticket, ...said })) form.elements[name].value = value;
      form.submit();
    } catch (error) {
      trouble.textContent = error instanceof DOMException || error instanceof TypeError ? trouble.dataset.trouble : error.message;
      trouble.hidden = false;
    }
  });
}
