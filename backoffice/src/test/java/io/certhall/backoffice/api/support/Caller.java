package io.certhall.backoffice.api.support;

import io.certhall.processes.security.Actor;
import java.util.ArrayList;
import java.util.List;

/** A person at the API: every request carries the person's token. */
public final class Caller {

  private final Api api;
  private final Actor actor;
  private final String token;

  Caller(Api api, Actor actor, String token) {
    this.api = api;
    this.actor = actor;
    this.token = token;
  }

  public Actor actor() {
    return actor;
  }

  public String bearer() {
    return "Bearer " + token;
  }

  public Answer get(String path, String... headers) {
    return api.get(path, mine(headers));
  }

  public Answer post(String path, Object body, String... headers) {
    return api.post(path, body, mine(headers));
  }

  /** Without a body. */
  public Answer step(String path, String... headers) {
    return api.post(path, "", mine(headers));
  }

  public Answer put(String path, Object body, String... headers) {
    return api.put(path, body, mine(headers));
  }

  public Answer delete(String path, String... headers) {
    return api.delete(path, mine(headers));
  }

  public Answer upload(String path, String fileName, byte[] content) {
    return api.upload(path, "file", fileName, content, mine());
  }

  private String[] mine(String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.add("Authorization");
    all.add(bearer());
    return all.toArray(String[]::new);
  }
}
