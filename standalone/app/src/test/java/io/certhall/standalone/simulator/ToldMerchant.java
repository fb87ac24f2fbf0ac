package io.certhall.standalone.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Stands for the hall's callback address. */
public final class ToldMerchant {

  private final List<Told> told = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();

  public record Told(Map<String, String> headers, String body) {}

  public List<Told> told() {
    return told;
  }

  public void refuseNext(int times) {
    refusals.set(times);
  }

  ServerResponse take(ServerRequest request) throws IOException {
    keep(request);
    return isRefused() ? ServerResponse.status(500).build() : ServerResponse.noContent().build();
  }

  /** Alipay waits for a word. */
  ServerResponse takeForm(ServerRequest request) throws IOException {
    keep(request);
    return ServerResponse.ok().body(isRefused() ? "failure" : "success");
  }

  private boolean isRefused() {
    return refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
  }

  private void keep(ServerRequest request) throws IOException {
    Map<String, String> headers = new HashMap<>();
    request.headers().asHttpHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    byte[] body = request.servletRequest().getInputStream().readAllBytes();
    told.add(new Told(headers, new String(body, StandardCharsets.UTF_8)));
  }
}
