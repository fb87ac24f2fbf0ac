package io.certhall.backoffice.api;

import io.certhall.processes.refusal.Refusal;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where machines call nothing falls through to the UI's pages. */
@Hidden
@RestController
class UnknownPath {

  @RequestMapping({"/api/**", "/callbacks/**", "/ocsp/**", "/crl/**", "/ca/**"})
  void unknown(HttpServletRequest request) {
    throw Refusal.notFound("PATH_UNKNOWN", request.getMethod(), request.getRequestURI());
  }
}
