package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.refusal.Refusal;
import java.util.Base64;
import java.util.function.Consumer;

/** A box to sign in with finger, pen or mouse (CFCA-22); the strokes become a PNG. */
class SignaturePad extends Dialog {

  private static final long serialVersionUID = 1L;
  private static final String PNG = "data:image/png;base64,";
  private static final int MOST_CHARACTERS = 1_500_000;

  private final Element canvas = new Element("canvas");
  private final Div error = new Div();
  private final transient Consumer<byte[]> signed;

  /**
   * @param signed gets the picture; the box stays open while it refuses
   */
  SignaturePad(String title, Consumer<byte[]> signed) {
    this.signed = signed;
    setHeaderTitle(title);
    setWidth("min(40rem, 96vw)");
    canvas.setAttribute("width", "600");
    canvas.setAttribute("height", "240");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", Texts.of("material.signBox"));
    canvas
        .getStyle()
        .set("width", "100%")
        .set("border", "1px solid var(--lumo-contrast-30pct)")
        .set("border-radius", "6px")
        .set("background", "#fff")
        .set("touch-action", "none");
    Div box = new Div();
    box.getElement().appendChild(canvas);
    Div help = new Div(Texts.of("material.signHelp"));
    help.addClassNames("muted", "small");
    error.addClassName("field-error");
    error.getElement().setAttribute("role", "alert");
    add(help, box, error);
    canvas.executeJs(
        """
        const pen = this.getContext('2d');
        const at = event => {
          const box = this.getBoundingClientRect();
          return [(event.clientX - box.left) * this.width / box.width,
                  (event.clientY - box.top) * this.height / box.height];
        };
        let drawing = false;
        pen.lineWidth = 4;
        pen.lineCap = pen.lineJoin = 'round';
        pen.strokeStyle = '#101010';
        this.strokes = 0;
        this.addEventListener('pointerdown', event => {
          event.preventDefault();
          this.setPointerCapture(event.pointerId);
          drawing = true;
          pen.beginPath();
          pen.moveTo(...at(event));
        });
        this.addEventListener('pointermove', event => {
          if (!drawing) return;
          pen.lineTo(...at(event));
          pen.stroke();
          this.strokes++;
        });
        const end = () => { drawing = false; };
        this.addEventListener('pointerup', end);
        this.addEventListener('pointercancel', end);
        """);
    Button clear = new Button(Texts.of("material.signClear"), click -> clear());
    clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    getFooter()
        .add(
            clear,
            new Button(Texts.of("shell.cancel"), click -> close()),
            ActionButton.primary(Texts.of("material.signUse"), this::use));
  }

  private void clear() {
    error.setText("");
    canvas.executeJs(
        "this.getContext('2d').clearRect(0, 0, this.width, this.height); this.strokes = 0;");
  }

  /** A line or two are no signature; the browser answers with nothing then. */
  private void use() {
    canvas
        .executeJs("return this.strokes > 8 ? this.toDataURL('image/png') : ''")
        .then(String.class, this::take);
  }

  /** What the browser sends is checked like any other upload. */
  void take(String dataUrl) {
    if (!dataUrl.startsWith(PNG) || dataUrl.length() > MOST_CHARACTERS) {
      error.setText(Texts.of("material.signMissing"));
      return;
    }
    try {
      signed.accept(Base64.getDecoder().decode(dataUrl.substring(PNG.length())));
      close();
    } catch (IllegalArgumentException damaged) {
      error.setText(Texts.of("material.signMissing"));
    } catch (Refusal refused) {
      error.setText(Texts.of(refused));
    }
  }
}
