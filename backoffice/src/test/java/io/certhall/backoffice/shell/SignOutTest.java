package io.certhall.backoffice.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import io.certhall.backoffice.home.ui.HomeView;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.Screen;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SignOutTest extends Screen {

  private final Fixtures fixtures;
  private final CurrentActor currentActor;

  SignOutTest(Fixtures fixtures, CurrentActor currentActor) {
    this.fixtures = fixtures;
    this.currentActor = currentActor;
  }

  @Test
  @Tag("GS-12")
  @Tag("SD-10")
  void who_signs_out_ends_his_session() {
    signIn(fixtures.applicant());
    navigate(HomeView.class);
    assertThat(currentActor.find()).isPresent();
    MenuBarTester<MenuBar> menu = new MenuBarTester<>(find(MenuBar.class).single());

    assertThatThrownBy(() -> menu.clickItem(0, 1)).hasMessageStartingWith("invalidated");
  }
}
