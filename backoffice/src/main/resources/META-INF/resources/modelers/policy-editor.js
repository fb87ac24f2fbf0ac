// Holds a BPMN or DMN editor in a frame of its own, where it keeps its globals, styles and keys.
(() => {
  class PolicyEditor extends HTMLElement {
    connectedCallback() {
      this._hear = (event) => this._heard(event);
      window.addEventListener('message', this._hear);
      if (this._open && !this._frame) {
        this._load();
      }
    }

    disconnectedCallback() {
      window.removeEventListener('message', this._hear);
      this.replaceChildren();
      this._frame = null;
    }

    /** what: {kind: bpmn|dmn, title, xml, language, blocks[], words{key: [value]}, findings[]} */
    open(what) {
      this._open = what;
      this._xml = what.xml;
      delete this.dataset.shown;
      if (this.isConnected) {
        this._load();
      }
    }

    findings(findings) {
      this._open.findings = findings;
      this._tell({ type: 'findings', findings });
    }

    select(element) {
      if (this.dataset.shown) {
        this._tell({ type: 'select', element });
      } else {
        this._select = element;
      }
    }

    /** The text as it is now, with what was typed a moment ago. */
    content() {
      if (!this.dataset.shown) {
        return Promise.resolve(this._xml);
      }
      return new Promise((resolve) => {
        this._answer = resolve;
        this._tell({ type: 'content' });
      });
    }

    _load() {
      this.replaceChildren();
      this._frame = document.createElement('iframe');
      this._frame.title = this._open.title;
      this._frame.src = `modelers/${this._open.kind}-editor.html`;
      this.appendChild(this._frame);
    }

    _tell(message) {
      this._frame?.contentWindow?.postMessage(message, window.location.origin);
    }

    _heard(event) {
      if (!this._frame || event.source !== this._frame.contentWindow) {
        return;
      }
      const message = event.data;
      switch (message.type) {
        case 'ready':
          this._tell({ type: 'open', ...this._open });
          break;
        case 'shown':
          this.dataset.shown = this._open.title;
          if (this._select) {
            this.select(this._select);
            this._select = null;
          }
          break;
        case 'changed':
          if (this._xml !== message.xml) {
            this._xml = message.xml;
            this.$server.changed(message.xml);
          }
          break;
        case 'content':
          this._xml = message.xml ?? this._xml;
          this._answer?.(this._xml);
          break;
        case 'failed':
          this.$server.failed(message.text);
          break;
      }
    }
  }

  customElements.define('policy-editor', PolicyEditor);
})();
