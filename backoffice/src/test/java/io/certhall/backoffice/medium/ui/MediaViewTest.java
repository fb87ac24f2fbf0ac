package io.certhall.backoffice.medium.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.FreshNumbers;
import io.certhall.backoffice.support.ViewTest;
import io.certhall.processes.medium.KeyMedium;
import io.certhall.processes.medium.MediumImport;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.TestOrders;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MediaViewTest extends ViewTest {

  private final Fixtures fixtures;
  private final MediumImport imports;
  private final String model = "M-" + FreshNumbers.username();

  MediaViewTest(Fixtures fixtures, MediumImport imports) {
    this.fixtures = fixtures;
    this.imports = imports;
  }

  private MediumImport.Row row(int line, String serial) {
    return new MediumImport.Row(line, serial, model, TestOrders.HALL, "龙脉");
  }

  private Actor producer() {
    Actor producer = fixtures.staff(Role.PRODUCER);
    signIn(producer);
    return producer;
  }

  private void search(String text) {
    test(find(TextField.class)
            .withPropertyValue(TextField::getPlaceholder, "介质编号、订单号或持有人")
            .single())
        .setValue(text);
  }

  @SuppressWarnings("unchecked")
  private Grid<KeyMedium> grid() {
    return find(Grid.class).single();
  }

  @Test
  void a_key_is_found_its_history_opened_and_it_is_marked_faulty() {
    Actor producer = producer();
    imports.take(producer, "a.xlsx", List.of(row(2, model + "-1"), row(3, model + "-2")));
    MediaView view = navigate(MediaView.class);
    assertThat(words(view)).contains(model + "：在库 2 把");

    search(model + "-1");
    assertThat(test(grid()).size()).isEqualTo(1);
    test((Button) test(grid()).getCellComponent(0, 0)).click();
    MediumDialog dialog = find(MediumDialog.class).single();
    assertThat(words(dialog)).contains("龙脉", "在库");

    test(find(Button.class, dialog).withText("登记故障").single()).click();
    TextField note = find(TextField.class, dialog).single();
    assertThat(note.isInvalid()).isTrue();
    note.setValue("读不出");
    test(find(Button.class, dialog).withText("登记故障").single()).click();

    assertThat(words(view)).contains(model + "：在库 1 把", "故障 1");
    assertThat(notices()).anyMatch(words -> words.contains(model + "-1"));
  }

  @Test
  void a_lot_with_errors_is_told_by_row_and_column_and_not_taken() {
    Actor producer = producer();
    MediaView view = navigate(MediaView.class);
    press("导入入库清单");
    LotDialog dialog = find(LotDialog.class).single();
    Button take = find(Button.class, dialog).withText("确认入库").single();

    dialog.look("b.xlsx", List.of(row(2, model + "-1"), row(3, "键")));
    assertThat(words(dialog)).contains("第3行“介质编号”：", "有 1 处需要改正");
    assertThat(take.isEnabled()).isFalse();

    dialog.look("b.xlsx", List.of(row(2, model + "-1")));
    assertThat(words(dialog)).contains("共 1 把介质，可以入库");
    test(take).click();
    assertThat(words(view)).contains(model + "：在库 1 把");
    assertThat(imports.preview(producer, List.of(row(2, model + "-1"))).problems()).hasSize(1);
  }

  @Test
  void a_manager_sets_the_minimum_and_sees_what_is_low() {
    imports.take(producer(), "a.xlsx", List.of(row(2, model + "-1")));
    signIn(fixtures.staff(Role.MANAGER));
    UI.getCurrent().setLocale(Locale.ENGLISH);
    MediaView view = navigate(MediaView.class);

    find(TextField.class)
        .withCondition(field -> "Model".equals(field.getLabel()))
        .single()
        .setValue(model);
    IntegerField minimum = find(IntegerField.class).single();
    minimum.setValue(-1);
    press("Set");
    assertThat(minimum.isInvalid()).isTrue();
    minimum.setValue(5);
    press("Set");

    assertThat(words(view)).contains("below the minimum of 5");
  }

  @Test
  void an_auditor_only_looks() {
    imports.take(producer(), "a.xlsx", List.of(row(2, model + "-1")));
    signIn(fixtures.staff(Role.AUDITOR));
    navigate(MediaView.class);
    assertThat(find(Button.class).withText("导入入库清单").all()).isEmpty();

    search(model + "-1");
    test((Button) test(grid()).getCellComponent(0, 0)).click();
    assertThat(find(Button.class, find(MediumDialog.class).single()).all())
        .extracting(Button::getText)
        .containsExactly("关闭");
  }
}
