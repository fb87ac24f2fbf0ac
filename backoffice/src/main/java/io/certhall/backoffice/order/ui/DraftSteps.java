package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import io.certhall.backoffice.order.ui.DraftDesk.Draft;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallField;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.application.CertificateActions;
import io.certhall.processes.application.OrderContents;
import io.certhall.processes.application.Quotes;
import io.certhall.processes.attachment.Attachments;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.Service;
import io.certhall.processes.order.query.OrderPeople;
import io.certhall.processes.organisation.OrganisationProfiles;
import io.certhall.processes.organisation.People;
import io.certhall.processes.seal.Stamps;
import io.certhall.processes.security.Actor;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Makes the pages of an application form. */
@Component
class DraftSteps {

  private final OrganisationProfiles profiles;
  private final People people;
  private final Quotes quotes;
  private final Attachments attachments;
  private final MaterialPapers papers;
  private final Stamps stamps;
  private final Orders orders;
  private final OrderPeople orderPeople;
  private final OrderContents contents;
  private final DraftDesk desk;
  private final CertificateActions actions;
  private final Clock clock;

  DraftSteps(
      OrganisationProfiles profiles,
      People people,
      Quotes quotes,
      Attachments attachments,
      MaterialPapers papers,
      Stamps stamps,
      Orders orders,
      OrderPeople orderPeople,
      OrderContents contents,
      DraftDesk desk,
      CertificateActions actions,
      Clock clock) {
    this.profiles = profiles;
    this.people = people;
    this.quotes = quotes;
    this.attachments = attachments;
    this.papers = papers;
    this.stamps = stamps;
    this.orders = orders;
    this.orderPeople = orderPeople;
    this.contents = contents;
    this.desk = desk;
    this.actions = actions;
    this.clock = clock;
  }

  AgreementStep agreement(List<HallSettings.Agreement> agreements, OrderForm form) {
    return new AgreementStep(agreements, form, clock);
  }

  /**
   * @param change leads to another page to change something there
   * @param repair leads to the field of a problem's path
   */
  DraftStep of(
      DraftPage page,
      Actor actor,
      Draft draft,
      Consumer<DraftPage> change,
      Consumer<String> repair) {
    return switch (page) {
      case AGREEMENT -> agreement(draft.policy().settings().agreements(), draft.form());
      case BASIC -> new BasicStep(draft.policy(), draft.form(), profiles.of(actor).orElse(null));
      case CERTIFICATES ->
          draft.form().service() == Service.NEW
              ? new CertificatesStep(
                  draft.policy(),
                  draft.form(),
                  actor,
                  people,
                  quotes,
                  profiles.of(actor).orElse(null))
              : new PickStep(
                  draft.policy(),
                  draft.form(),
                  choices(actor, draft),
                  profiles.of(actor).orElse(null),
                  quotes);
      case MATERIALS ->
          new MaterialsStep(
              changed -> materials(actor, draft, true, changed),
              new StampList(stamps, actor, draft.orderNo()),
              () ->
                  desk.obstacles(actor, draft.orderNo()).stream()
                      .filter(problem -> DraftPage.ofProblem(problem.path()) == DraftPage.MATERIALS)
                      .toList());
      case CHECK ->
          new CheckStep(draft.policy().settings(), sections(actor, draft, change), repair);
    };
  }

  private List<PickStep.Choice> choices(Actor actor, Draft draft) {
    return actions.own(actor, draft.policy().hall()).stream()
        .map(
            certificate ->
                new PickStep.Choice(
                    certificate,
                    actions.obstacle(
                        actor,
                        draft.policy(),
                        draft.form().service(),
                        certificate,
                        draft.orderNo())))
        .toList();
  }

  /** Until submission the profile is what is true now. */
  private OrderForm.ChangeForm now(Actor actor, OrderForm form) {
    OrderForm.ChangeForm change = java.util.Objects.requireNonNull(form.change());
    return change.before() != null
        ? change
        : profiles
            .of(actor)
            .map(
                own ->
                    change.withBefore(
                        new OrderForm.ChangeForm.Before(
                            own.name(), own.legalRepName(), own.legalRepIdNo())))
            .orElse(change);
  }

  private MaterialList materials(Actor actor, Draft draft, boolean editable, Runnable changed) {
    return new MaterialList(
        attachments, papers, actor, draft.orderNo(), draft.policy().hall(), editable, changed);
  }

  private List<Card> sections(Actor actor, Draft draft, Consumer<DraftPage> change) {
    HallSettings hall = draft.policy().settings();
    OrderForm form = draft.form();
    FormParts parts = FormParts.of(draft.policy(), form.service(), form.holder());
    List<Card> sections = new ArrayList<>();
    List<HallField> fields = hall.fields(form.service().name(), form.holder().name());
    if (!fields.isEmpty()) {
      sections.add(
          changeable(
              new Card(Texts.of("draft.hallFields"), OrderFacts.answers(fields, form.answers())),
              DraftPage.BASIC,
              change));
    }
    if (form.person() != null) {
      sections.add(
          changeable(
              new Card(Texts.of("draft.person"), OrderFacts.person(form.person())),
              DraftPage.BASIC,
              change));
    }
    sections.add(
        changeable(
            new Card(Texts.of("draft.operator"), OrderFacts.operator(form.agent())),
            DraftPage.BASIC,
            change));
    if (parts.delivery()) {
      sections.add(
          changeable(
              new Card(Texts.of("draft.delivery"), OrderFacts.delivery(form.delivery(), hall)),
              DraftPage.BASIC,
              change));
    }
    if (parts.invoice()) {
      sections.add(
          changeable(
              new Card(Texts.of("draft.invoice"), OrderFacts.invoice(form.invoice())),
              DraftPage.BASIC,
              change));
    }
    sections.add(
        changeable(
            new Card(
                Texts.of("draft.certificates"),
                new ItemList(
                    orders.items(draft.orderNo()),
                    orderPeople.of(draft.orderNo()),
                    contents.lines(actor, draft.orderNo()),
                    hall,
                    false)),
            DraftPage.CERTIFICATES,
            change));
    if (form.change() != null) {
      sections.add(
          changeable(
              new Card(Texts.of("change.title"), new ChangeTable(now(actor, form), false)),
              DraftPage.CERTIFICATES,
              change));
    }
    if (form.statement() != null) {
      sections.add(
          changeable(
              new Card(Texts.of("statement.title"), OrderFacts.statement(form.statement())),
              DraftPage.CERTIFICATES,
              change));
    }
    if (DraftPages.of(draft.policy(), form).pages().contains(DraftPage.MATERIALS)) {
      sections.add(
          changeable(
              new Card(Texts.of("material.title"), materials(actor, draft, false, () -> {})),
              DraftPage.MATERIALS,
              change));
    }
    sections.add(
        new Card(
            Texts.of("order.amounts"),
            new AmountTable(draft.order(), contents.lines(actor, draft.orderNo()))));
    return sections;
  }

  private static Card changeable(Card card, DraftPage page, Consumer<DraftPage> change) {
    Button link = new Button(Texts.of("draft.change"), click -> change.accept(page));
    link.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    card.addToHead(link);
    return card;
  }
}
