package io.certhall.backoffice.task.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.certificate.RevocationGround;
import io.certhall.processes.refusal.Refusal;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Why the CA revokes a certificate on its own. */
class CaRevocationDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final ErrorSummary summary = new ErrorSummary();
  private final transient FieldErrors errors = new FieldErrors(summary);
  private final Select<RevocationGround> ground = new Select<>();
  private final TextField note = new TextField(Texts.of("staff.revoke.note"));

  /**
   * @param revoke gets ground and note; the dialog stays open while it refuses
   */
  CaRevocationDialog(String name, BiConsumer<@Nullable RevocationGround, String> revoke) {
    setHeaderTitle(Texts.of("staff.revoke"));
    setWidth("min(36rem, 96vw)");
    ground.setLabel(Texts.of("staff.revoke.ground"));
    ground.setItems(RevocationGround.values());
    ground.setItemLabelGenerator(Texts::of);
    ground.setWidthFull();
    note.setHelperText(Texts.of("staff.revoke.noteHelp"));
    note.setMaxLength(200);
    note.setWidthFull();
    errors.bind("ground", ground).setRequiredIndicatorVisible(true);
    errors.bind("note", note).setRequiredIndicatorVisible(true);
    add(new Paragraph(Texts.of("staff.revoke.text", name)), summary, ground, note);
    ActionButton act =
        new ActionButton(
            Texts.of("staff.revoke"),
            () -> {
              try {
                revoke.accept(ground.getValue(), note.getValue());
                close();
              } catch (Refusal refused) {
                errors.show(refused);
              }
            });
    act.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
    getFooter().add(new Button(Texts.of("shell.cancel"), click -> close()), act);
  }
}
