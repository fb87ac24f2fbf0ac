package io.certhall.workers.lifecycle;

import io.certhall.processes.support.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/** A test with the workers running on a real engine whose clock can be moved. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = LifecycleHall.class, webEnvironment = WebEnvironment.NONE)
@ContextConfiguration(initializers = {TestDatabase.class, TestEngine.class})
@TestConstructor(autowireMode = AutowireMode.ALL)
@interface LifecycleTest {}
