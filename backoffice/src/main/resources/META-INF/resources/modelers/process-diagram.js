// A BPMN diagram to look at: what was passed, where the order is, time spent, a click into a block.
// Light DOM around bpmn-js (window.BpmnJS); its bpmn.io mark stays where bpmn-js puts it.
(() => {
  const READABLE = 0.62; // below this scale labels can't be read: pan instead of shrinking further
  const DRAG = 6; // pixels before a press counts as a drag

  class ProcessDiagram extends HTMLElement {
    connectedCallback() {
      if (this._viewer) {
        return;
      }
      this._canvas = document.createElement('div');
      this._canvas.className = 'process-canvas';
      this.appendChild(this._canvas);
      this._viewer = new BpmnJS({ container: this._canvas });
      this._viewer.on('element.click', (event) => this._clicked(event.element));
      this._panByPointer();
      this._resized = new ResizeObserver(() => this._fit());
      this._resized.observe(this._canvas);
    }

    disconnectedCallback() {
      if (this._viewer) {
        this._resized.disconnect();
        this._viewer.destroy();
        this._viewer = null;
        this.replaceChildren();
      }
    }

    /** trace: {done[], active[], flows[], badges{id: text}, open{id: label}} */
    async show(xml, trace) {
      this._trace = trace;
      await this._viewer.importXML(xml);
      const style = getComputedStyle(this);
      const colour = (name) => style.getPropertyValue(name).trim();
      const elements = this._viewer.get('elementRegistry');
      const paint = (ids, marker, stroke, fill) =>
        ids.map((id) => elements.get(id)).filter(Boolean).forEach((element) => {
          element.di.set('bioc:stroke', colour(stroke));
          if (fill && !element.waypoints) {
            element.di.set('bioc:fill', colour(fill));
          }
          this._repaint(element);
          this._viewer.get('canvas').addMarker(element, marker);
        });
      paint(trace.done, 'process-done', '--process-done', '--process-done-fill');
      paint(trace.flows, 'process-taken', '--process-done');
      paint(trace.active, 'process-active', '--process-active', '--process-active-fill');
      Object.entries(trace.badges).forEach(([id, text]) => this._badge(id, text, trace.active.includes(id)));
      Object.entries(trace.open).forEach(([id, label]) => this._makeButton(id, label));
      this._scale = null;
      this._fit();
      this.dataset.shown = trace.name;
    }

    zoom(factor) {
      const canvas = this._viewer.get('canvas');
      this._scale = Math.min(3, Math.max(0.2, canvas.zoom() * factor));
      canvas.zoom(this._scale, 'auto');
    }

    fit() {
      this._scale = null;
      const canvas = this._viewer.get('canvas');
      canvas.zoom('fit-viewport', 'auto');
      canvas.zoom(canvas.zoom() * 0.95, 'auto');
    }

    _fit() {
      const canvas = this._viewer && this._viewer.getDefinitions() && this._viewer.get('canvas');
      if (!canvas || !this._canvas.clientWidth || this._scale) {
        return;
      }
      canvas.resized();
      canvas.zoom('fit-viewport', 'auto');
      // a little air around, and no giant shapes for small processes
      canvas.zoom(Math.min(1.2, canvas.zoom() * 0.95), 'auto');
      if (canvas.zoom() < READABLE) {
        canvas.zoom(READABLE);
        const at = this._trace.active[0] || this._trace.done[this._trace.done.length - 1];
        if (at && this._viewer.get('elementRegistry').get(at)) {
          canvas.scrollToElement(at, this._canvas.clientWidth / 3);
        } else {
          const box = canvas.viewbox();
          canvas.viewbox({ ...box, x: box.inner.x - 16, y: box.inner.y - 16 });
        }
      }
    }

    _repaint(element) {
      const kind = element.waypoints ? 'connection' : 'shape';
      this._viewer.get('graphicsFactory').update(kind, element, this._viewer.get('canvas').getGraphics(element));
    }

    _badge(id, text, active) {
      if (!this._viewer.get('elementRegistry').get(id)) {
        return;
      }
      const html = document.createElement('div');
      html.className = active ? 'process-badge process-badge-active' : 'process-badge';
      html.textContent = text;
      this._viewer.get('overlays').add(id, 'time', { position: this._freeCorner(id), html });
    }

    /** A corner of the shape where no boundary event sits. */
    _freeCorner(id) {
      const shape = this._viewer.get('elementRegistry').get(id);
      const corners = [
        { x: shape.width, y: 0, position: { top: -12, right: 34 } },
        { x: 0, y: 0, position: { top: -12, left: -14 } },
        { x: 0, y: shape.height, position: { bottom: 10, left: -14 } },
        { x: shape.width, y: shape.height, position: { bottom: 10, right: 34 } },
      ];
      const isFree = (corner) => (shape.attachers || []).every((event) =>
        Math.abs(event.x + event.width / 2 - shape.x - corner.x) > 40
        || Math.abs(event.y + event.height / 2 - shape.y - corner.y) > 24);
      return (corners.find(isFree) || corners[0]).position;
    }

    _makeButton(id, label) {
      const element = this._viewer.get('elementRegistry').get(id);
      if (!element) {
        return;
      }
      const graphics = this._viewer.get('canvas').getGraphics(element);
      graphics.setAttribute('tabindex', '0');
      graphics.setAttribute('role', 'button');
      graphics.setAttribute('aria-label', label);
      graphics.classList.add('process-open');
      graphics.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          this.$server.opened(id);
        }
      });
    }

    _clicked(element) {
      const id = element.type === 'label' ? element.labelTarget.id : element.id;
      if (!this._dragged && this._trace.open[id] && this.$server) {
        this.$server.opened(id);
      }
    }

    /** Mouse drags in both directions; a finger pans sideways and leaves the page its scrolling. */
    _panByPointer() {
      let last = null;
      this._canvas.addEventListener('pointerdown', (event) => {
        last = { x: event.clientX, y: event.clientY, startX: event.clientX, startY: event.clientY };
        this._dragged = false;
      });
      this._canvas.addEventListener('pointermove', (event) => {
        if (!last || (event.pointerType === 'mouse' && event.buttons !== 1)) {
          return;
        }
        if (Math.abs(event.clientX - last.startX) + Math.abs(event.clientY - last.startY) > DRAG) {
          this._dragged = true;
        }
        if (this._dragged) {
          this._viewer.get('canvas').scroll({ dx: event.clientX - last.x, dy: event.clientY - last.y });
        }
        last.x = event.clientX;
        last.y = event.clientY;
      });
      const end = () => { last = null; };
      this._canvas.addEventListener('pointerup', end);
      this._canvas.addEventListener('pointercancel', end);
      this._canvas.addEventListener('pointerleave', end);
    }
  }

  customElements.define('process-diagram-view', ProcessDiagram);
})();
