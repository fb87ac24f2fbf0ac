package io.certhall.processes.recovery;

import org.jspecify.annotations.Nullable;

/**
 * What an officer asks for.
 *
 * @param serial of the encryption certificate, or of its signing twin
 * @param recipientSerial user recovery: a valid signing certificate of the same holder
 * @param recipientCertificate judicial recovery: the authority's certificate, PEM or base64
 * @param authority judicial recovery: who asks
 * @param caseNo judicial recovery: under which number
 */
public record RecoveryForm(
    RecoveryKind kind,
    @Nullable String serial,
    @Nullable String reason,
    @Nullable String recipientSerial,
    @Nullable String recipientCertificate,
    @Nullable String authority,
    @Nullable String caseNo) {

  public static RecoveryForm user(String serial, String reason, String recipientSerial) {
    return new RecoveryForm(RecoveryKind.USER, serial, reason, recipientSerial, null, null, null);
  }

  public static RecoveryForm judicial(
      String serial, String reason, String recipient, String authority, String caseNo) {
    return new RecoveryForm(
        RecoveryKind.JUDICIAL, serial, reason, null, recipient, authority, caseNo);
  }
}
