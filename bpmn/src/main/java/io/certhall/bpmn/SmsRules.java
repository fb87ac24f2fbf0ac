package io.certhall.bpmn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What both providers of text messages refuse in a template, told before a template is sent in for
 * approval. The signature in front is not part of the template.
 */
final class SmsRules {

  private static final int LONGEST = 500;
  private static final List<String> REFUSED_WORDS = List.of("代开发票", "招标推广", "印章推广", "年检", "代办证件");
  private static final List<String> CODE_WORDS = List.of("验证码", "注册码", "校验码", "动态码");
  private static final Pattern REFUSED_SYMBOLS = Pattern.compile("[【】¥￥★※]");
  private static final Pattern ADJACENT = Pattern.compile("\\}\\s*\\{");
  private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)\\}");
  private static final Pattern CONTACT =
      Pattern.compile("(?<!\\d)(0\\d{2,3}-?\\d{7,8}|400-?\\d{3}-?\\d{4}|95\\d{3,6})(?!\\d)");
  private static final Pattern MOBILE = Pattern.compile("(?<!\\d)1[3-9]\\d{9}(?!\\d)");
  private static final Pattern SIGNATURE = Pattern.compile("[\\p{L}\\p{N}]{2,12}");

  private SmsRules() {}

  static Optional<LocalText> signatureFault(String signature) {
    return SIGNATURE.matcher(signature).matches() && !signature.contains("测试")
        ? Optional.empty()
        : Optional.of(
            new LocalText(
                "短信签名应为2到12个汉字、字母或数字，且不含“测试”：" + signature,
                "a text message's signature has 2 to 12 letters or digits: " + signature));
  }

  static List<LocalText> faults(MessageTemplate template) {
    String words = template.smsBody("zh");
    List<LocalText> faults = new ArrayList<>();
    if (words.isEmpty() || words.length() > LONGEST) {
      add(faults, "短信应为1到500字", "a text message has 1 to 500 characters");
    }
    if (REFUSED_SYMBOLS.matcher(words).find()) {
      add(faults, "短信中不能有【】¥★※", "【】¥★※ are refused in text messages");
    }
    for (String word : REFUSED_WORDS) {
      if (words.contains(word)) {
        add(faults, "运营商会拒绝的词：" + word, "providers refuse the word " + word);
      }
    }
    variables(words, faults);
    if (count(CONTACT, words) > 2 || MOBILE.matcher(words).find()) {
      add(faults, "最多两个联系电话，且只能是固话、400或95号码", "at most two contact numbers, and no mobile ones");
    }
    return faults;
  }

  private static void variables(String words, List<LocalText> faults) {
    Set<String> seen = new HashSet<>();
    Matcher variables = VARIABLE.matcher(words);
    while (variables.find()) {
      if (!seen.add(variables.group(1))) {
        add(
            faults,
            "变量只能出现一次：" + variables.group(1),
            "a variable may occur only once: " + variables.group(1));
      }
    }
    if (ADJACENT.matcher(words).find()) {
      add(faults, "变量不能相邻", "variables must not touch");
    }
    if (!seen.isEmpty() && VARIABLE.matcher(words).replaceAll("").isBlank()) {
      add(faults, "不能只有变量", "more than variables is needed");
    }
    if (seen.contains("code") && CODE_WORDS.stream().noneMatch(words::contains)) {
      add(faults, "验证码短信必须含有“验证码”等字样", "a message with a code must call it 验证码");
    }
  }

  private static long count(Pattern pattern, String words) {
    return pattern.matcher(words).results().count();
  }

  private static void add(List<LocalText> faults, String zh, String en) {
    faults.add(new LocalText(zh, en));
  }
}
