package io.certhall.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows of the house, decision 0001. */
class ArchitectureTest {

  private static final JavaClasses HALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.certhall");

  @Test
  void pages_and_workers_do_not_know_each_other() {
    noClasses()
        .that()
        .resideInAPackage("io.certhall.backoffice..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.certhall.workers..")
        .check(HALL);
    noClasses()
        .that()
        .resideInAPackage("io.certhall.workers..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.certhall.backoffice..")
        .check(HALL);
  }

  @Test
  void the_rules_of_an_order_know_no_application() {
    noClasses()
        .that()
        .resideInAnyPackage("io.certhall.processes..", "io.certhall.bpmn..", "io.certhall.db..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.certhall.backoffice..", "io.certhall.workers..", "io.certhall.standalone..")
        .check(HALL);
  }

  @Test
  void policies_know_neither_database_nor_engine() {
    noClasses()
        .that()
        .resideInAPackage("io.certhall.bpmn..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jooq..", "io.camunda..", "org.springframework..")
        .check(HALL);
  }

  @Test
  void only_the_port_talks_to_the_engine() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.certhall.processes.engine..", "io.certhall.standalone.bench..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.camunda..")
        .check(HALL);
  }

  @Test
  void only_workers_touch_ca_keys() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.certhall.workers..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.certhall.workers.ca..")
        .check(HALL);
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.certhall.workers..",
            "io.certhall.processes.signature..",
            "io.certhall.agent..",
            // What bench issue is measured against: a key made for the measurement.
            "io.certhall.standalone.bench..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.bouncycastle..")
        .check(HALL);
    noClasses()
        .that()
        .resideInAPackage("io.certhall.processes.signature..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.security.PrivateKey")
        .check(HALL);
  }

  @Test
  void repositories_stay_inside_their_feature() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Repository")
        .and()
        .resideInAPackage("io.certhall..")
        .should()
        .bePackagePrivate()
        .check(HALL);
  }

  @Test
  void features_have_no_cycles() {
    slices().matching("io.certhall.processes.(*)..").should().beFreeOfCycles().check(HALL);
    slices().matching("io.certhall.workers.(*)..").should().beFreeOfCycles().check(HALL);
  }
}
