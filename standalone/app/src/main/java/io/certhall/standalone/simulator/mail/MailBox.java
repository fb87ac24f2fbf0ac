package io.certhall.standalone.simulator.mail;

import io.certhall.standalone.simulator.JsonLinesFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All mails that came, newest first; they survive a restart. */
public final class MailBox implements AutoCloseable {

  private static final int MOST = 2000;

  private final JsonLinesFile<ReceivedMail> file;
  private final List<ReceivedMail> mails;

  public MailBox(JsonLinesFile<ReceivedMail> file) {
    this.file = file;
    this.mails = new ArrayList<>(file.read());
  }

  synchronized void add(ReceivedMail mail) {
    file.append(mail);
    mails.add(mail);
    if (mails.size() > MOST) {
      mails.removeFirst();
    }
  }

  /**
   * @param to null or blank for everybody's
   */
  synchronized List<ReceivedMail> mails(@Nullable String to) {
    String wanted = to == null ? "" : to.strip().toLowerCase(Locale.ROOT);
    return mails.stream()
        .filter(
            mail ->
                wanted.isEmpty()
                    || mail.to().stream()
                        .anyMatch(address -> address.toLowerCase(Locale.ROOT).equals(wanted)))
        .sorted(Comparator.comparing(ReceivedMail::at).reversed())
        .toList();
  }

  synchronized Optional<ReceivedMail> find(String id) {
    return mails.stream().filter(mail -> mail.id().equals(id)).findFirst();
  }

  @Override
  public void close() {
    file.close();
  }
}
