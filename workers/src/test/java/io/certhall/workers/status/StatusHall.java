package io.certhall.workers.status;

import io.certhall.processes.configuration.ProcessesConfiguration;
import io.certhall.processes.support.RecordedCodes;
import io.certhall.processes.support.RecordedEngine;
import io.certhall.processes.support.RecordedOrganisationNotices;
import io.certhall.processes.support.ScriptedIdentity;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestCertificates;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestOrganisations;
import io.certhall.processes.support.TestProvider;
import io.certhall.processes.support.TestSteps;
import io.certhall.workers.ca.CaCeremony;
import io.certhall.workers.ca.CaSamples;
import io.certhall.workers.ca.IssuingAuthority;
import io.certhall.workers.ca.RootSpec;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The rules of an order with the status part of the workers and one CA. */
@EnableAutoConfiguration
@ComponentScan("io.certhall.workers.status")
@Import({
  ProcessesConfiguration.class,
  RecordedCodes.class,
  RecordedEngine.class,
  RecordedOrganisationNotices.class,
  ScriptedIdentity.class,
  TestAccounts.class,
  TestCertificates.class,
  TestOrders.class,
  TestProvider.class,
  TestSteps.class,
  TestOrganisations.class
})
class StatusHall {

  @Bean
  IssuingAuthority issuingAuthority(@Value("${certhall.data}") Path data, Clock clock) {
    return CaCeremony.open(data.resolve("ca"), RootSpec.STANDARD, List.of(CaSamples.GANSU), clock);
  }
}
