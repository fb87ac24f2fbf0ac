package io.certhall.backoffice.support;

import io.certhall.backoffice.configuration.BackofficeConfiguration;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestOrganisations;
import io.certhall.processes.support.TestSteps;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The application of the tests; no configuration class, so that scans don't find it. */
@EnableAutoConfiguration
@Import({
  BackofficeConfiguration.class,
  RecordedEngine.class,
  RecordedCodes.class,
  RecordedNotices.class,
  Fixtures.class,
  TestAccounts.class,
  io.certhall.processes.support.TestCertificates.class,
  TestOrganisations.class,
  TestOrders.class,
  TestCertificates.class,
  TestSteps.class,
  io.certhall.processes.support.ScriptedIdentity.class,
  io.certhall.processes.support.ScriptedSubjects.class
})
public class TestBackoffice {}
