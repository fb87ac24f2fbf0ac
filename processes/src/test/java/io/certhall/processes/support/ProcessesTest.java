package io.certhall.processes.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/**
 * A test in the module's Spring context on a database of its own. All classes share one context and
 * one database, so add nothing that changes the configuration (no mock beans, no properties, no
 * nested configuration), make your own accounts and numbers ({@link TestAccounts}, {@link
 * TestOrganisations}, {@link Fresh}) and expect other tests' rows beside yours. Beans come through
 * the constructor. The test's clock is the {@link io.certhall.processes.time.HallClock}: it runs,
 * and {@code advance} moves it for everyone. The engine is a {@link RecordedEngine}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = TestHall.class, webEnvironment = WebEnvironment.NONE)
@ContextConfiguration(initializers = TestDatabase.class)
@TestConstructor(autowireMode = AutowireMode.ALL)
public @interface ProcessesTest {}
