package io.certhall.backoffice.api.status;

import java.util.Arrays;

/** Reads DER one value after the other; says where it breaks off, and never past its end. */
final class DerReader {

  static final int INTEGER = 0x02;
  static final int OCTET_STRING = 0x04;
  static final int SEQUENCE = 0x30;

  private static final int LONG_FORM = 0x80;
  private static final int MOST_LENGTH_BYTES = 3;

  private final byte[] bytes;
  private final int end;
  private int at;

  DerReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private DerReader(byte[] bytes, int at, int end) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  boolean isAtEnd() {
    return at == end;
  }

  boolean isNext(int tag) {
    return at < end && (bytes[at] & 0xff) == tag;
  }

  /** The inside of the next value, which has to have this tag. */
  DerReader enter(int tag) {
    if (!isNext(tag)) {
      throw new MalformedRequest("tag " + Integer.toHexString(tag) + " at " + at);
    }
    at++;
    int length = length();
    if (length > end - at) {
      throw new MalformedRequest("value ends early at " + at);
    }
    DerReader inside = new DerReader(bytes, at, at + length);
    at += length;
    return inside;
  }

  byte[] content(int tag) {
    DerReader inside = enter(tag);
    return Arrays.copyOfRange(bytes, inside.at, inside.end);
  }

  /** Passes over the next value if it has this tag. */
  void skip(int tag) {
    if (isNext(tag)) {
      enter(tag);
    }
  }

  void requireEnd() {
    if (!isAtEnd()) {
      throw new MalformedRequest("more than expected at " + at);
    }
  }

  private int length() {
    int first = octet();
    if (first < LONG_FORM) {
      return first;
    }
    int count = first - LONG_FORM;
    if (count == 0 || count > MOST_LENGTH_BYTES) {
      throw new MalformedRequest("length at " + at);
    }
    int length = 0;
    for (int i = 0; i < count; i++) {
      length = length << 8 | octet();
    }
    return length;
  }

  private int octet() {
    if (at >= end) {
      throw new MalformedRequest("ends early at " + at);
    }
    return bytes[at++] & 0xff;
  }
}
