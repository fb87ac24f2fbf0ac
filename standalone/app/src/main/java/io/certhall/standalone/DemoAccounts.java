package io.certhall.standalone;

import io.certhall.processes.account.Accounts;
import io.certhall.processes.account.StaffAccountForm;
import io.certhall.processes.account.StaffAccounts;
import io.certhall.processes.organisation.ApprovalState;
import io.certhall.processes.organisation.ApprovalStates;
import io.certhall.processes.organisation.OrganisationForm;
import io.certhall.processes.organisation.OrganisationProfiles;
import io.certhall.processes.organisation.ProfileReview;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** People to try the hall with, made on the first start of an empty data folder. */
final class DemoAccounts {

  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

  private static final Map<String, Role> PEOPLE = new LinkedHashMap<>();

  static {
    PEOPLE.put("demo-applicant", Role.APPLICANT);
    PEOPLE.put("demo-applicant2", Role.APPLICANT);
    PEOPLE.put("demo-reviewer", Role.REVIEWER);
    PEOPLE.put("demo-reviewer2", Role.REVIEWER);
    PEOPLE.put("demo-producer", Role.PRODUCER);
    PEOPLE.put("demo-dispatcher", Role.DISPATCHER);
    PEOPLE.put("demo-finance", Role.FINANCE);
    PEOPLE.put("demo-manager", Role.MANAGER);
    PEOPLE.put("demo-manager2", Role.MANAGER);
    PEOPLE.put("demo-auditor", Role.AUDITOR);
    PEOPLE.put("demo-admin", Role.ADMIN);
    PEOPLE.put("demo-officer", Role.KEY_OFFICER);
    PEOPLE.put("demo-officer2", Role.KEY_OFFICER);
    PEOPLE.put("demo-officer3", Role.KEY_OFFICER);
    PEOPLE.put("demo-officer4", Role.KEY_OFFICER);
  }

  private final Map<String, Role> people;
  private final String password;

  private DemoAccounts(Map<String, Role> people, String password) {
    this.people = people;
    this.password = password;
  }

  static DemoAccounts ensure(ApplicationContext hall, Path data, boolean demo) {
    Map<String, Role> people = demo ? PEOPLE : Map.of("admin", Role.ADMIN);
    String password = password(data.resolve("secrets/demo.password"));
    StaffAccounts accounts = hall.getBean(StaffAccounts.class);
    Map<String, Long> ids = new LinkedHashMap<>();
    people.forEach(
        (name, role) ->
            ids.put(
                name,
                accounts.ensure(
                    new StaffAccountForm(name, name, password, phone(ids.size()), Set.of(role)))));
    if (demo) {
      Accounts known = hall.getBean(Accounts.class);
      approveOrganisation(
          hall, known.actor(ids.get("demo-applicant")), known.actor(ids.get("demo-reviewer")));
    }
    return new DemoAccounts(people, password);
  }

  void tell() {
    Console.say("演示账号 demo accounts (密码 password: " + password + ")");
    people.forEach((name, role) -> Console.say("  " + name + "  " + role));
  }

  /** The first applicant's organisation is approved in every hall; the second has none yet. */
  private static void approveOrganisation(
      ApplicationContext hall, Actor applicant, Actor reviewer) {
    OrganisationProfiles profiles = hall.getBean(OrganisationProfiles.class);
    if (profiles.of(applicant).isEmpty()) {
      profiles.save(
          applicant,
          new OrganisationForm(
              "甘肃示范建设工程有限公司",
              "CREDIT_CODE",
              "91620100MA7100001D",
              "王建国",
              "34052419800101001X",
              "13800000001",
              "甘肃省兰州市城关区东岗西路100号",
              "李晓梅",
              "13800000002",
              "甘肃省",
              "兰州市",
              null));
    }
    long organisation = profiles.of(applicant).orElseThrow().id();
    for (PublishedPolicy policy : hall.getBean(PublishedPolicies.class).active()) {
      ApprovalState state = hall.getBean(ApprovalStates.class).of(organisation, policy.hall());
      if (state == ApprovalState.INCOMPLETE) {
        profiles.submit(applicant, policy.hall());
        hall.getBean(ProfileReview.class).approve(reviewer, organisation, policy.hall());
      }
    }
  }

  private static String phone(int number) {
    return "1380000%04d".formatted(100 + number);
  }

  private static String password(Path file) {
    String given = System.getenv("CERTHALL_DEMO_PASSWORD");
    try {
      if (given == null && Files.exists(file)) {
        return Files.readString(file).strip();
      }
      String password = given == null ? random() : given;
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, password);
      return password;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String random() {
    SecureRandom random = new SecureRandom();
    StringBuilder password = new StringBuilder("Hall-");
    for (int i = 0; i < 12; i++) {
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }
}
