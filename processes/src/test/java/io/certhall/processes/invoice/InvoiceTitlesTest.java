package io.certhall.processes.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.order.InvoiceKind;
import io.certhall.processes.order.OrderForm.InvoiceForm;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ProcessesTest
class InvoiceTitlesTest {

  private final InvoiceTitles titles;
  private final TestAccounts accounts;
  private final Actor owner;

  InvoiceTitlesTest(InvoiceTitles titles, TestAccounts accounts) {
    this.titles = titles;
    this.accounts = accounts;
    this.owner = accounts.applicant();
  }

  @Test
  @Tag("GX-11")
  @Tag("GX-70")
  void titles_are_kept_changed_preferred_and_removed() {
    long first = titles.add(owner, form(InvoiceKind.NORMAL, "甲公司", null));
    long second = titles.add(owner, form(InvoiceKind.SPECIAL, "乙公司", "兰州银行"));
    assertThat(titles.preferred(owner).orElseThrow().id()).isEqualTo(first);

    titles.prefer(owner, second);
    assertThat(titles.list(owner)).extracting(InvoiceTitle::id).containsExactly(second, first);
    assertThat(titles.list(owner).getFirst().details().bank()).isEqualTo("兰州银行");
    int version = titles.list(owner).getLast().version();
    titles.change(owner, first, form(InvoiceKind.NORMAL, "丙公司", null), version);
    assertThat(titles.list(owner).getLast().title()).isEqualTo("丙公司");
    assertThat(
            Refused.codes(
                () -> titles.change(owner, first, form(InvoiceKind.NORMAL, "丁", null), version)))
        .containsExactly("STALE_VERSION");
    titles.remove(owner, second);

    assertThat(titles.list(owner)).hasSize(1);
    assertThat(Refused.codes(() -> titles.remove(owner, second)))
        .containsExactly("INVOICE_TITLE_UNKNOWN");
  }

  @Test
  void gaps_twins_and_other_peoples_titles_are_refused() {
    assertThat(Refused.codes(() -> titles.add(owner, form(InvoiceKind.SPECIAL, "乙公司", null))))
        .containsExactly("FIELD_REQUIRED");
    long id = titles.add(owner, form(InvoiceKind.NORMAL, "甲公司", null));
    assertThat(Refused.codes(() -> titles.add(owner, form(InvoiceKind.NORMAL, "甲公司", null))))
        .containsExactly("INVOICE_TITLE_TWICE");
    assertThat(Refused.codes(() -> titles.prefer(accounts.applicant(), id)))
        .containsExactly("INVOICE_TITLE_UNKNOWN");
    for (int i = 1; i < InvoiceTitles.MOST; i++) {
      titles.add(owner, form(InvoiceKind.NORMAL, "单位" + i, null));
    }
    assertThat(Refused.codes(() -> titles.add(owner, form(InvoiceKind.NORMAL, "多余", null))))
        .containsExactly("INVOICE_TITLES_FULL");
  }

  private static InvoiceForm form(InvoiceKind kind, String title, @Nullable String bank) {
    return new InvoiceForm(
        kind, title, "91620100M00001057R", null, "兰州市1号", "0931-1", bank, "6200");
  }
}
