package io.certhall.backoffice.support;

import com.vaadin.browserless.ViewPackages;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/**
 * A test of views without a browser, on a real database; the engine is recorded and the payment
 * provider lives in memory. All classes share one context: make your own accounts and orders.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = TestViews.class)
@ContextConfiguration(initializers = TestDatabase.class)
@ViewPackages(packages = "io.certhall.backoffice")
@TestConstructor(autowireMode = AutowireMode.ALL)
public @interface ScreenTest {}
