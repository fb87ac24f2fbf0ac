package io.certhall.backoffice.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.certhall.processes.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.util.function.Supplier;

/** Links to files that are made or read when they are asked for. */
public final class Downloads {

  private Downloads() {}

  /** A file for the browser. */
  public record File(String name, String mediaType, byte[] content) {}

  /** Opens in a tab of its own, for looking and printing. */
  public static Anchor view(String text, Supplier<File> file) {
    Anchor link = new Anchor(handler(file), AttachmentType.INLINE, text);
    link.setTarget(AnchorTarget.BLANK);
    return link;
  }

  public static Anchor save(String text, Supplier<File> file) {
    return new Anchor(handler(file), AttachmentType.DOWNLOAD, text);
  }

  private static DownloadHandler handler(Supplier<File> source) {
    return DownloadHandler.fromInputStream(
        request -> {
          try {
            File file = source.get();
            return new DownloadResponse(
                new ByteArrayInputStream(file.content()),
                file.name(),
                file.mediaType(),
                file.content().length);
          } catch (Refusal refused) {
            return DownloadResponse.error(refused.kind().status());
          }
        });
  }
}
