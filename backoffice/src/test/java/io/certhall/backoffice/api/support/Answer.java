package io.certhall.backoffice.api.support;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server said. */
public record Answer(int status, HttpHeaders headers, byte[] bytes) {

  private static final JsonMapper JSON = JsonMapper.shared();

  public JsonNode json() {
    return JSON.readTree(bytes);
  }

  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The answer itself, after its status was checked; a wrong one shows the body. */
  public Answer is(int expected) {
    Assertions.assertThat(status).as(text()).isEqualTo(expected);
    return this;
  }

  /** A problem document with this status and code. */
  public Answer isProblem(int expected, String code) {
    is(expected);
    Assertions.assertThat(header("Content-Type")).startsWith("application/problem+json");
    Assertions.assertThat(json().path("code").asString()).as(text()).isEqualTo(code);
    Assertions.assertThat(json().path("status").asInt()).isEqualTo(expected);
    Assertions.assertThat(json().path("title").asString()).isNotBlank();
    Assertions.assertThat(json().path("detail").asString()).isNotBlank().isNotEqualTo(code);
    return this;
  }

  public String string(String field) {
    return json().path(field).asString();
  }

  /** {@code path:code} of each field of a problem document. */
  public List<String> fields() {
    List<String> fields = new ArrayList<>();
    json()
        .path("fields")
        .forEach(f -> fields.add(f.path("path").asString() + ":" + f.path("code").asString()));
    return fields;
  }

  /** One field of each item of a list. */
  public List<String> each(String field) {
    List<String> values = new ArrayList<>();
    json().path("items").forEach(item -> values.add(item.path(field).asString()));
    return values;
  }
}
