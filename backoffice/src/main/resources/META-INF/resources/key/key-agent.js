// Talks to the key agent on this machine. PINs and the pairing code are typed into dialogs of this
// file and go to the agent only, never to the hall.
(() => {
  const STORED = 'certhall-agent-token';

  const refusal = (code, detail) => ({ok: false, code, detail: detail || ''});

  /** Asks for one or two secrets; null when the person gives up. */
  const ask = (words, fields) => new Promise(resolve => {
    const dialog = document.createElement('dialog');
    dialog.className = 'key-dialog';
    dialog.setAttribute('aria-label', words.title);
    const form = document.createElement('form');
    form.method = 'dialog';
    const title = document.createElement('h2');
    title.textContent = words.title;
    const text = document.createElement('p');
    text.textContent = words.text;
    form.append(title, text);
    const inputs = fields.map(field => {
      const label = document.createElement('label');
      label.textContent = field.label;
      const input = document.createElement('input');
      input.name = field.name;
      input.type = field.secret ? 'password' : 'text';
      input.autocomplete = 'off';
      input.required = true;
      label.append(input);
      form.append(label);
      return input;
    });
    const submit = document.createElement('button');
    submit.type = 'submit';
    submit.value = 'ok';
    submit.textContent = words.ok;
    const cancel = document.createElement('button');
    cancel.type = 'button';
    cancel.textContent = words.cancel;
    cancel.addEventListener('click', () => dialog.close(''));
    form.append(submit, cancel);
    dialog.append(form);
    dialog.addEventListener('close', () => {
      const values = Object.fromEntries(inputs.map(input => [input.name, input.value]));
      inputs.forEach(input => (input.value = ''));
      dialog.remove();
      resolve(dialog.returnValue === 'ok' ? values : null);
    });
    document.body.append(dialog);
    dialog.showModal();
    inputs[0]?.focus();
  });

  const send = async (setting, path, body) => {
    let answer;
    try {
      answer = await fetch(`http://127.0.0.1:${setting.port}${path}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          'Authorization': 'Bearer ' + (localStorage.getItem(STORED) || ''),
          ...(body ? {'Content-Type': 'application/json'} : {}),
        },
        body: body ? JSON.stringify(body) : undefined,
        targetAddressSpace: 'loopback',
      });
    } catch {
      return refusal('AGENT_ABSENT');
    }
    const said = await answer.json().catch(() => ({}));
    return answer.ok ? {ok: true, ...said} : refusal(said.code || 'AGENT_FAILED', said.detail);
  };

  /** Pairs when it has to, once per browser and start of the agent. */
  const paired = async setting => {
    const status = await send(setting, '/v1/status');
    if (!status.ok || status.paired) {
      return status;
    }
    const w = setting.words;
    const typed = await ask(
      {title: w.pairTitle, text: w.pairText, ok: w.ok, cancel: w.cancel},
      [{name: 'code', label: w.pairCode}]);
    if (!typed) {
      return refusal('CANCELLED');
    }
    const answer = await send(setting, '/v1/pair', {code: typed.code});
    if (answer.ok) {
      localStorage.setItem(STORED, answer.token);
    }
    return answer;
  };

  const withPin = async (setting, names, path, body) => {
    const w = setting.words;
    const typed = await ask(
      {title: w.pinTitle, text: w.pinText, ok: w.ok, cancel: w.cancel},
      names.map(name => ({name, label: w[name], secret: true})));
    return typed ? send(setting, path, {...body, ...typed}) : refusal('CANCELLED');
  };

  const pins = {
    '/v1/unlock': ['newPin'],
    '/v1/pin': ['pin', 'newPin'],
    '/v1/prepare': ['officerPin', 'newPin'],
  };

  window.certhallKeyAgent = async (setting, path, body) => {
    const ready = await paired(setting);
    if (!ready.ok) {
      return ready;
    }
    return path === '/v1/tokens' || path === '/v1/status'
      ? send(setting, path)
      : withPin(setting, pins[path] || ['pin'], path, body);
  };
})();
