package io.certhall.backoffice.api.support;

import io.certhall.backoffice.support.TestDatabase;
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
 * A test over HTTP against the running back office on a database of its own. The engine is recorded
 * and brought on by {@code TestSteps}; the payment provider is a server that signs like the real
 * one. All classes share one context: make your own accounts and orders through {@link Scenes}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = TestServer.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(
    initializers = {TestDatabase.class, WeChatMerchant.class, AlipayMerchant.class})
@TestConstructor(autowireMode = AutowireMode.ALL)
public @interface ApiTest {}
