package io.certhall.backoffice.review.ui;

import io.certhall.processes.review.ReviewDecision.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every place of a page where something can be ticked as wrong. */
final class DefectSheet {

  private final List<DefectMark> marks = new ArrayList<>();
  private final List<Runnable> followers = new ArrayList<>();

  /** A new place; its mark goes where the thing itself is shown. */
  DefectMark mark(Subject subject) {
    DefectMark mark = new DefectMark(subject, () -> followers.forEach(Runnable::run));
    marks.add(mark);
    return mark;
  }

  void follow(Runnable changed) {
    followers.add(changed);
  }

  List<DefectMark> ticked() {
    return marks.stream().filter(DefectMark::isTicked).toList();
  }

  Optional<DefectMark> firstUnexplained() {
    return marks.stream().filter(DefectMark::isUnexplained).findFirst();
  }

  /** In the order in which they stand on the page. */
  List<Reason> reasons() {
    return marks.stream().flatMap(mark -> mark.reasons().stream()).toList();
  }
}
