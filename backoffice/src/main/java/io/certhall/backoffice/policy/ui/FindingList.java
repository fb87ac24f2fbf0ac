package io.certhall.backoffice.policy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.certhall.backoffice.policy.PolicyFileNames;
import io.certhall.backoffice.shell.HallTexts;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.PolicyFinding;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What the checks say about a draft; each line leads to its place. */
final class FindingList extends Div {

  private static final long serialVersionUID = 1L;

  private final transient HallTexts texts;
  private final transient Consumer<PolicyFinding> chosen;
  private final Span summary = new Span();
  private final UnorderedList list = new UnorderedList();

  FindingList(HallTexts texts, Consumer<PolicyFinding> chosen) {
    this.texts = texts;
    this.chosen = chosen;
    addClassNames("card", "policy-findings");
    summary.addClassName("policy-findings-summary");
    summary.getElement().setAttribute("role", "status");
    add(summary, list);
  }

  static String message(PolicyFinding finding) {
    return Texts.isEnglish() ? finding.messageEn() : finding.messageZh();
  }

  void show(List<PolicyFinding> findings, Map<String, String> files) {
    long errors = findings.stream().filter(PolicyFinding::isError).count();
    long warnings = findings.size() - errors;
    summary.setText(
        findings.isEmpty()
            ? Texts.of("policy.findings.none")
            : Texts.of("policy.findings.count", errors, warnings));
    summary.setClassName("good", findings.isEmpty());
    list.removeAll();
    findings.forEach(finding -> list.add(item(finding, files)));
    list.setVisible(!findings.isEmpty());
  }

  private ListItem item(PolicyFinding finding, Map<String, String> files) {
    StatusBadge badge =
        finding.isError()
            ? new StatusBadge(Texts.of("policy.finding.error"), Tone.WRONG)
            : new StatusBadge(Texts.of("policy.finding.warning"), Tone.YOURS);
    String place =
        PolicyFileNames.label(finding.file(), files)
            + (finding.element().isEmpty() ? "" : " · " + finding.element());
    Button link = new Button(place, click -> chosen.accept(finding));
    link.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
    link.addClassName("link");
    Div words = new Div(new Span(message(finding)));
    words.addClassName("policy-finding-words");
    String advice = "finding." + finding.code();
    if (texts.knows(advice)) {
      Span help = new Span(Texts.of(advice));
      help.addClassNames("muted", "small");
      words.add(help);
    }
    return new ListItem(badge, link, words);
  }
}
