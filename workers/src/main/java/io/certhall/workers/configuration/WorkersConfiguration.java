package io.certhall.workers.configuration;

import io.certhall.processes.configuration.ProcessesConfiguration;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.workers.ca.CaCeremony;
import io.certhall.workers.ca.CaSpec;
import io.certhall.workers.ca.IssuingAuthority;
import io.certhall.workers.ca.RootSpec;
import io.certhall.workers.ca.profile.ProfileFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;

/** Everything of this module. The only context in which a CA key exists. */
@Configuration(proxyBeanMethods = false)
@ComponentScan("io.certhall.workers")
@Import(ProcessesConfiguration.class)
public class WorkersConfiguration {

  /**
   * Opened when first needed, after the policies are published: each hall with a policy has a CA.
   * Keys are in files below the data folder, or on a hardware module where a file says so.
   */
  @Bean
  @Lazy
  IssuingAuthority issuingAuthority(
      PublishedPolicies policies,
      Clock clock,
      @Value("${certhall.data}") Path dataFolder,
      @Value("${certhall.public-url:http://127.0.0.1:8080}") String publicUrl,
      @Value("${certhall.profiles.folder:}") String profilesFolder) {
    ProfileFiles profiles =
        ProfileFiles.under(
            profilesFolder.isBlank() ? dataFolder.resolve("profiles") : Path.of(profilesFolder));
    List<CaSpec> specs =
        policies.active().stream()
            .map(PublishedPolicy::settings)
            .map(
                hall ->
                    new CaSpec(
                        hall.code(),
                        hall.ca().organisation(),
                        hall.ca().commonName(),
                        profiles.forHall(hall.code(), publicUrl)))
            .toList();
    return CaCeremony.open(dataFolder.resolve("ca"), RootSpec.STANDARD, specs, clock);
  }
}
