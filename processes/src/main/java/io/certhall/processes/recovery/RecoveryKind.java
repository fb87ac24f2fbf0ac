package io.certhall.processes.recovery;

/** For whom a key is recovered. */
public enum RecoveryKind {
  /** For its holder, to a valid certificate of the same holder. */
  USER,
  /** For an authority, to a certificate that it names. */
  JUDICIAL
}
