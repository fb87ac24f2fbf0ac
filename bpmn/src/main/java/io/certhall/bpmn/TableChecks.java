package io.certhall.bpmn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The decision tables as they are written, and materials and limits asked for every offer. */
final class TableChecks {

  private static final Set<String> ITEM_FACTS =
      Set.of("service", "holder", "type", "years", "seals", "secondary", "changes");
  private static final Set<String> FORMATS =
      Set.of("pdf", "jpg", "jpeg", "png", "bmp", "gif", "ofd");
  private static final int LARGEST_MEGABYTES = 50;

  private final HallPack pack;
  private final Findings findings;

  TableChecks(HallPack pack, Findings findings) {
    this.pack = pack;
    this.findings = findings;
  }

  void run() {
    written(FeeChecks.FILE, Set.of("code", "label", "unitFen", "quantity"), Set.of());
    written(
        "materials.dmn",
        Set.of(
            "code",
            "label",
            "labelEn",
            "required",
            "formats",
            "maxMegabytes",
            "template",
            "sample"),
        Set.of("scope", "delivery", "represented"));
    written(
        "limits.dmn",
        Set.of("code", "path", "limit"),
        Set.of(
            "scope",
            "items",
            "taken",
            "personGiven",
            "sealsAllowed",
            "profileApproved",
            "maxItems",
            "maxSeals",
            "minYears",
            "maxYears"));
    findings.attempt("materials.dmn", this::materials);
    findings.attempt("limits.dmn", this::limits);
  }

  private void written(String file, Set<String> outputs, Set<String> facts) {
    findings.attempt(
        file,
        () -> {
          DecisionCells cells = DecisionCells.of(file, pack.file(file));
          if (!cells.hitPolicy().equals("COLLECT")) {
            findings.error(
                file, "", "HIT_POLICY", "命中策略必须是 COLLECT", "the hit policy must be COLLECT");
          }
          for (String output : outputs) {
            if (!cells.outputs().contains(output)) {
              findings.error(
                  file, "", "OUTPUT_MISSING", "缺少输出列：" + output, "there is no output " + output);
            }
          }
          Set<String> known = new HashSet<>(facts);
          known.addAll(ITEM_FACTS);
          cells.inputs().forEach(input -> names(file, "", Feel.names(input), known));
          for (DecisionCells.Row row : cells.rows()) {
            row.tests().stream()
                .filter(test -> !test.isEmpty())
                .forEach(
                    test ->
                        cell(
                            file,
                            row,
                            test,
                            Feel.parsesAsTest(test),
                            Feel.namesInTest(test),
                            known));
            row.outputs().values().stream()
                .filter(value -> !value.isEmpty())
                .forEach(
                    value -> cell(file, row, value, Feel.parses(value), Feel.names(value), known));
          }
        });
  }

  private void cell(
      String file,
      DecisionCells.Row row,
      String text,
      boolean parses,
      Set<String> names,
      Set<String> known) {
    if (!parses) {
      findings.error(file, row.id(), "CELL_INVALID", "写法不对：" + text, "can't be read: " + text);
    }
    names(file, row.id(), names, known);
  }

  private void names(String file, String row, Set<String> names, Set<String> known) {
    for (String name : names) {
      if (!known.contains(name)) {
        findings.error(
            file,
            row,
            "FACT_UNKNOWN",
            "不认识：" + name + "（文字要加引号）",
            "unknown: " + name + " (words need quotes)");
      }
    }
  }

  private void materials() {
    MaterialTable table = MaterialTable.of(pack);
    for (Offer offer : offers()) {
      List<String> seals = offer.type().seals().stream().limit(1).toList();
      MaterialTable.Item item = new MaterialTable.Item(1, facts(offer, seals.size()), seals);
      List<String> methods = pack.settings().delivery(offer.service().code());
      for (String delivery : methods.isEmpty() ? List.of("") : methods) {
        MaterialTable.Question question =
            new MaterialTable.Question(
                offer.service().code(), offer.holder(), delivery, true, List.of(item));
        table.codes(question).forEach(this::twice);
        table.items(question).forEach(this::material);
      }
    }
  }

  private void twice(String code, int times) {
    if (times > 1) {
      findings.error(
          "materials.dmn",
          code,
          "MATERIAL_TWICE",
          "同一份申请中出现两次：" + code,
          "asked for twice in one order: " + code);
    }
  }

  private void material(MaterialItem item) {
    if (!FORMATS.containsAll(item.formats())) {
      findings.error(
          "materials.dmn",
          item.code(),
          "FORMAT_UNKNOWN",
          "文件格式未知：" + item.formats(),
          "unknown file format in " + item.formats());
    }
    if (item.maxBytes() <= 0 || item.maxBytes() > LARGEST_MEGABYTES * 1024L * 1024L) {
      findings.error(
          "materials.dmn",
          item.code(),
          "SIZE_RANGE",
          "文件大小应为1到" + LARGEST_MEGABYTES + "MB",
          "the size must be from 1 to " + LARGEST_MEGABYTES + " MB");
    }
    if (item.code().isBlank() || item.labelZh().isBlank() || item.labelEn().isBlank()) {
      findings.error(
          "materials.dmn",
          item.code(),
          "LABEL_MISSING",
          "材料需要代码和中英文名称",
          "a document needs a code and a name in both languages");
    }
  }

  private void limits() {
    LimitTable table = LimitTable.of(pack);
    for (Offer offer : offers()) {
      LimitTable.Item item = new LimitTable.Item(facts(offer, 0), List.of(), true, 0);
      List<LimitViolation> broken =
          table.violations(offer.service().code(), offer.holder(), true, List.of(item));
      if (!broken.isEmpty()) {
        findings.error(
            "limits.dmn",
            Arrays.toString(broken.stream().map(LimitViolation::code).toArray()),
            "NOTHING_ALLOWED",
            "最简单的申请也被拒绝：" + offer.service().title().zh() + "、" + offer.type().label().zh(),
            "even the plainest order is refused: "
                + offer.service().code()
                + " "
                + offer.type().code());
      }
    }
  }

  /** One thing that can be applied for. */
  private record Offer(
      HallSettings.ServiceOffer service, HallSettings.CertificateType type, String holder) {}

  private List<Offer> offers() {
    List<Offer> offers = new ArrayList<>();
    for (HallSettings.ServiceOffer service : pack.settings().services()) {
      for (HallSettings.CertificateType type : pack.settings().certificateTypes()) {
        service.holders().stream()
            .filter(holder -> service.enabled() && type.holders().contains(holder))
            .forEach(holder -> offers.add(new Offer(service, type, holder)));
      }
    }
    return offers;
  }

  private ItemFacts facts(Offer offer, int seals) {
    String service = offer.service().code();
    return new ItemFacts(
        service,
        offer.holder(),
        offer.type().code(),
        pack.settings().years(service).min(),
        seals,
        false,
        offer.service().changes());
  }
}
