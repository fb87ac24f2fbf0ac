package io.certhall.backoffice.support;

import io.certhall.backoffice.configuration.BackofficeConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The application of the tests; no configuration class, so that scans don't find it. */
@EnableAutoConfiguration
@Import({
  BackofficeConfiguration.class,
  RecordedEngine.class,
  RecordedCodes.class,
  RecordedNotices.class,
  Fixtures.class
})
public class TestBackoffice {}
