package io.certhall.backoffice.configuration;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import io.certhall.processes.configuration.ProcessesConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/** Everything of the back office; an application with auto-configuration imports it. */
@Configuration(proxyBeanMethods = false)
@ComponentScan("io.certhall.backoffice")
@EnableVaadin("io.certhall.backoffice")
@Import(ProcessesConfiguration.class)
@PropertySource("classpath:io/certhall/backoffice/backoffice.properties")
public class BackofficeConfiguration {}
