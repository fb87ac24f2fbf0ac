package io.certhall.workers.lifecycle;

import io.certhall.processes.support.RecordedCodes;
import io.certhall.processes.support.RecordedOrganisationNotices;
import io.certhall.processes.support.ScriptedIdentity;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrganisations;
import io.certhall.workers.configuration.WorkersConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The workers and what tests need to play the other parts. */
@EnableAutoConfiguration
@Import({
  WorkersConfiguration.class,
  RecordedCodes.class,
  RecordedOrganisationNotices.class,
  TestAccounts.class,
  TestOrganisations.class,
  InstantPayments.class,
  OrderPlayers.class,
  ServicePlayers.class,
  ScriptedIdentity.class,
  HallStaff.class,
  Fulfilment.class,
  SentMessages.class,
  Visits.class
})
class LifecycleHall {}
