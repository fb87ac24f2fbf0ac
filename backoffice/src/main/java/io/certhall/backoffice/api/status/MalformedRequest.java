package io.certhall.backoffice.api.status;

/** Bytes that are no OCSP request; answered with malformedRequest. */
final class MalformedRequest extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedRequest(String where) {
    super(where);
  }
}
