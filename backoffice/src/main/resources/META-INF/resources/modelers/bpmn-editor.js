// The BPMN modeler with the few elements a hall's process is made of.
(() => {
  const MARK = 'has-error';
  const READABLE = 0.45;
  const PALETTE = 84; // pixels the palette covers
  const MARGIN = 24;
  let modeler = null;
  let panel = null;
  let frame = null;

  /** The palette offers what the checks accept. */
  function palette(words) {
    class Provider {
      constructor(palette, create, elementFactory, lasso, hand, connect, translate) {
        palette.registerProvider(500, this);
        this._create = create;
        this._factory = elementFactory;
        this._tools = { lasso, hand, connect, translate };
      }

      getPaletteEntries() {
        const entry = (type, icon, title, group) => {
          const start = (event) => this._create.start(event, this._factory.createShape({ type }));
          return { group, className: icon, title, action: { dragstart: start, click: start } };
        };
        const tool = (icon, title, start) => ({ group: 'tools', className: icon, title, action: { click: start } });
        const { lasso, hand, connect, translate } = this._tools;
        return () => ({
          hand: tool('bpmn-icon-hand-tool', translate('Activate hand tool'), (event) => hand.activateHand(event)),
          lasso: tool('bpmn-icon-lasso-tool', translate('Activate lasso tool'), (event) => lasso.activateSelection(event)),
          connect: tool('bpmn-icon-connection-multi', translate('Activate global connect tool'), (event) => connect.start(event)),
          separator: { group: 'tools', separator: true },
          user: entry('bpmn:UserTask', 'bpmn-icon-user-task', words.create.user, 'step'),
          service: entry('bpmn:ServiceTask', 'bpmn-icon-service-task', words.create.service, 'step'),
          call: entry('bpmn:CallActivity', 'bpmn-icon-call-activity', words.create.call, 'step'),
          gateway: entry('bpmn:ExclusiveGateway', 'bpmn-icon-gateway-xor', words.create.gateway, 'step'),
          end: entry('bpmn:EndEvent', 'bpmn-icon-end-event-none', words.create.end, 'step'),
        });
      }
    }
    Provider.$inject = ['palette', 'create', 'elementFactory', 'lassoTool', 'handTool', 'globalConnect', 'translate'];
    return { __init__: ['hallPalette'], hallPalette: ['type', Provider] };
  }

  const editor = {
    async open(what) {
      const words = window.BpmnWords[what.language === 'en' ? 'en' : 'zh-CN'];
      const zeebe = await (await fetch('bpmn/zeebe.json')).json();
      modeler = new BpmnJS({
        container: document.getElementById('canvas'),
        moddleExtensions: { zeebe },
        additionalModules: [
          EditorFrame.translations(what.language === 'en' ? {} : window.BpmnChinese),
          palette(words),
        ],
      });
      await modeler.importXML(what.xml);
      panel = new window.BpmnPanel(document.getElementById('panel'), modeler, what);
      this.fit();
      modeler.on('commandStack.changed', () => frame.changed());
      // the frame may get its size only after the diagram is there
      new ResizeObserver(() => this.fit()).observe(document.getElementById('canvas'));
    },

    fit() {
      const canvas = modeler.get('canvas');
      canvas.resized();
      const { inner, outer } = canvas.viewbox();
      if (!outer.width || !inner.width) {
        return;
      }
      // as wide as the room beside the palette; below this scale nothing can be read
      const room = outer.width - PALETTE - MARGIN;
      const scale = Math.max(READABLE, Math.min(1.1, room / inner.width));
      canvas.viewbox({
        x: inner.x - PALETTE / scale,
        y: inner.y - Math.max(24 / scale, (outer.height / scale - inner.height) / 2),
        width: outer.width / scale,
        height: outer.height / scale,
      });
    },

    findings(findings) {
      const canvas = modeler.get('canvas');
      const elements = modeler.get('elementRegistry');
      elements.forEach((element) => canvas.removeMarker(element, MARK));
      findings.filter((finding) => finding.error && elements.get(finding.element))
        .forEach((finding) => canvas.addMarker(finding.element, MARK));
      panel.findings(findings);
    },

    select(id) {
      const element = modeler.get('elementRegistry').get(id);
      if (element) {
        modeler.get('selection').select(element);
        modeler.get('canvas').scrollToElement(element, 80);
      }
    },

    async xml() {
      return (await modeler.saveXML({ format: true })).xml;
    },
  };

  frame = EditorFrame.connect(editor);
})();
