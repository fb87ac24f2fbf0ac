package io.certhall.bpmn;

/**
 * What a hall's registration asks besides user name, password and phone; its own fields are among
 * {@link HallSettings#fields()}.
 *
 * @param unit the unit's name and credit code
 * @param repeatedPassword the password once more
 * @param captcha a picture to be read
 */
public record RegistrationQuestions(boolean unit, boolean repeatedPassword, boolean captcha) {

  static RegistrationQuestions read(YamlNode hall) {
    return new RegistrationQuestions(
        hall.find("registersUnit").map(YamlNode::flag).orElse(false),
        flag(hall, "repeatedPassword"),
        flag(hall, "captcha"));
  }

  private static boolean flag(YamlNode hall, String key) {
    return hall.find("registration")
        .flatMap(node -> node.find(key))
        .map(YamlNode::flag)
        .orElse(false);
  }
}
