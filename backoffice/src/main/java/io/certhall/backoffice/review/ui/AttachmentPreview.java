package io.certhall.backoffice.review.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.attachment.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** One document on the page: a picture, or the pages of a PDF one below the other. */
public final class AttachmentPreview extends Div {

  private static final long serialVersionUID = 1L;
  private static final int MOST_PAGES = 30;

  private int zoomPercent = 100;
  private int turns;

  public AttachmentPreview(StoredFile file, String title) {
    addClassName("preview-pages");
    getElement().setAttribute("tabindex", "0");
    if (file.format().equals("pdf")) {
      addPages(file, title);
    } else {
      add(picture(file.fileName(), file.mediaType(), file::content, title));
    }
  }

  public void zoom(int byPercent) {
    zoomPercent = Math.clamp(zoomPercent + byPercent, 40, 300);
    getStyle().set("--preview-width", zoomPercent + "%");
  }

  /** A quarter to the right. */
  public void turn() {
    turns = (turns + 1) % 4;
    getStyle().set("--preview-turn", turns * 90 + "deg");
  }

  /** A link to the file as it was uploaded. */
  public static Anchor original(StoredFile file) {
    Anchor link =
        new Anchor(
            DownloadHandler.fromInputStream(
                event ->
                    new DownloadResponse(
                        new ByteArrayInputStream(file.content()),
                        file.fileName(),
                        file.mediaType(),
                        file.content().length)),
            AttachmentType.DOWNLOAD,
            Texts.of("staff.review.original"));
    link.addClassName("small");
    return link;
  }

  private void addPages(StoredFile file, String title) {
    PdfPages pages;
    try {
      pages = new PdfPages(file.content());
    } catch (IOException unreadable) {
      add(new Paragraph(Texts.of("staff.review.unreadable")));
      return;
    }
    for (int i = 0; i < Math.min(MOST_PAGES, pages.count()); i++) {
      int page = i;
      Image picture =
          picture(
              "page-" + (i + 1) + ".jpg",
              "image/jpeg",
              () -> pages.page(page),
              Texts.of("staff.review.page", title, i + 1, pages.count()));
      picture.getElement().setAttribute("loading", "lazy");
      add(picture);
    }
    if (pages.count() > MOST_PAGES) {
      add(new Paragraph(Texts.of("staff.review.morePages", pages.count() - MOST_PAGES)));
    }
  }

  /** Bytes that are made when the browser asks for them. */
  private interface Content {
    byte[] bytes() throws IOException;
  }

  private static Image picture(String name, String type, Content content, String alt) {
    return new Image(
        DownloadHandler.fromInputStream(
                event -> {
                  byte[] bytes = content.bytes();
                  return new DownloadResponse(
                      new ByteArrayInputStream(bytes), name, type, bytes.length);
                })
            .inline(),
        alt);
  }
}
