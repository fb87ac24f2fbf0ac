// Decision tables of one file. A frame of its own keeps the cells' caret where it is typed.
(() => {
  let modeler = null;
  let frame = null;
  const hooked = new WeakSet();

  function hook() {
    const viewer = modeler.getActiveViewer();
    if (viewer && !hooked.has(viewer)) {
      hooked.add(viewer);
      viewer.on('commandStack.changed', () => frame.changed());
    }
  }

  function rowOf(place) {
    const byId = document.querySelector(`[data-row-id="${CSS.escape(place)}"]`);
    if (byId) {
      return byId.closest('tr');
    }
    return Array.from(document.querySelectorAll('tbody tr'))
      .find((row) => row.textContent.includes(`"${place}"`));
  }

  const editor = {
    async open(what) {
      const module = EditorFrame.translations(what.language === 'en' ? {} : window.DmnChinese);
      const words = { additionalModules: [module] };
      modeler = new DmnJS({
        container: document.getElementById('table'), height: '100%', width: '100%',
        common: words, drd: words, decisionTable: words, literalExpression: words,
      });
      await modeler.importXML(what.xml);
      const table = modeler.getViews().find((view) => view.type === 'decisionTable');
      if (table) {
        await modeler.open(table);
      }
      hook();
      modeler.on('views.changed', hook);
    },

    findings(findings) {
      document.querySelectorAll('tr.has-error').forEach((row) => row.classList.remove('has-error'));
      findings.filter((finding) => finding.error).forEach((finding) => rowOf(finding.element)?.classList.add('has-error'));
    },

    select(place) {
      document.querySelectorAll('tr.is-chosen').forEach((row) => row.classList.remove('is-chosen'));
      const row = rowOf(place);
      row?.classList.add('is-chosen');
      row?.scrollIntoView({ block: 'center', inline: 'nearest' });
    },

    async xml() {
      return (await modeler.saveXML({ format: true })).xml;
    },
  };

  frame = EditorFrame.connect(editor);
})();
