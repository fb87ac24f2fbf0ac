package io.certhall.standalone.simulator.wechat;

import io.certhall.standalone.simulator.ReportDelivery;
import io.certhall.standalone.simulator.wechat.PaymentBook.Change;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * Brings reports to the merchant until it answers 2xx. What was not accepted when the simulator was
 * killed goes on after the next start.
 */
final class WeChatNotifier implements AutoCloseable {

  private final PaymentBook book;
  private final PlatformSignature signature;
  private final ReportDelivery delivery;

  WeChatNotifier(PaymentBook book, PlatformSignature signature, List<Duration> waits) {
    this.book = book;
    this.signature = signature;
    this.delivery = new ReportDelivery("wechatpay-simulator", waits);
  }

  /**
   * @param times all at once; only the first is repeated until it is accepted
   */
  void send(SimulatedNotification notification, int times, Duration delay) {
    delivery.send(report(notification), times, delay);
  }

  /** What the last run did not bring home. */
  void resume() {
    book.undelivered().forEach(notification -> delivery.resume(report(notification)));
  }

  private ReportDelivery.Report report(SimulatedNotification notification) {
    SimulatedPayment payment = book.payment(notification.outTradeNo()).orElseThrow();
    return new ReportDelivery.Report() {
      @Override
      public String name() {
        return notification.id() + " of payment " + payment.outTradeNo();
      }

      @Override
      public HttpRequest.Builder request() {
        HttpRequest.Builder request =
            HttpRequest.newBuilder(payment.notifyUrl())
                .header("Content-Type", "application/json")
                .header("Accept", "*/*")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        notification.body(), StandardCharsets.UTF_8));
        signature.headers(notification.body()).forEach(request::header);
        return request;
      }

      @Override
      public Predicate<HttpResponse<String>> accepted() {
        return answer -> answer.statusCode() / 100 == 2;
      }

      @Override
      public void ended() {
        book.write(new Change(null, null, notification.end()));
      }
    };
  }

  @Override
  public void close() {
    delivery.close();
  }
}
