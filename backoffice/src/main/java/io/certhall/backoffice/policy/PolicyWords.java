package io.certhall.backoffice.policy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that a policy's diagrams use already, offered where another is set. */
public record PolicyWords(List<String> blocks, Map<String, List<String>> known) {

  private static final Pattern HEADER =
      Pattern.compile("<zeebe:header\\s+key=\"([^\"]+)\"\\s+value=\"([^\"=][^\"]*)\"");
  private static final Pattern JOB =
      Pattern.compile("<zeebe:taskDefinition\\s[^>]*type=\"([^\"]+)\"");
  private static final Pattern MESSAGE = Pattern.compile("\\bid: (MSG-\\d+)");
  private static final Pattern BLOCK = Pattern.compile("shared/([a-z0-9-]+)\\.bpmn");

  /** Under the name of a header; jobs under {@code #job}. */
  public static PolicyWords of(Map<String, String> files) {
    Map<String, Collection<String>> known = new TreeMap<>();
    TreeSet<String> blocks = new TreeSet<>();
    files.forEach(
        (file, text) -> {
          Matcher block = BLOCK.matcher(file);
          if (block.matches()) {
            blocks.add(block.group(1));
          }
          if (file.endsWith(".bpmn")) {
            HEADER.matcher(text).results().forEach(h -> add(known, h.group(1), h.group(2)));
            JOB.matcher(text).results().forEach(job -> add(known, "#job", job.group(1)));
          } else if (file.endsWith("messages.yaml")) {
            MESSAGE.matcher(text).results().forEach(id -> add(known, "message", id.group(1)));
          }
        });
    Map<String, List<String>> lists = new LinkedHashMap<>();
    known.forEach((key, words) -> lists.put(key, List.copyOf(words)));
    return new PolicyWords(List.copyOf(blocks), lists);
  }

  private static void add(Map<String, Collection<String>> known, String key, String word) {
    known.computeIfAbsent(key, name -> new TreeSet<>()).add(word);
  }
}
