package io.certhall.workers.ca.escrow;

/** An encryption private key on its way: only the owner of the recipient's key can open it. */
public sealed interface KeyEnvelope permits EnvelopedKey, CmsKeyEnvelope {

  /** SM2EnvelopedKey for SM2 keys, CMS EnvelopedData around PKCS#8 for others. */
  byte[] der();

  /** The form that key media take through SKF; empty for keys other than SM2. */
  byte[] skfBlob();
}
