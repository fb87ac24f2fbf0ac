package io.certhall.backoffice.api;

import io.certhall.processes.refusal.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Numbers and codes are ASCII, and the database refuses to compare their columns with anything
 * else. So a path with other characters names nothing, and a filter with them is malformed.
 */
final class AsciiNames implements HandlerInterceptor {

  private static final Set<String> FREE_TEXT = Set.of("text");

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> variables
        && !variables.values().stream().allMatch(value -> isAscii(String.valueOf(value)))) {
      throw Refusal.notFound("PATH_UNKNOWN", request.getMethod(), request.getRequestURI());
    }
    if (request.getQueryString() != null) {
      request.getParameterMap().forEach(AsciiNames::checkParameter);
    }
    return true;
  }

  private static void checkParameter(String name, String[] values) {
    for (String value : values) {
      if (!FREE_TEXT.contains(name) && !isAscii(value)) {
        throw Refusal.malformed(name, "VALUE_TYPE");
      }
    }
  }

  private static boolean isAscii(String value) {
    return StandardCharsets.US_ASCII.newEncoder().canEncode(value);
  }
}
