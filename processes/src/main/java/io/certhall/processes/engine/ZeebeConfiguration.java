package io.certhall.processes.engine;

import io.camunda.client.CamundaClient;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineSettings.class)
class ZeebeConfiguration {

  @Bean(destroyMethod = "close")
  CamundaClient camundaClient(EngineSettings settings) {
    return CamundaClient.newClientBuilder()
        .grpcAddress(settings.grpcAddress())
        // The client asks for a REST address; with gRPC preferred it is never called.
        .restAddress(URI.create("http://127.0.0.1:9"))
        .preferRestOverGrpc(false)
        .defaultRequestTimeout(Duration.ofSeconds(10))
        .numJobWorkerExecutionThreads(2)
        .build();
  }
}
