package io.certhall.processes.certificate;

import org.jspecify.annotations.Nullable;

/**
 * What a key says of itself when it is plugged in.
 *
 * @param keySerial printed on the key and readable from it
 * @param issuer who issued the certificate on it: the CA's name, or its whole subject
 * @param csrPem PKCS#10 request made on the key; null when the medium makes its key pair itself
 */
public record KeyReading(
    @Nullable String keySerial, @Nullable String issuer, @Nullable String csrPem) {}
