package io.certhall.processes.attachment;

/** A file that has passed all checks. */
record NewFile(String code, String fileName, FileKind kind, byte[] content) {}
