// What both editors' frames share: talking to the page, waiting for a pause, words of the reader.
window.EditorFrame = (() => {
  const tell = (message) => window.parent.postMessage(message, window.location.origin);

  /** editor: {open(what), findings(list), select(element), xml()} */
  function connect(editor) {
    let timer = null;
    let touched = false;
    const send = async () => {
      clearTimeout(timer);
      timer = null;
      tell({ type: 'changed', xml: await editor.xml() });
    };
    window.addEventListener('message', async (event) => {
      if (event.source !== window.parent || event.origin !== window.location.origin) {
        return;
      }
      const message = event.data;
      try {
        switch (message.type) {
          case 'open':
            document.documentElement.lang = message.language;
            await editor.open(message);
            editor.findings(message.findings);
            tell({ type: 'shown' });
            break;
          case 'findings':
            editor.findings(message.findings);
            break;
          case 'select':
            editor.select(message.element);
            break;
          case 'content':
            document.activeElement?.blur();
            clearTimeout(timer);
            timer = null;
            // What nobody touched stays as it was written, not as the editor would write it.
            tell({ type: 'content', xml: touched ? await editor.xml() : null });
            break;
        }
      } catch (fault) {
        tell({ type: 'failed', text: String(fault.message || fault) });
      }
    });
    window.addEventListener('blur', () => timer && send());
    tell({ type: 'ready' });
    const changed = () => {
      touched = true;
      clearTimeout(timer);
      timer = setTimeout(send, 300);
    };
    return { changed };
  }

  /** words: {english: translated}; what has no translation stays as it is. */
  function translations(words) {
    return {
      translate: ['value', (text, values) =>
        (words[text] || text).replace(/{([^}]+)}/g, (_, key) => (values || {})[key] ?? `{${key}}`)],
    };
  }

  return { connect, translations };
})();
