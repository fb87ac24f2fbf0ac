package io.certhall.standalone.simulator.alipay;

import io.certhall.standalone.simulator.ReportDelivery;
import io.certhall.standalone.simulator.alipay.TradeBook.Change;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** Reports trades until the merchant answers the word the provider waits for. */
final class AlipayNotifier implements AutoCloseable {

  private static final String ACCEPTED = "success";

  private final TradeBook book;
  private final ReportDelivery delivery;

  AlipayNotifier(TradeBook book, List<Duration> waits) {
    this.book = book;
    this.delivery = new ReportDelivery("alipay-simulator", waits);
  }

  void send(AlipayReport report, int times, Duration delay) {
    delivery.send(delivered(report), times, delay);
  }

  void resume() {
    book.undelivered().forEach(report -> delivery.resume(delivered(report)));
  }

  private ReportDelivery.Report delivered(AlipayReport report) {
    URI address = book.trade(report.outTradeNo()).orElseThrow().notifyUrl();
    return new ReportDelivery.Report() {
      @Override
      public String name() {
        return report.notifyId() + " of Alipay trade " + report.outTradeNo();
      }

      @Override
      public HttpRequest.Builder request() {
        return HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
            .POST(HttpRequest.BodyPublishers.ofString(report.body(), StandardCharsets.UTF_8));
      }

      @Override
      public Predicate<HttpResponse<String>> accepted() {
        return answer -> answer.statusCode() == 200 && answer.body().strip().equals(ACCEPTED);
      }

      @Override
      public void ended() {
        book.write(new Change(null, null, report.end()));
      }
    };
  }

  @Override
  public void close() {
    delivery.close();
  }
}
