// The properties a manager may set, beside the diagram: no more than the checks and workers know.
window.BpmnPanel = class {
  constructor(form, modeler, what) {
    this._form = form;
    this._modeling = modeler.get('modeling');
    this._moddle = modeler.get('moddle');
    this._registry = modeler.get('elementRegistry');
    this._selection = modeler.get('selection');
    this._canvas = modeler.get('canvas');
    this._words = window.BpmnWords[what.language === 'en' ? 'en' : 'zh-CN'];
    this._known = what.words;
    this._blocks = what.blocks;
    this._findings = [];
    form.addEventListener('submit', (event) => event.preventDefault());
    modeler.on('selection.changed', () => this.show());
    modeler.on('elements.changed', (event) => {
      if (event.elements.includes(this._shown) && !form.contains(document.activeElement)) {
        this.show();
      }
    });
  }

  findings(findings) {
    this._findings = findings;
    this.show();
  }

  show() {
    const selected = this._selection.get();
    let element = selected.length === 1 ? selected[0] : null;
    if (element && element.type === 'label') {
      element = element.labelTarget;
    }
    if (element === this._shown && this._form.contains(document.activeElement)) {
      return;
    }
    this._shown = element;
    this._form.replaceChildren();
    const root = element || this._canvas.getRootElement();
    const business = root.businessObject;
    this._heading(this._words.kinds[business.$type] || business.$type.replace('bpmn:', ''));
    this._messages(business.id);
    this._text(this._words.name, business.name, (name) => this._modeling.updateProperties(root, { name }));
    if (!element) {
      this._note(this._words.nothing);
      return;
    }
    this._identity(element, business);
    if (business.$type === 'bpmn:CallActivity') {
      this._call(element, business);
    }
    if (business.$type === 'bpmn:UserTask') {
      this._group(element, business);
    }
    if (business.$type === 'bpmn:ServiceTask') {
      this._job(element, business);
    }
    if (business.$type === 'bpmn:UserTask' || business.$type === 'bpmn:ServiceTask') {
      this._headers(element, business);
    }
    if (business.$type === 'bpmn:SequenceFlow' && business.sourceRef.$type === 'bpmn:ExclusiveGateway') {
      this._condition(element, business, this._words.condition);
      this._default(element, business);
    }
    if (business.$type === 'bpmn:ExclusiveGateway' && (business.outgoing || []).length > 1) {
      this._group2(this._words.conditions);
      business.outgoing.filter((flow) => flow !== business.default).forEach((flow) =>
        this._condition(this._registry.get(flow.id), flow,
          flow.name || `${this._words.to} ${flow.targetRef.name || flow.targetRef.id}`));
    }
    this._timer(element, business);
  }

  _identity(element, business) {
    const input = this._text(this._words.id, business.id, (id) => {
      const fault = !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) ? this._words.idWrong
        : id !== business.id && this._registry.get(id) ? this._words.idTaken : '';
      input.setCustomValidity(fault);
      input.reportValidity();
      if (!fault && id !== business.id) {
        this._modeling.updateProperties(element, { id });
      }
    }, { hint: this._words.idHint });
  }

  _call(element, business) {
    const called = this._extension(business, 'zeebe:CalledElement');
    this._choice(this._words.block, called ? called.processId : '', this._blocks, (processId) =>
      this._set(element, business, 'zeebe:CalledElement', { processId, propagateAllChildVariables: false }));
    const mapping = this._extension(business, 'zeebe:IoMapping');
    const inputs = mapping ? mapping.inputParameters || [] : [];
    this._list(this._words.parameters, inputs.map((input) => [input.target, this._bare(input.source)]), (rows) => {
      const inputParameters = rows.map(([target, value]) =>
        this._moddle.create('zeebe:Input', { target, source: this._constant(value) }));
      this._set(element, business, 'zeebe:IoMapping', { inputParameters });
    });
  }

  _group(element, business) {
    const group = this._extension(business, 'zeebe:AssignmentDefinition');
    this._choice(this._words.group, group ? group.candidateGroups : '', this._known['actor'] || [], (candidateGroups) =>
      this._set(element, business, 'zeebe:AssignmentDefinition', { candidateGroups }));
  }

  _job(element, business) {
    const job = this._extension(business, 'zeebe:TaskDefinition');
    this._choice(this._words.job, job ? job.type : '', this._known['#job'] || [], (type) =>
      this._set(element, business, 'zeebe:TaskDefinition', { type, retries: job ? job.retries : '5' }));
  }

  _headers(element, business) {
    const headers = this._extension(business, 'zeebe:TaskHeaders');
    const values = headers ? headers.values || [] : [];
    this._list(this._words.headers, values.map((header) => [header.key, header.value]), (rows) =>
      this._set(element, business, 'zeebe:TaskHeaders', {
        values: rows.map(([key, value]) => this._moddle.create('zeebe:Header', { key, value })),
      }));
  }

  _condition(element, flow, label) {
    const body = flow.conditionExpression ? flow.conditionExpression.body : '';
    this._text(label, body.replace(/^=\s*/, ''), (text) =>
      this._modeling.updateProperties(element, {
        conditionExpression: text.trim()
          ? this._moddle.create('bpmn:FormalExpression', { body: `=${text.trim().replace(/^=/, '')}` })
          : undefined,
      }), { mono: true });
  }

  _default(element, flow) {
    const gateway = this._registry.get(flow.sourceRef.id);
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = flow.sourceRef.default === flow;
    box.addEventListener('change', () => {
      this._modeling.updateProperties(gateway, { default: box.checked ? flow : undefined });
      if (box.checked) {
        this._modeling.updateProperties(element, { conditionExpression: undefined });
      }
    });
    const label = document.createElement('label');
    label.className = 'check';
    label.append(box, this._words.isDefault);
    this._form.append(label);
  }

  _timer(element, business) {
    const timer = (business.eventDefinitions || []).find((event) => event.$type === 'bpmn:TimerEventDefinition');
    if (!timer) {
      return;
    }
    const kind = timer.timeCycle ? 'timeCycle' : timer.timeDate ? 'timeDate' : 'timeDuration';
    this._text(this._words.time, timer[kind] ? timer[kind].body : '', (body) => {
      const expression = this._moddle.create('bpmn:FormalExpression', { body });
      expression.$parent = timer;
      this._modeling.updateModdleProperties(element, timer, { [kind]: expression });
    }, { hint: this._words.timeHint, mono: true });
  }

  /** Constants are shown as their bare words: ="P15D" as P15D. */
  _bare(source) {
    const words = /^=\s*"([^"]*)"$/.exec(source || '');
    return words ? words[1] : source || '';
  }

  _constant(value) {
    return value.startsWith('=') ? value : `="${value.replace(/"/g, '')}"`;
  }

  _extension(business, type) {
    const values = business.extensionElements ? business.extensionElements.values || [] : [];
    return values.find((value) => value.$type === type);
  }

  _set(element, business, type, properties) {
    const known = this._extension(business, type);
    const children = properties.inputParameters || properties.values || [];
    if (known) {
      children.forEach((child) => { child.$parent = known; });
      this._modeling.updateModdleProperties(element, known, properties);
      return;
    }
    const extensions = business.extensionElements || this._moddle.create('bpmn:ExtensionElements', { values: [] });
    const added = this._moddle.create(type, properties);
    children.forEach((child) => { child.$parent = added; });
    added.$parent = extensions;
    extensions.$parent = business;
    if (business.extensionElements) {
      this._modeling.updateModdleProperties(element, extensions, { values: [...extensions.values, added] });
    } else {
      extensions.values = [added];
      this._modeling.updateProperties(element, { extensionElements: extensions });
    }
  }

  _heading(text) {
    const heading = document.createElement('h2');
    heading.textContent = text;
    this._form.append(heading);
  }

  _group2(text) {
    const heading = document.createElement('h3');
    heading.textContent = text;
    this._form.append(heading);
  }

  _note(text) {
    const note = document.createElement('p');
    note.textContent = text;
    this._form.append(note);
  }

  _messages(id) {
    this._findings.filter((finding) => finding.element === id).forEach((finding) => {
      const message = document.createElement('p');
      message.className = finding.error ? 'finding error' : 'finding';
      message.textContent = finding.text;
      this._form.append(message);
    });
  }

  _text(label, value, commit, { hint, mono, suggestions, into } = {}) {
    const input = document.createElement('input');
    input.value = value || '';
    input.className = mono ? 'mono' : '';
    input.spellcheck = false;
    input.addEventListener('change', () => commit(input.value.trim()));
    if (suggestions) {
      const list = document.createElement('datalist');
      list.id = `suggestions-${this._form.querySelectorAll('datalist').length}`;
      suggestions.forEach((word) => list.append(new Option(word, word)));
      input.setAttribute('list', list.id);
      this._form.append(list);
    }
    if (into) {
      input.setAttribute('aria-label', label);
      into.append(input);
      return input;
    }
    const holder = document.createElement('label');
    holder.append(label, input);
    if (hint) {
      input.title = hint;
      const small = document.createElement('small');
      small.textContent = hint;
      holder.append(small);
    }
    this._form.append(holder);
    return input;
  }

  /** One of known words, or another. */
  _choice(label, value, words, commit) {
    this._text(label, value, commit, { suggestions: words });
  }

  _list(title, rows, commit) {
    this._group2(title);
    const table = document.createElement('div');
    table.className = 'rows';
    const read = () => Array.from(table.querySelectorAll('.row'))
      .map((row) => Array.from(row.querySelectorAll('input')).map((input) => input.value.trim()))
      .filter(([key]) => key);
    const add = ([key, value]) => {
      const row = document.createElement('div');
      row.className = 'row';
      const change = () => commit(read());
      const name = this._text(this._words.key, key, change, { into: row });
      const words = this._words.settings[key];
      if (words) {
        name.title = words;
        row.dataset.words = words;
      }
      this._text(words || key || this._words.value, value, change, { into: row, mono: true, suggestions: this._known[key] });
      const remove = document.createElement('button');
      remove.type = 'button';
      remove.textContent = '×';
      remove.title = this._words.remove;
      remove.setAttribute('aria-label', `${this._words.remove} ${words || key}`);
      remove.addEventListener('click', () => { row.remove(); change(); });
      row.append(remove);
      table.append(row);
    };
    rows.forEach(add);
    const more = document.createElement('button');
    more.type = 'button';
    more.className = 'more';
    more.textContent = `+ ${this._words.add}`;
    more.addEventListener('click', () => add(['', '']));
    this._form.append(table, more);
  }
};
