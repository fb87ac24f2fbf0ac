package io.certhall.backoffice.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.certhall.backoffice.account.ui.LoginView;
import io.certhall.backoffice.account.ui.RegisterView;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.security.Actor;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Right end of the top bar: hall, language, messages, account; for guests the way in. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class TopBar extends Div {

  private static final long serialVersionUID = 1L;

  private final transient CurrentActor currentActor;
  private final transient CurrentHall hall;
  private final transient AuthenticationContext authentication;
  private final transient ObjectProvider<UnreadMessages> messages;
  private final Span unread = new Span();
  private final Select<PublishedPolicy> choice = new Select<>();

  TopBar(
      CurrentActor currentActor,
      CurrentHall hall,
      AuthenticationContext authentication,
      ObjectProvider<UnreadMessages> messages) {
    this.currentActor = currentActor;
    this.hall = hall;
    this.authentication = authentication;
    this.messages = messages;
    addClassName("top-bar");
    addHallChoice();
    add(languageSwitch());
    setClassName("signed-in", currentActor.find().isPresent());
    currentActor.find().ifPresentOrElse(this::addAccount, this::addWayIn);
  }

  /** Shows how many messages are unread now. */
  public void refresh() {
    UnreadMessages inbox = messages.getIfAvailable();
    if (inbox != null) {
      int number = currentActor.find().map(inbox::of).orElse(0);
      unread.setText(number > 99 ? "99+" : Integer.toString(number));
      unread.setVisible(number > 0);
    }
  }

  private void addHallChoice() {
    List<PublishedPolicy> halls = hall.all();
    boolean chooses = currentActor.find().map(actor -> !actor.isStaff()).orElse(true);
    if (halls.size() < 2 || !chooses) {
      return;
    }
    choice.addClassName("hall-choice");
    choice.setAriaLabel(Texts.of("shell.chooseHall"));
    choice.setPlaceholder(Texts.of("shell.chooseHall"));
    choice.setItemLabelGenerator(policy -> Texts.of(policy.settings().shortName()));
    choice.setItems(halls);
    showHall();
    choice.addValueChangeListener(
        change -> {
          if (change.isFromClient() && change.getValue() != null) {
            hall.choose(change.getValue().hall());
            UI.getCurrent()
                .getPage()
                .setLocation(
                    currentActor.find().isPresent() ? "/" : "/halls/" + change.getValue().hall());
          }
        });
    add(choice);
  }

  /** The hall may have been chosen on a page meanwhile. */
  void showHall() {
    choice.setValue(hall.isChosen() ? hall.get() : null);
  }

  private static Button languageSwitch() {
    boolean english = Texts.isEnglish();
    Span full = new Span(english ? "中文" : "English");
    full.addClassName("language-full");
    Span brief = new Span(english ? "中" : "EN");
    brief.addClassName("language-brief");
    Button button = new Button(new Div(full, brief), click -> switchLanguage());
    button.setAriaLabel(english ? "中文" : "English");
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    button.addClassName("language");
    button.getElement().setAttribute("lang", english ? "zh-CN" : "en");
    return button;
  }

  private static void switchLanguage() {
    LanguageChoice.choose(Texts.isEnglish() ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
  }

  private void addAccount(Actor actor) {
    UnreadMessages inbox = messages.getIfAvailable();
    if (inbox != null) {
      Button bell =
          new Button(VaadinIcon.BELL_O.create(), click -> UI.getCurrent().navigate(inbox.view()));
      bell.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
      bell.setAriaLabel(Texts.of("shell.messages"));
      bell.setTooltipText(Texts.of("shell.messages"));
      unread.addClassName("bell-counter");
      Div holder = new Div(bell, unread);
      holder.addClassName("bell");
      add(holder);
    }
    MenuBar menu = new MenuBar();
    menu.addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE);
    menu.addClassName("account-menu");
    Avatar avatar = new Avatar(actor.name());
    avatar.setAbbreviation(actor.name().substring(0, actor.name().offsetByCodePoints(0, 1)));
    Span name = new Span(actor.name());
    name.addClassName("account-name");
    MenuItem item = menu.addItem(avatar);
    item.add(name);
    item.setAriaLabel(Texts.of("shell.account"));
    item.getSubMenu()
        .addItem(
            Texts.of("shell.myAccount"),
            click -> UI.getCurrent().navigate(io.certhall.backoffice.account.ui.AccountView.class));
    item.getSubMenu().addItem(Texts.of("shell.logout"), click -> authentication.logout());
    add(menu);
  }

  private void addWayIn() {
    Button login =
        new Button(Texts.of("login.submit"), click -> UI.getCurrent().navigate(LoginView.class));
    login.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    Button register =
        new Button(
            Texts.of("login.register"), click -> UI.getCurrent().navigate(RegisterView.class));
    register.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    add(register, login);
  }
}
