package io.certhall.backoffice.organisation.ui;

import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.organisation.InstitutionDocument;
import org.jspecify.annotations.Nullable;

/** What an organisation's document is called: its type, or its own name where it is another. */
public final class DocumentWords {

  private DocumentWords() {}

  public static String of(InstitutionDocument type, @Nullable String name) {
    return type == InstitutionDocument.OTHER && name != null ? name : Texts.of(type);
  }
}
