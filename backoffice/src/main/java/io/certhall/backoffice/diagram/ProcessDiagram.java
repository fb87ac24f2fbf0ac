package io.certhall.backoffice.diagram;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallPack;
import io.certhall.bpmn.ProcessPath;
import io.certhall.bpmn.ProcessPathNames;
import io.certhall.bpmn.ProcessPathTrace;
import io.certhall.bpmn.ProcessPathVisit;
import io.certhall.processes.policy.PublishedPolicy;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A hall's process as people know it: the big steps, and a click into each block. For an order it
 * shows the way taken, where the order is now and the time each step took.
 */
public class ProcessDiagram extends Div {

  private static final long serialVersionUID = 1L;
  private static final double ZOOM = 1.25;

  private final transient HallPack pack;
  private final transient ProcessPath path;
  private final transient Map<String, String> blocks;
  private final boolean ofOrder;
  private final Nav trail = new Nav();
  private final DiagramView view = new DiagramView(this::open);
  private final Instant now;
  private @Nullable String shownBlock;

  private ProcessDiagram(
      PublishedPolicy policy,
      List<ProcessPathVisit> visits,
      boolean ofOrder,
      boolean ended,
      Instant now) {
    this.pack = policy.pack();
    this.path = ProcessPath.of(pack, policy.compiledBpmn(), visits, ended);
    this.blocks = path.blocks();
    this.ofOrder = ofOrder;
    this.now = now;
    addClassName("process-diagram");
    trail.addClassName("process-trail");
    trail.setAriaLabel(Texts.of("diagram.trail"));
    Div bar = new Div(trail);
    bar.addClassName("process-diagram-bar");
    if (ofOrder) {
      bar.add(legend());
    }
    bar.add(zoomButtons());
    Div frame = new Div(view);
    frame.addClassName("process-diagram-frame");
    add(bar, frame);
    showComposed();
  }

  /** The diagrams of a policy, without any order. */
  public static ProcessDiagram of(PublishedPolicy policy) {
    return new ProcessDiagram(policy, List.of(), false, false, Instant.EPOCH);
  }

  /**
   * The way of one order.
   *
   * @param visits the steps it is known to have reached, in their order
   * @param ended it is completed, cancelled or closed
   */
  public static ProcessDiagram ofOrder(
      PublishedPolicy policy, List<ProcessPathVisit> visits, boolean ended, Instant now) {
    return new ProcessDiagram(policy, visits, true, ended, now);
  }

  /** Shows the block behind a call of the hall's diagram; ignores what is no call. */
  public void open(String callId) {
    String file = blocks.get(callId);
    if (file == null || shownBlock != null) {
      return;
    }
    shownBlock = callId;
    trail.removeAll();
    trail.add(link(Texts.of("diagram.whole"), this::showComposed), separator());
    trail.add(
        here(
            ProcessPathNames.of("order.bpmn", pack.file("order.bpmn"))
                .getOrDefault(callId, callId)));
    show(file, callId, path.block(callId, now), Map.of());
  }

  public void showComposed() {
    shownBlock = null;
    trail.removeAll();
    trail.add(here(Texts.of("diagram.whole")));
    Map<String, String> names = ProcessPathNames.of("order.bpmn", pack.file("order.bpmn"));
    Map<String, String> doors = new LinkedHashMap<>();
    blocks
        .keySet()
        .forEach(call -> doors.put(call, Texts.of("diagram.open", names.getOrDefault(call, call))));
    show("order.bpmn", "order", path.composed(now), doors);
  }

  private void show(String file, String name, ProcessPathTrace trace, Map<String, String> doors) {
    Function<Set<String>, Set<String>> marked = ids -> ofOrder ? ids : Set.of();
    view.show(
        pack.file(file),
        new DiagramView.Overlay(
            name,
            marked.apply(trace.done()),
            marked.apply(trace.active()),
            marked.apply(trace.flows()),
            badges(trace),
            doors));
  }

  private static Map<String, String> badges(ProcessPathTrace trace) {
    Map<String, String> badges = new TreeMap<>();
    trace.spent().forEach((id, time) -> badges.put(id, TimeSpent.words(time)));
    trace
        .visits()
        .forEach(
            (id, times) ->
                badges.merge(id, Texts.of("diagram.times", times), (a, b) -> a + " " + b));
    return badges;
  }

  private static Div legend() {
    Span done = new Span(Texts.of("diagram.done"));
    done.addClassName("is-done");
    Span active = new Span(Texts.of("diagram.active"));
    active.addClassName("is-active");
    Div legend = new Div(done, active);
    legend.addClassName("process-legend");
    return legend;
  }

  private Div zoomButtons() {
    Div buttons =
        new Div(
            icon(VaadinIcon.MINUS, "diagram.smaller", () -> view.zoom(1 / ZOOM)),
            icon(VaadinIcon.PLUS, "diagram.bigger", () -> view.zoom(ZOOM)),
            icon(VaadinIcon.EXPAND_SQUARE, "diagram.fit", view::fit));
    buttons.addClassName("process-zoom");
    return buttons;
  }

  private static Button icon(VaadinIcon symbol, String key, Runnable action) {
    Button button = new Button(symbol.create(), click -> action.run());
    button.addThemeVariants(
        ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
    button.setAriaLabel(Texts.of(key));
    button.setTooltipText(Texts.of(key));
    return button;
  }

  private static Button link(String text, Runnable action) {
    Button button = new Button(text, click -> action.run());
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
    return button;
  }

  private static Span separator() {
    Span separator = new Span("›");
    separator.getElement().setAttribute("aria-hidden", "true");
    return separator;
  }

  private static Span here(String text) {
    Span here = new Span(text);
    here.addClassName("process-here");
    here.getElement().setAttribute("aria-current", "page");
    return here;
  }
}
