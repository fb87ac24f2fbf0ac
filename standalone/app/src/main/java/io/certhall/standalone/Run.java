package io.certhall.standalone;

import io.certhall.parts.DataFolderInUseException;
import io.certhall.parts.DataFolderLock;
import io.certhall.parts.FreePorts;
import io.certhall.parts.LocalPartException;
import java.net.URI;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/** {@code certhall run}: everything on this machine, until Ctrl-C. */
final class Run {

  private Run() {}

  static void main(String... args) {
    RunOptions options = RunOptions.parse(args);
    HallLog.in(options.data());
    try {
      run(options);
    } catch (DataFolderInUseException | LocalPartException e) {
      Console.error(e.getMessage());
      System.exit(1);
    } catch (CompletionException e) {
      Console.error(
          String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage()));
      System.exit(1);
    } catch (UsageException e) {
      throw e;
    } catch (RuntimeException e) {
      LoggerFactory.getLogger(Run.class).error("start failed", e);
      Console.error(
          "启动失败，详情见日志文件夹。Start failed, see the logs folder: "
              + NestedExceptionUtils.getMostSpecificCause(e).getMessage());
      System.exit(1);
    }
  }

  private static void run(RunOptions options) {
    long started = System.nanoTime();
    DataFolderLock lock = DataFolderLock.acquire(options.data());
    int port = options.port() == 0 ? FreePorts.one() : options.port();
    if (!FreePorts.isFree(port)) {
      lock.close();
      throw new UsageException(
          "端口 " + port + " 已被占用，请用 --port 换一个。Port in use; choose another with --port.");
    }
    URI address = URI.create("http://127.0.0.1:" + port);
    LocalHall hall =
        new LocalHall(options.data(), address, true, Console::progress)
            .with("certhall.test-clock", options.testClock());
    AtomicBoolean closed = new AtomicBoolean();
    CountDownLatch stopped = new CountDownLatch(1);
    Thread closing =
        new Thread(
            () -> {
              if (closed.compareAndSet(false, true)) {
                hall.close();
                lock.close();
                stopped.countDown();
              }
            },
            "close-hall");
    Runtime.getRuntime().addShutdownHook(closing);
    hall.start(options.testClock());
    DemoAccounts demo = DemoAccounts.ensure(hall.web(), options.data(), options.demo());
    lock.announce(address);
    Console.say("CertHall ready: " + address);
    demo.tell();
    Console.progress("启动用时 " + (System.nanoTime() - started) / 1_000_000_000 + " 秒，Ctrl-C 结束。");
    if (options.openBrowser()) {
      Browser.open(address);
    }
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
