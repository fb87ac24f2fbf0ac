package io.certhall.processes.recovery;

/** The certificate a recovered key is packed for. */
record Recipient(String serial, String subject, byte[] der) {}
