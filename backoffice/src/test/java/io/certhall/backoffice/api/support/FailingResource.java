package io.certhall.backoffice.api.support;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What nobody foresaw. */
@Hidden
@RestController
class FailingResource {

  @GetMapping("/api/v1/failure")
  String fail() {
    throw new IllegalStateException("the secret reason");
  }
}
