package io.certhall.backoffice.portal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.order.ui.ApplyView;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.Screen;
import io.certhall.bpmn.HallSettings.Vendor;
import io.certhall.processes.order.Holder;
import io.certhall.processes.policy.PublishedPolicies;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class VendorsViewTest extends Screen {

  private final Fixtures fixtures;
  private final PublishedPolicies policies;

  VendorsViewTest(Fixtures fixtures, PublishedPolicies policies) {
    this.fixtures = fixtures;
    this.policies = policies;
  }

  @Test
  @Tag("SZ-02")
  void hunan_lets_choose_the_vendor_before_applying() {
    open("halls/szca-hunan");
    assertThat(words()).contains("选择CA厂商");

    open("halls/szca-hunan/vendors");

    assertThat(vendors()).extracting(Vendor::code).contains("SZCA", "CFCA", "HNCA");
    click("立即申请");
    assertThat(words()).contains("此项必填");
  }

  @Test
  @Tag("SZ-03")
  void who_chose_vendor_kind_and_data_is_handed_over_to_the_vendors_hall() {
    signIn(fixtures.applicant());
    open("halls/szca-hunan/vendors");
    choice("选择CA厂商").setValue(vendors().getFirst());
    choice(Holder.class).setValue(Holder.PERSON);
    type("姓名", "赵六");
    type("身份证号", "11010119900307803X");

    click("立即申请");

    assertThat(getCurrentView()).isInstanceOf(ApplyView.class);
    assertThat(words()).contains("深圳CA");
    assertThat(choice(Holder.class).getValue()).isEqualTo(Holder.PERSON);
    findInView(com.vaadin.flow.component.checkbox.Checkbox.class).all();
    assertThat(findInView(TextField.class).all()).isEmpty();
  }

  private List<Vendor> vendors() {
    return policies.active("szca-hunan").settings().vendors();
  }

  @SuppressWarnings("unchecked")
  private RadioButtonGroup<Object> choice(String label) {
    return findInView(RadioButtonGroup.class).withLabel(label).single();
  }

  @SuppressWarnings("unchecked")
  private RadioButtonGroup<Object> choice(Class<?> of) {
    return findInView(RadioButtonGroup.class)
        .withCondition(group -> of.isInstance(group.getValue()))
        .single();
  }
}
