package io.certhall.backoffice.api.status;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/**
 * OCSP over HTTP (RFC 6960, appendix A): POST of a request, or GET with the request in base64 as
 * path. It stands before the chains of security, since slashes of base64 are part of a path they
 * rightly refuse elsewhere; nothing here asks who is calling.
 */
final class OcspFilter extends HttpFilter {

  static final String PATH = "/ocsp";

  /** Requests about one certificate have some hundred bytes, signed ones some thousand. */
  static final int MOST_BYTES = 4096;

  private static final long serialVersionUID = 1L;
  private static final String REQUEST = "application/ocsp-request";
  private static final String RESPONSE = "application/ocsp-response";

  private final transient OcspResponder responder;
  private final transient StatusCaching caching;

  OcspFilter(OcspResponder responder, StatusCaching caching) {
    this.responder = responder;
    this.caching = caching;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    switch (request.getMethod()) {
      case "POST" -> post(request, response);
      case "GET", "HEAD" -> get(request, response);
      default -> {
        response.setHeader(HttpHeaders.ALLOW, "GET, HEAD, POST");
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      }
    }
  }

  private void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
    if (!type.split(";", 2)[0].strip().equals(REQUEST)) {
      response.setHeader("Accept-Post", REQUEST);
      response.setStatus(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
      return;
    }
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    write(request, response, responder.answer(body));
  }

  private void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    String text = path.length() > PATH.length() ? path.substring(PATH.length() + 1) : "";
    if (text.length() > 2 * MOST_BYTES) {
      response.setStatus(HttpServletResponse.SC_REQUEST_URI_TOO_LONG);
      return;
    }
    write(request, response, responder.answer(decoded(text)));
  }

  /** Bytes that are no request where the text is no base64. */
  private static byte[] decoded(String text) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream(text.length());
    try {
      for (int i = 0; i < text.length(); i++) {
        char next = text.charAt(i);
        if (next == '%') {
          next = (char) Integer.parseInt(text, i + 1, i + 3, 16);
          i += 2;
        }
        // Some clients write the variant that needs no escapes.
        plain.write(next == '-' ? '+' : next == '_' ? '/' : next);
      }
      return Base64.getDecoder().decode(plain.toByteArray());
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return new byte[0];
    }
  }

  private void write(
      HttpServletRequest request, HttpServletResponse response, OcspResponder.Answer answer)
      throws IOException {
    response.setContentType(RESPONSE);
    var signed = answer.signed();
    var fault = answer.fault();
    if (signed == null || fault != null) {
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
      send(request, response, (fault == null ? OcspResponder.Fault.TRY_LATER : fault).der());
      return;
    }
    HttpHeaders headers = caching.headers(signed);
    for (Map.Entry<String, List<String>> header : headers.headerSet()) {
      header.getValue().forEach(value -> response.setHeader(header.getKey(), value));
    }
    String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    if (known != null && known.contains(String.valueOf(headers.getETag()))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    send(request, response, signed.der());
  }

  private static void send(HttpServletRequest request, HttpServletResponse response, byte[] der)
      throws IOException {
    response.setContentLength(der.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(der);
    }
  }
}
