package io.certhall.workers.issuance;

import io.certhall.processes.configuration.ProcessesConfiguration;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.support.RecordedCodes;
import io.certhall.processes.support.RecordedEngine;
import io.certhall.processes.support.RecordedOrganisationNotices;
import io.certhall.processes.support.ScriptedIdentity;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestOrganisations;
import io.certhall.workers.ca.CaCeremony;
import io.certhall.workers.ca.CaSpec;
import io.certhall.workers.ca.IssuingAuthority;
import io.certhall.workers.ca.RootSpec;
import io.certhall.workers.seal.SealMaker;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;

/** The issuing cycle with a real CA and a real database that fail when asked to. */
@EnableAutoConfiguration
@Import({
  ProcessesConfiguration.class,
  IssueCertificatesHandler.class,
  PairRequests.class,
  OrderedSeals.class,
  SealMaker.class,
  SimulatedMedia.class,
  RecordedEngine.class,
  RecordedCodes.class,
  RecordedOrganisationNotices.class,
  ScriptedIdentity.class,
  TestAccounts.class,
  TestOrganisations.class,
  TestOrders.class,
  PaidOrders.class,
  IssuedOnce.class,
  FaultRun.class
})
class FaultHall {

  @Bean
  static FaultInjection faultInjection(
      ObjectProvider<DSLContext> dsl, ObjectProvider<DataSource> dataSource) {
    return new FaultInjection(dsl, dataSource);
  }

  @Bean
  @Lazy
  IssuingAuthority issuingAuthority(
      PublishedPolicies policies, Clock clock, @Value("${certhall.data}") Path data) {
    PublishedPolicy policy = policies.active(TestOrders.HALL);
    CaSpec spec =
        CaSpec.standard(
            policy.hall(),
            policy.settings().ca().organisation(),
            policy.settings().ca().commonName(),
            "http://pki.example.cn");
    return CaCeremony.open(data.resolve("ca"), RootSpec.STANDARD, List.of(spec), clock);
  }
}
