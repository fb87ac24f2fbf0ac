package io.certhall.processes.issuance;

import io.certhall.processes.order.CertificateType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A certificate to be issued, with the facts that go into it. Personal data in clear. */
public record IssuingItem(
    String orderNo,
    int itemSeq,
    CertificateType type,
    int years,
    List<String> seals,
    @Nullable String mediumSerial,
    @Nullable String signingCsr,
    String organisationName,
    String creditCode,
    String province,
    String city,
    @Nullable String personName,
    @Nullable String personIdNo,
    @Nullable Long personId) {}
