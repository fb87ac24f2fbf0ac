package io.certhall.backoffice.review.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.attachment.AttachmentView;
import io.certhall.processes.attachment.MaterialView;
import io.certhall.processes.attachment.StoredFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The documents of an order: a list, the chosen one beside it, and the way to the next. */
public final class DocumentsPane extends Card {

  private static final long serialVersionUID = 1L;
  private static final int ZOOM_STEP = 25;

  private final transient List<MaterialView> materials;
  private final transient Function<String, StoredFile> open;
  private final transient @Nullable Instant rejectedAt;
  private final List<Button> tabs = new ArrayList<>();
  private final List<Div> marks = new ArrayList<>();
  private final Div stage = new Div();
  private final Div tools = new Div();
  private final Div about = new Div();
  private int shown = -1;

  /** To read only. */
  public DocumentsPane(List<MaterialView> materials, Function<String, StoredFile> open) {
    this(materials, open, null, null);
  }

  /**
   * @param open reads a document by its code; each look is on record
   * @param rejectedAt the last rejection: what came later is marked as new
   */
  DocumentsPane(
      List<MaterialView> materials,
      Function<String, StoredFile> open,
      @Nullable Instant rejectedAt,
      @Nullable DefectSheet defects) {
    super(Texts.of("staff.review.documents"));
    this.materials = materials;
    this.open = open;
    this.rejectedAt = rejectedAt;
    addClassName("documents");
    Div list = new Div();
    list.addClassName("document-tabs");
    for (int i = 0; i < materials.size(); i++) {
      Button tab = tab(i);
      tabs.add(tab);
      list.add(tab);
      Div mark = new Div();
      if (defects != null) {
        MaterialView material = materials.get(i);
        mark.add(
            defects.mark(Subject.document(material.code(), label(material), material.labelZh())));
      }
      mark.setVisible(false);
      marks.add(mark);
    }
    stage.addClassName("preview");
    tools.addClassName("preview-tools");
    about.addClassName("preview-about");
    addToHead(
        new Div(
            step(VaadinIcon.ANGLE_LEFT, "staff.review.previous", -1, Key.ARROW_LEFT),
            step(VaadinIcon.ANGLE_RIGHT, "staff.review.next", 1, Key.ARROW_RIGHT)));
    add(list);
    marks.forEach(this::add);
    add(about, stage);
    if (materials.isEmpty()) {
      stage.add(new Paragraph(Texts.of("staff.review.noDocuments")));
    } else {
      show(0);
    }
  }

  /** Shows the document with this index; out of range it stays. */
  void show(int index) {
    if (index < 0 || index >= materials.size() || index == shown) {
      return;
    }
    shown = index;
    for (int i = 0; i < tabs.size(); i++) {
      tabs.get(i).getElement().setAttribute("aria-current", Boolean.toString(i == index));
      tabs.get(i).setClassName("is-shown", i == index);
      marks.get(i).setVisible(i == index);
    }
    stage.removeAll();
    about.removeAll();
    MaterialView material = materials.get(index);
    AttachmentView attached = material.attached();
    if (attached == null) {
      stage.add(new Paragraph(Texts.of("staff.review.notAttached")));
      return;
    }
    StoredFile file = open.apply(material.code());
    AttachmentPreview preview = new AttachmentPreview(file, label(material));
    stage.add(preview);
    Span facts =
        new Span(
            attached.fileName()
                + " · "
                + size(attached.sizeBytes())
                + " · "
                + Times.minute(attached.uploadedAt()));
    facts.addClassNames("muted", "small");
    tools.removeAll();
    tools.add(
        tool(VaadinIcon.SEARCH_MINUS, "diagram.smaller", () -> preview.zoom(-ZOOM_STEP)),
        tool(VaadinIcon.SEARCH_PLUS, "diagram.bigger", () -> preview.zoom(ZOOM_STEP)),
        tool(VaadinIcon.ROTATE_RIGHT, "staff.review.turn", preview::turn),
        AttachmentPreview.original(file));
    about.add(facts, tools);
  }

  private Button tab(int index) {
    MaterialView material = materials.get(index);
    Button tab = new Button(label(material), click -> show(index));
    tab.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
    AttachmentView attached = material.attached();
    if (attached == null) {
      tab.setSuffixComponent(
          new StatusBadge(
              Texts.of(material.required() ? "staff.review.missing" : "staff.review.optional"),
              material.required() ? Tone.WRONG : Tone.NEUTRAL));
    } else if (rejectedAt != null && attached.uploadedAt().isAfter(rejectedAt)) {
      tab.setSuffixComponent(new StatusBadge(Texts.of("staff.review.renewed"), Tone.DONE));
    }
    return tab;
  }

  private Button step(VaadinIcon symbol, String key, int by, Key shortcut) {
    Button button = tool(symbol, key, () -> show(shown + by));
    button.addClickShortcut(shortcut, com.vaadin.flow.component.KeyModifier.ALT);
    return button;
  }

  private static Button tool(VaadinIcon symbol, String key, Runnable action) {
    Button button = new Button(symbol.create(), click -> action.run());
    button.addThemeVariants(
        ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
    button.setAriaLabel(Texts.of(key));
    button.setTooltipText(Texts.of(key));
    return button;
  }

  static String label(MaterialView material) {
    return Texts.isEnglish() ? material.labelEn() : material.labelZh();
  }

  private static String size(long bytes) {
    return bytes < 1024 * 1024
        ? Math.max(1, bytes / 1024) + " kB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1024.0 / 1024.0);
  }
}
