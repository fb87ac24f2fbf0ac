package io.certhall.processes.support;

import io.certhall.processes.configuration.ProcessesConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The context of {@link ProcessesTest}; no configuration class, so that scans don't find it. */
@EnableAutoConfiguration
@Import({
  ProcessesConfiguration.class,
  RecordedCodes.class,
  RecordedEngine.class,
  RecordedOrganisationNotices.class,
  ScriptedIdentity.class,
  ScriptedSubjects.class,
  TestAccounts.class,
  TestCertificates.class,
  TestOrders.class,
  TestProvider.class,
  TestSteps.class,
  TestOrganisations.class
})
class TestHall {}
