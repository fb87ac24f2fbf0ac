package io.certhall.bpmn;

import io.certhall.bpmn.ProcessPathGraph.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The way an order really took through its policy, found from the steps where it left a trace:
 * between two of them lies the shortest way on which nobody had to act. Worked out on the compiled
 * process and told in the ids of the diagrams people know: the hall's own, and each block's.
 */
public final class ProcessPath {

  private static final String ORDER = "order.bpmn";

  private final HallPack pack;
  private final ProcessPathGraph compiled;
  private final ProcessPathGraph order;
  private final List<ProcessPathVisit> visits;
  private final List<Step> steps = new ArrayList<>();
  private final Set<String> passed = new LinkedHashSet<>();
  private final Set<String> active = new LinkedHashSet<>();

  private ProcessPath(
      HallPack pack, String compiledBpmn, List<ProcessPathVisit> visits, boolean ended) {
    this.pack = pack;
    this.compiled = ProcessPathGraph.of(ORDER, compiledBpmn);
    this.order = ProcessPathGraph.of(ORDER, pack.file(ORDER));
    this.visits = visits.stream().filter(visit -> compiled.has(visit.elementId())).toList();
    walk(ended);
  }

  /**
   * @param visits in the order they were entered; elements the process doesn't have are left out
   * @param ended the order is over: the way goes on to the end and nothing is active
   */
  public static ProcessPath of(
      HallPack pack, String compiledBpmn, List<ProcessPathVisit> visits, boolean ended) {
    return new ProcessPath(pack, compiledBpmn, visits, ended);
  }

  private void walk(boolean ended) {
    passed.add(compiled.start());
    for (int i = 0; i < visits.size(); i++) {
      ProcessPathVisit visit = visits.get(i);
      take(wayTo(visit.elementId(), i));
      if (visit.leftAt() == null && !ended) {
        active.add(visit.elementId());
      } else {
        passed.add(visit.elementId());
      }
    }
    if (ended && !visits.isEmpty() && !compiled.waits(visits.getLast().elementId())) {
      take(compiled.way(visits.getLast().elementId(), compiled::ends, id -> !compiled.waits(id)));
    }
    passed.removeAll(active);
  }

  /** From the latest earlier step that leads there: a reminder's branch leads nowhere else. */
  private Optional<List<Step>> wayTo(String target, int index) {
    for (int from = index - 1; from >= -1; from--) {
      String source = from < 0 ? compiled.start() : visits.get(from).elementId();
      Optional<List<Step>> way = compiled.way(source, target::equals, id -> !compiled.waits(id));
      if (way.isPresent()) {
        return way;
      }
    }
    return Optional.empty();
  }

  private void take(Optional<List<Step>> way) {
    for (Step step : way.orElse(List.of())) {
      steps.add(step);
      passed.add(step.from());
      passed.add(step.to());
    }
  }

  /** Calls of the hall's diagram, in its order, with the file of the block behind each. */
  public Map<String, String> blocks() {
    Map<String, String> blocks = new LinkedHashMap<>();
    order.calls().forEach((call, block) -> blocks.put(call, "shared/" + block + ".bpmn"));
    return blocks;
  }

  /** In the ids of the hall's {@code order.bpmn}; a call stands for all that lies in its block. */
  public ProcessPathTrace composed(Instant now) {
    Set<String> done = new LinkedHashSet<>();
    Set<String> here = new LinkedHashSet<>();
    Set<String> flows = new LinkedHashSet<>();
    Set<String> calls = order.calls().keySet();
    active.stream().map(ProcessPath::owner).forEach(here::add);
    passed.stream().map(ProcessPath::owner).filter(order::has).forEach(done::add);
    for (Step step : steps) {
      String from = owner(step.from());
      String to = owner(step.to());
      if (from.equals(to) || !order.has(from) || !order.has(to)) {
        continue;
      }
      for (Step taken : order.way(from, to::equals, id -> !calls.contains(id)).orElse(List.of())) {
        done.add(taken.from());
        if (taken.flow() != null) {
          flows.add(taken.flow());
        }
      }
    }
    done.removeAll(here);
    ProcessPathTrace trace = trace(done, here, flows, now, ProcessPath::owner);
    // Visits of different steps in one block say nothing about the block.
    return new ProcessPathTrace(done, here, flows, trace.spent(), Map.of());
  }

  /** In the ids of the block that this call of the hall's diagram calls. */
  public ProcessPathTrace block(String callId, Instant now) {
    String file = blocks().get(callId);
    if (file == null) {
      return ProcessPathTrace.NONE;
    }
    ProcessPathGraph block = ProcessPathGraph.of(file, pack.file(file));
    String prefix = callId + ".";
    Set<String> done = new LinkedHashSet<>();
    Set<String> here = new LinkedHashSet<>();
    Set<String> flows = new LinkedHashSet<>();
    active.stream().filter(id -> id.startsWith(prefix)).map(own(prefix)).forEach(here::add);
    passed.stream()
        .filter(id -> id.startsWith(prefix))
        .map(own(prefix))
        .filter(block::has)
        .forEach(done::add);
    for (Step step : steps) {
      if (step.to().startsWith(prefix) && !step.from().startsWith(prefix)) {
        done.add(block.start());
        block.leaving(block.start()).forEach(first -> flows.add(String.valueOf(first.flow())));
      }
      if (step.flow() != null && step.flow().startsWith(prefix)) {
        String flow = own(prefix).apply(step.flow());
        flows.add(flow);
        block.byFlow(flow).map(Step::to).filter(block::ends).ifPresent(done::add);
      }
    }
    done.removeAll(here);
    return trace(done, here, flows, now, id -> id.startsWith(prefix) ? own(prefix).apply(id) : "");
  }

  private ProcessPathTrace trace(
      Set<String> done,
      Set<String> here,
      Set<String> flows,
      Instant now,
      UnaryOperator<String> naming) {
    Map<String, Duration> spent = new HashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    Set<String> known = new HashSet<>(done);
    known.addAll(here);
    for (ProcessPathVisit visit : visits) {
      String name = naming.apply(visit.elementId());
      if (!known.contains(name)) {
        continue;
      }
      Instant left = visit.leftAt() == null ? now : visit.leftAt();
      Duration duration = Duration.between(visit.enteredAt(), left);
      if (!duration.isZero() && !duration.isNegative()) {
        spent.merge(name, duration, Duration::plus);
      }
      counts.merge(name, 1, Integer::sum);
    }
    counts.values().removeIf(count -> count < 2);
    return new ProcessPathTrace(done, here, flows, spent, counts);
  }

  /** The element of the hall's diagram that stands for this compiled one. */
  private static String owner(String compiledId) {
    int dot = compiledId.indexOf('.');
    return dot < 0 ? compiledId : compiledId.substring(0, dot);
  }

  private static UnaryOperator<String> own(String prefix) {
    return id -> id.substring(prefix.length());
  }
}
