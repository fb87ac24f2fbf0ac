package io.certhall.processes.policy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How policies are published (decision 0010).
 *
 * @param fourEyes a draft is submitted by one manager and published by another who changed nothing
 *     in it
 */
@ConfigurationProperties("certhall.policy")
public record PolicySettings(@DefaultValue("false") boolean fourEyes) {}
