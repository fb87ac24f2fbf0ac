package io.certhall.workers.issuance;

import static io.certhall.db.generated.Tables.ISSUANCE;

import io.certhall.processes.issuance.IssuanceLedger;
import io.certhall.processes.issuance.IssuedListener;
import io.certhall.processes.order.Order;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.Advised;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Makes the fault planned for this thread happen, once, at its step: around the ledger's
 * transactions, inside that of step 4, and between the pool and the database.
 */
class FaultInjection implements BeanPostProcessor, IssuedListener, MethodInterceptor {

  /** Not a fault of the database: nothing tells how far the step came. */
  static final class Injected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    Injected(Fault fault) {
      super("injected: " + fault, null, false, false);
      this.fault = fault;
    }

    Fault of() {
      return fault;
    }
  }

  private final ObjectProvider<DSLContext> dsl;
  private final ObjectProvider<DataSource> dataSource;
  private final ThreadLocal<Fault> planned = ThreadLocal.withInitial(() -> Fault.NONE);
  private final ThreadLocal<Boolean> away = ThreadLocal.withInitial(() -> false);
  private final Map<Fault, AtomicInteger> happened = new EnumMap<>(Fault.class);

  FaultInjection(ObjectProvider<DSLContext> dsl, ObjectProvider<DataSource> dataSource) {
    this.dsl = dsl;
    this.dataSource = dataSource;
    for (Fault fault : Fault.values()) {
      happened.put(fault, new AtomicInteger());
    }
  }

  void during(Fault fault, Runnable delivery) {
    planned.set(fault);
    away.set(happens(Fault.DATABASE_AWAY_AT_START));
    try {
      delivery.run();
    } finally {
      planned.remove();
      away.remove();
    }
  }

  void count(Fault fault) {
    happened.get(fault).incrementAndGet();
  }

  Map<Fault, Integer> happened() {
    Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
    happened.forEach((fault, count) -> counts.put(fault, count.get()));
    return counts;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof IssuanceLedger && bean instanceof Advised proxy) {
      proxy.addAdvice(0, this);
    }
    return bean instanceof DataSource real ? new Breakable(real) : bean;
  }

  @Override
  public @Nullable Object invoke(MethodInvocation call) throws Throwable {
    switch (call.getMethod().getName()) {
      case "reserve" -> {
        failAt(Fault.AFTER_LINT);
        Object result = call.proceed();
        if (happens(Fault.RESERVED_BYTES_SPOILT)) {
          spoil((String) call.getArguments()[0]);
          throw new Injected(Fault.RESERVED_BYTES_SPOILT);
        }
        failAt(Fault.AFTER_RESERVE);
        failAt(Fault.FORGOTTEN);
        breakAt(Fault.DATABASE_AWAY_AFTER_RESERVE);
        return result;
      }
      case "store" -> {
        failAt(Fault.AFTER_SIGN);
        breakAt(Fault.DATABASE_AWAY_AFTER_SIGN);
        Object result = call.proceed();
        failAt(Fault.AFTER_STORE);
        return result;
      }
      default -> {
        return call.proceed();
      }
    }
  }

  /** The last thing the transaction of step 4 does. */
  @Override
  public void issued(Order order, List<Integer> itemSeqs) {
    failAt(Fault.INSIDE_STORE);
    if (happens(Fault.CONNECTION_LOST_INSIDE_STORE)) {
      try {
        DataSourceUtils.getConnection(dataSource.getObject()).abort(Runnable::run);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void failAt(Fault fault) {
    if (happens(fault)) {
      throw new Injected(fault);
    }
  }

  private void breakAt(Fault fault) {
    if (happens(fault)) {
      away.set(true);
    }
  }

  private boolean happens(Fault fault) {
    if (planned.get() != fault) {
      return false;
    }
    planned.set(Fault.NONE);
    count(fault);
    return true;
  }

  private void spoil(String orderNo) {
    dsl.getObject()
        .update(ISSUANCE)
        .set(ISSUANCE.PREPARED, new byte[] {0x30, 0})
        .where(ISSUANCE.ORDER_NO.eq(orderNo), ISSUANCE.VOID_NO.eq(0))
        .execute();
  }

  private final class Breakable extends DelegatingDataSource {

    Breakable(DataSource real) {
      super(real);
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (away.get()) {
        throw new SQLTransientConnectionException("injected: database away");
      }
      return super.getConnection();
    }
  }
}
