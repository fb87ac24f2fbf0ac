package io.certhall.backoffice.api.support;

import io.certhall.backoffice.support.TestBackoffice;
import io.certhall.processes.support.TestSteps;
import org.springframework.context.annotation.Import;

/** The application of {@link ApiTest}; no configuration class, so that scans don't find it. */
@Import({TestBackoffice.class, TestSteps.class, Api.class, Scenes.class})
class TestServer {}
