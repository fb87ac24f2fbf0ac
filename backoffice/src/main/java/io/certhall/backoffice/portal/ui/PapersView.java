package io.certhall.backoffice.portal.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.CurrentHall;
import io.certhall.backoffice.shell.Downloads;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallSettings;
import io.certhall.bpmn.HallSettings.ServiceOffer;
import io.certhall.bpmn.ItemFacts;
import io.certhall.bpmn.MaterialItem;
import io.certhall.bpmn.MaterialTable;
import io.certhall.processes.document.Documents;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.Holder;
import io.certhall.processes.policy.PublishedPolicy;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The documents a service asks for, before one begins. */
@Route(value = "halls/:hall/materials", layout = MainLayout.class)
@AnonymousAllowed
public class PapersView extends HallPage {

  private static final long serialVersionUID = 1L;
  private static final long MEGABYTE = 1024 * 1024;

  private final transient Documents documents;

  PapersView(CurrentHall currentHall, Documents documents) {
    super(currentHall);
    this.documents = documents;
  }

  @Override
  protected void show(PublishedPolicy hall, Div content, RouteParameters parameters) {
    HallSettings settings = hall.settings();
    setHeading(Texts.of("papers.title"));
    setLead(Texts.of("papers.lead", Texts.of(settings.shortName())));
    Select<ServiceOffer> service = new Select<>();
    service.setLabel(Texts.of("prices.service"));
    service.setItemLabelGenerator(offer -> Texts.of(offer.title()));
    service.setItems(
        settings.services().stream().filter(offer -> offer.enabled() && !offer.instant()).toList());
    Select<Holder> holder = new Select<>();
    holder.setLabel(Texts.of("prices.holder"));
    holder.setItemLabelGenerator(Texts::of);
    Select<CertificateType> type = new Select<>();
    type.setLabel(Texts.of("draft.item.type"));
    type.setItemLabelGenerator(value -> Texts.of(settings.certificateType(value.name()).label()));
    CheckboxGroup<String> changes = new CheckboxGroup<>();
    changes.setLabel(Texts.of("change.what"));
    changes.setItemLabelGenerator(kind -> Texts.of("ChangeKind." + kind));
    Div list = new Div();
    list.addClassName("rows");
    Runnable refresh =
        () -> {
          list.removeAll();
          if (service.getValue() != null && holder.getValue() != null && type.getValue() != null) {
            needed(
                    hall,
                    service.getValue(),
                    holder.getValue(),
                    type.getValue(),
                    List.copyOf(changes.getValue()))
                .forEach(item -> list.add(row(hall.hall(), item)));
            if (list.getComponentCount() == 0) {
              list.add(new Span(Texts.of("papers.none")));
            }
          }
        };
    service.addValueChangeListener(
        change -> {
          ServiceOffer offer = change.getValue();
          changes.setItems(offer.changes());
          changes.setVisible(!offer.changes().isEmpty());
          offer.changes().stream().findFirst().ifPresent(changes::select);
          Holder before = holder.getValue();
          List<Holder> holders = offer.holders().stream().map(Holder::valueOf).toList();
          holder.setItems(holders);
          holder.setVisible(holders.size() > 1);
          holder.setValue(holders.contains(before) ? before : holders.getFirst());
          refresh.run();
        });
    holder.addValueChangeListener(
        change -> {
          if (change.getValue() != null) {
            List<CertificateType> types =
                settings.certificateTypes(change.getValue().name()).stream()
                    .map(offer -> CertificateType.valueOf(offer.code()))
                    .toList();
            CertificateType before = type.getValue();
            type.setItems(types);
            if (!types.isEmpty()) {
              type.setValue(types.contains(before) ? before : types.getFirst());
            }
            refresh.run();
          }
        });
    type.addValueChangeListener(change -> refresh.run());
    changes.addValueChangeListener(change -> refresh.run());
    Div choice = new Div(service, holder, type, changes);
    choice.addClassName("fields");
    content.add(
        new Card(Texts.of("papers.choose"), choice), new Card(Texts.of("papers.list"), list));
    service.getListDataView().getItems().findFirst().ifPresent(service::setValue);
  }

  /** As the REST API answers for one certificate with one seal. */
  private static List<MaterialItem> needed(
      PublishedPolicy hall,
      ServiceOffer service,
      Holder holder,
      CertificateType type,
      List<String> changes) {
    List<String> seals =
        hall.settings().certificateType(type.name()).seals().stream().limit(1).toList();
    int years = hall.settings().years(service.code()).min();
    ItemFacts facts =
        new ItemFacts(
            service.code(), holder.name(), type.name(), years, seals.size(), false, changes);
    List<String> delivery = hall.settings().delivery(service.code());
    return hall.materials()
        .items(
            service.code(),
            holder.name(),
            delivery.isEmpty() ? null : delivery.getFirst(),
            List.of(new MaterialTable.Item(1, facts, seals)));
  }

  private Div row(String hall, MaterialItem item) {
    Span label = new Span(Texts.isEnglish() ? item.labelEn() : item.labelZh());
    label.addClassName("row-title");
    String formats =
        item.formats().stream()
            .map(format -> format.toUpperCase(Locale.ROOT))
            .collect(Collectors.joining(" / "));
    Span wanted =
        new Span(Texts.of("material.wanted", formats, item.maxBytes() / MEGABYTE + " MB"));
    wanted.addClassNames("muted", "small");
    Div links = new Div(wanted);
    links.addClassName("material-links");
    if (item.template() != null) {
      Span form = new Span(Texts.of("papers.form"));
      form.addClassNames("muted", "small");
      links.add(form);
    }
    String sample = item.sample();
    if (sample != null) {
      links.add(
          Downloads.view(
              Texts.of("material.sample"),
              () ->
                  new Downloads.File(
                      sample + "-sample.pdf", "application/pdf", documents.sample(hall, sample))));
    }
    Div words = new Div(label, links);
    words.addClassName("row-words");
    Div row =
        new Div(
            words,
            new StatusBadge(
                Texts.of(item.required() ? "material.required" : "material.optional"),
                item.required() ? Tone.YOURS : Tone.NEUTRAL));
    row.addClassName("row");
    return row;
  }
}
