package io.certhall.processes.configuration;

import io.certhall.processes.privacy.PersonalData;
import io.certhall.processes.privacy.SecretFile;
import io.certhall.processes.time.HallClock;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything of this module; {@code workers} and {@code backoffice} import it. */
@Configuration(proxyBeanMethods = false)
@ComponentScan("io.certhall.processes")
@Import(DatabaseConfiguration.class)
public class ProcessesConfiguration {

  @Bean
  @ConditionalOnMissingBean
  HallClock hallClock() {
    return new HallClock();
  }

  /** The key stands beside the database, never in it. */
  @Bean
  PersonalData personalData(@Value("${certhall.data}") Path dataFolder) {
    return new PersonalData(
        SecretFile.loadOrCreate(dataFolder.resolve("secrets/personal-data.key"), 32));
  }
}
