package io.certhall.backoffice.order.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.upload.Upload;
import io.certhall.backoffice.support.Screen;
import io.certhall.processes.seal.StampState;
import io.certhall.processes.seal.StampView;
import io.certhall.processes.seal.Stamps;
import io.certhall.processes.security.Actor;
import io.certhall.processes.stamp.StampedPaper;
import io.certhall.processes.support.TestOrders;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StampConfirmationTest extends Screen {

  private final TestOrders orders;
  private final Stamps stamps;

  StampConfirmationTest(TestOrders orders, Stamps stamps) {
    this.orders = orders;
    this.stamps = stamps;
  }

  @Test
  @Tag("GS-54")
  void the_stamp_found_on_the_sheet_is_shown_and_agreed_to() {
    Actor applicant = orders.applicant();
    signIn(applicant);
    String orderNo = orders.draft(applicant);
    open("orders/" + orderNo + "/edit/materials");
    assertThat(words()).contains("确认印模").contains("上传印章页（印模）后在这里确认");

    upload(sheet(), "印模.jpg", StampedPaper.blank());
    assertThat(words(seal(0))).contains("未能取出").contains("没有找到印章").contains("300 dpi");

    upload(sheet(), "印模.jpg", StampedPaper.jpeg(150, 42));
    assertThat(words(seal(0))).contains("待确认").contains("真实尺寸 4");
    assertThat(find(Image.class, seal(0)).single().getSrc()).startsWith("data:image/png");

    click("确认使用");

    assertThat(words(seal(0))).contains("已确认");
    assertThat(stamps.of(applicant, orderNo).stream().map(StampView::state))
        .containsOnlyOnce(StampState.CONFIRMED);
  }

  private Upload sheet() {
    MaterialRow row =
        findInView(MaterialRow.class).all().stream()
            .filter(one -> words(one).contains("印模"))
            .findFirst()
            .orElseThrow();
    return find(Upload.class, row).single();
  }

  private StampRow seal(int index) {
    return findInView(StampRow.class).all().get(index);
  }
}
