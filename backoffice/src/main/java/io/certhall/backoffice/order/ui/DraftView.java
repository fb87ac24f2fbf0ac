package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.certhall.backoffice.order.ui.DraftDesk.Draft;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Confirm;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.OfHall;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Stepper;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Unsaved;
import io.certhall.processes.application.OrderDrafts;
import io.certhall.processes.application.OrderSubmission;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Service;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.review.Rejections;
import io.certhall.processes.security.Actor;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An unfinished application, page by page; saved at each step, and taken up where it was left. */
@Route(value = "orders/:orderNo/edit/:page?", layout = MainLayout.class)
@RolesAllowed("APPLICANT")
public class DraftView extends Page
    implements BeforeEnterObserver, BeforeLeaveObserver, Unsaved, OfHall {

  private static final long serialVersionUID = 1L;
  private static final String BACK_TO_CHECK = "check";
  private static final String FIELD = "field";

  private final transient DraftDesk desk;
  private final transient DraftSteps steps;
  private final transient OrderDrafts drafts;
  private final transient OrderSubmission submission;
  private final transient Rejections rejections;
  private final transient Actor actor;
  private final Div content = new Div();
  private transient @Nullable Draft draft;
  private transient @Nullable DraftStep step;
  private boolean backToCheck;

  DraftView(
      DraftDesk desk,
      DraftSteps steps,
      OrderDrafts drafts,
      OrderSubmission submission,
      Rejections rejections,
      CurrentActor currentActor) {
    super("");
    this.desk = desk;
    this.steps = steps;
    this.drafts = drafts;
    this.submission = submission;
    this.rejections = rejections;
    this.actor = currentActor.get();
    content.addClassName("stack");
    add(content);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String orderNo = event.getRouteParameters().get("orderNo").orElseThrow();
    Draft opened = desk.open(actor, orderNo);
    draft = opened;
    Optional<DraftPage> asked = event.getRouteParameters().get("page").flatMap(DraftPage::ofPath);
    DraftPage page = pages(opened).nearest(asked.orElseGet(() -> whereItWasLeft(opened)));
    QueryParameters query = event.getLocation().getQueryParameters();
    backToCheck = query.getSingleParameter("back").filter(BACK_TO_CHECK::equals).isPresent();
    show(opened, page, query.getSingleParameter(FIELD).orElse(null));
  }

  /** What was typed is kept, whichever way one leaves. */
  @Override
  public void beforeLeave(BeforeLeaveEvent event) {
    store();
  }

  @Override
  public void store() {
    if (draft != null && step != null) {
      try {
        draft = desk.save(actor, draft, step.fill(draft.form()));
      } catch (Refusal refused) {
        Refusals.show(refused);
      }
    }
  }

  private DraftPage whereItWasLeft(Draft opened) {
    if (opened.order().state() == OrderState.REJECTED) {
      return DraftPage.firstOpen(
          rejections(opened).stream().map(Rejections.Rejection::field).toList());
    }
    return DraftPage.firstOpen(
        desk.obstacles(actor, opened.orderNo()).stream().map(Problem::path).toList());
  }

  private void show(Draft opened, DraftPage page, @Nullable String field) {
    content.removeAll();
    clearActions();
    setHeading(
        Texts.of(
            "draft.title",
            Texts.of(opened.order().service()),
            Texts.of(opened.policy().settings().shortName())));
    setLead(Texts.of("draft.lead", opened.orderNo()));
    if (opened.order().state() == OrderState.DRAFT) {
      addAction(new Button(Texts.of("draft.delete"), click -> askToDelete(opened)));
    }
    DraftStep shown =
        steps.of(page, actor, opened, other -> change(opened, other), path -> repair(opened, path));
    step = shown;
    content.add(stepper(pages(opened).pages(), page, opened.order().service()));
    RejectionNotice.of(rejections(opened), opened.order(), path -> repair(opened, path))
        .ifPresent(content::add);
    content.add(shown.content(), buttons(opened, page, shown));
    if (page == DraftPage.CHECK) {
      shown.show(desk.obstacles(actor, opened.orderNo()));
    } else if (field != null) {
      shown.show(gaps(opened, page));
      shown.focus(field);
    }
  }

  static Stepper stepper(List<DraftPage> pages, DraftPage current, Service service) {
    List<Stepper.Step> labels = new ArrayList<>();
    for (DraftPage page : pages) {
      Stepper.Progress progress =
          page == current
              ? Stepper.Progress.CURRENT
              : page.ordinal() < current.ordinal() ? Stepper.Progress.DONE : Stepper.Progress.AHEAD;
      labels.add(new Stepper.Step(Texts.of(page.labelKey(service)), progress, ""));
    }
    return new Stepper(labels);
  }

  private static DraftPages pages(Draft opened) {
    return DraftPages.of(opened.policy(), opened.form());
  }

  private Div buttons(Draft opened, DraftPage page, DraftStep shown) {
    Div buttons = new Div();
    buttons.addClassName("buttons");
    if (page == DraftPage.CHECK) {
      buttons.add(
          ActionButton.primary(
              Texts.of(
                  opened.order().state() == OrderState.REJECTED
                      ? "draft.resubmit"
                      : "draft.submit"),
              () -> submit(opened, shown)));
    } else {
      buttons.add(
          ActionButton.primary(
              Texts.of(
                  backToCheck
                      ? "draft.backToCheck"
                      : pages(opened).next(page) == DraftPage.MATERIALS
                          ? "draft.confirm"
                          : "draft.next"),
              () -> goOn(page, shown)));
    }
    if (!pages(opened).isFirst(page) && !backToCheck) {
      buttons.add(
          new Button(
              Texts.of("draft.previous"),
              click -> go(opened, pages(opened).previous(page), Map.of())));
    }
    Button later =
        new Button(
            Texts.of("draft.later"),
            click -> UI.getCurrent().navigate(OrderView.class, OrderView.of(opened.orderNo())));
    later.addThemeVariants(com.vaadin.flow.component.button.ButtonVariant.LUMO_TERTIARY);
    buttons.add(later);
    return buttons;
  }

  private void goOn(DraftPage page, DraftStep shown) {
    List<Problem> problems = shown.problems();
    if (!problems.isEmpty()) {
      shown.show(problems);
      return;
    }
    Draft opened = java.util.Objects.requireNonNull(draft);
    try {
      OrderForm form = shown.fill(opened.form());
      Draft saved = desk.save(actor, opened, form);
      draft = saved;
      List<Problem> gaps = page == DraftPage.MATERIALS ? List.of() : gaps(saved, page);
      if (!gaps.isEmpty()) {
        shown.show(gaps);
        return;
      }
      go(saved, backToCheck ? DraftPage.CHECK : pages(saved).next(page), Map.of());
    } catch (Refusal refused) {
      shown.show(refused.problems());
    }
  }

  /** What keeps this page from being complete. */
  private List<Problem> gaps(Draft saved, DraftPage page) {
    return desk.obstacles(actor, saved.orderNo()).stream()
        .filter(problem -> DraftPage.ofProblem(problem.path()) == page)
        .toList();
  }

  private void submit(Draft opened, DraftStep shown) {
    try {
      submission.submit(actor, opened.orderNo());
    } catch (Refusal refused) {
      shown.show(refused.problems());
      return;
    }
    draft = null;
    Refusals.showSuccess(Texts.of("draft.submitted"));
    UI.getCurrent().navigate(OrderView.class, OrderView.of(opened.orderNo()));
  }

  private void change(Draft opened, DraftPage page) {
    go(opened, page, Map.of("back", BACK_TO_CHECK));
  }

  private void repair(Draft opened, String path) {
    DraftPage page = DraftPage.ofProblem(path);
    if (page == DraftPage.CHECK) {
      return;
    }
    go(opened, page, Map.of("back", BACK_TO_CHECK, FIELD, path));
  }

  static void go(Draft opened, DraftPage page, Map<String, String> query) {
    go(opened.orderNo(), page, query);
  }

  static void go(String orderNo, DraftPage page, Map<String, String> query) {
    UI.getCurrent()
        .navigate("orders/" + orderNo + "/edit/" + page.path(), QueryParameters.simple(query));
  }

  /** Leads from elsewhere to the field that a path means. */
  static void goTo(String orderNo, String path) {
    DraftPage page = DraftPage.ofProblem(path);
    go(
        orderNo,
        page,
        page == DraftPage.CHECK ? Map.of() : Map.of("back", BACK_TO_CHECK, FIELD, path));
  }

  private List<Rejections.Rejection> rejections(Draft opened) {
    return opened.order().state() == OrderState.REJECTED
        ? rejections.of(opened.orderNo()).stream()
            .filter(rejection -> rejection.round() == opened.order().round())
            .toList()
        : List.of();
  }

  private void askToDelete(Draft opened) {
    Confirm.ask(
        Texts.of("draft.delete"),
        Texts.of("draft.deleteText", opened.orderNo()),
        Texts.of("draft.delete"),
        () -> {
          drafts.delete(actor, opened.orderNo());
          draft = null;
          UI.getCurrent().navigate(OrderListView.class);
        });
  }

  @Override
  public Optional<String> hallOfPage() {
    return Optional.ofNullable(draft).map(open -> open.order().hall());
  }
}
