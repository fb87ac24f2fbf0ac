package io.certhall.bpmn;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code messages.yaml}: whether what the hall sends exists and may be sent. */
final class MessageChecks {

  static final String FILE = "messages.yaml";

  /** Sent by the hall itself, whatever the diagrams say. */
  private static final List<String> NEEDED = List.of("MSG-01", "MSG-03", "MSG-05", "MSG-06");

  private static final List<String> NEEDED_WITH_PIN = List.of("MSG-82", "MSG-83", "MSG-85");

  private static final List<String> NEEDED_WITH_APPROVAL = List.of("MSG-20", "MSG-21");

  private final HallPack pack;
  private final Findings findings;

  MessageChecks(HallPack pack, Findings findings) {
    this.pack = pack;
    this.findings = findings;
  }

  /** Empty when the files can't be read, which is told elsewhere. */
  static Optional<MessageCatalog> readable(HallPack pack) {
    try {
      return Optional.of(MessageCatalog.of(pack));
    } catch (PolicyError unreadable) {
      return Optional.empty();
    }
  }

  void run() {
    findings.attempt(
        FILE,
        () -> {
          MessageCatalog catalog = MessageCatalog.of(pack);
          NEEDED.forEach(id -> needed(catalog, id));
          if (pack.settings().profileApprovalRequired()) {
            NEEDED_WITH_APPROVAL.forEach(id -> needed(catalog, id));
          }
          if (pack.settings().pin().route() != HallSettings.Pin.Route.NONE) {
            NEEDED_WITH_PIN.forEach(id -> needed(catalog, id));
          }
          catalog.all().forEach(this::template);
          if (catalog.all().stream().anyMatch(MessageTemplate::isSms)) {
            SmsRules.signatureFault(pack.settings().shortName().zh())
                .ifPresent(
                    fault ->
                        findings.error(
                            SettingsChecks.FILE,
                            "shortName",
                            "SMS_SIGNATURE",
                            fault.zh(),
                            fault.en()));
          }
        });
  }

  private void needed(MessageCatalog catalog, String id) {
    if (catalog.find(id).isEmpty()) {
      findings.error(FILE, id, "MESSAGE_MISSING", "缺少此通知", "this message is missing");
    }
  }

  private void template(MessageTemplate template) {
    Set<String> zh = template.placeholders("zh");
    Set<String> en = template.placeholders("en");
    if (!zh.equals(en)) {
      findings.error(
          FILE,
          template.id(),
          "PLACEHOLDERS_DIFFER",
          "中英文的变量不一致：" + zh + "、" + en,
          "the variables differ: " + zh + " in Chinese, " + en + " in English");
    }
    if (template.isSms()) {
      SmsRules.faults(template)
          .forEach(
              fault -> findings.error(FILE, template.id(), "SMS_REFUSED", fault.zh(), fault.en()));
    }
  }
}
