package io.certhall.processes.invoice;

/** An invoice as PDF. */
public record InvoiceFile(String fileName, byte[] content) {

  @Override
  public String toString() {
    return "InvoiceFile[fileName=" + fileName + ", bytes=" + content.length + "]";
  }
}
