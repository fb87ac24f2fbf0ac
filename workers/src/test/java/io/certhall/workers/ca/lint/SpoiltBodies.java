package io.certhall.workers.ca.lint;

import static io.certhall.workers.ca.CaSamples.NOW;

import io.certhall.workers.ca.CaSamples;
import io.certhall.workers.ca.CertificateAuthority;
import io.certhall.workers.ca.key.Sm2;
import io.certhall.workers.ca.profile.IdentityOids;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERT61String;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** For each rule about one certificate, a body that breaks it. */
record SpoiltBodies(EditableBody good, CertificateAuthority authority) {

  byte[] breaking(LintRule rule) {
    return switch (rule) {
      case BODY_UNREADABLE -> new byte[] {1, 2, 3};
      case BODY_NOT_DER -> good.ber();
      case ISSUER_MAY_NOT_ISSUE -> good.der();
      default -> spoilt(rule).der();
    };
  }

  private EditableBody spoilt(LintRule rule) {
    return switch (rule.name().substring(0, rule.name().indexOf('_'))) {
      case "VERSION", "UNIQUE", "SERIAL", "SIGNATURE", "ISSUER" -> spoiltHeader(rule);
      case "VALIDITY", "TIME" -> spoiltValidity(rule);
      case "SUBJECT" -> spoiltSubject(rule);
      default -> rule.name().startsWith("KEY_USAGE") ? spoiltUsage(rule) : spoiltRest(rule);
    };
  }

  private EditableBody spoiltHeader(LintRule rule) {
    return switch (rule) {
      case VERSION_NOT_3 ->
          good.withoutExtensions()
              .with(EditableBody.VERSION, new DERTaggedObject(true, 0, new ASN1Integer(1)));
      case UNIQUE_ID_PRESENT ->
          good.inserting(
              EditableBody.EXTENSIONS, new DERTaggedObject(false, 1, new DERBitString(1)));
      case SERIAL_NOT_POSITIVE -> good.serial(BigInteger.TWO.pow(100).negate());
      case SERIAL_TOO_SHORT -> good.serial(BigInteger.TWO.pow(62));
      case SERIAL_TOO_LONG -> good.serial(BigInteger.TWO.pow(159));
      case SIGNATURE_ALGORITHM_DIFFERS ->
          good.with(
              EditableBody.ALGORITHM,
              new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption));
      case ISSUER_NAME_DIFFERS -> good.with(EditableBody.ISSUER, new X500Name("CN=other"));
      default -> throw new IllegalArgumentException(rule.name());
    };
  }

  private EditableBody spoiltValidity(LintRule rule) {
    var end = NOW.plus(Duration.ofDays(365));
    var ca = authority.certificate();
    return switch (rule) {
      case VALIDITY_REVERSED -> good.validity(end, NOW);
      case VALIDITY_STARTS_BEFORE_ISSUER ->
          good.validity(ca.getNotBefore().toInstant().minusSeconds(1), end);
      case VALIDITY_ENDS_AFTER_ISSUER ->
          good.validity(NOW, ca.getNotAfter().toInstant().plusSeconds(1));
      case VALIDITY_TOO_LONG -> good.validity(NOW, NOW.plus(Duration.ofDays(5 * 365 + 2 + 93)));
      case VALIDITY_BACKDATED -> good.validity(NOW.minus(Duration.ofDays(8)), end);
      case VALIDITY_TOO_FAR_AHEAD ->
          good.validity(NOW.plus(Duration.ofDays(367)), NOW.plus(Duration.ofDays(700)));
      case VALIDITY_OVER ->
          good.validity(NOW.minus(Duration.ofDays(2)), NOW.minus(Duration.ofDays(1)));
      case TIME_ENCODING -> good.validity(new Time(Date.from(NOW), Locale.ROOT), generalized(end));
      default -> throw new IllegalArgumentException(rule.name());
    };
  }

  private static DERGeneralizedTime generalized(Instant instant) {
    return new DERGeneralizedTime(Date.from(instant));
  }

  private EditableBody spoiltSubject(LintRule rule) {
    return switch (rule) {
      case SUBJECT_EMPTY -> good.subject(names -> List.of());
      case SUBJECT_LAYOUT_DIFFERS -> good.subject(List::reversed);
      case SUBJECT_MULTI_VALUED ->
          good.subject(
              names -> {
                names.set(1, twoValues());
                return names;
              });
      case SUBJECT_VALUE_BLANK -> good.subject(BCStyle.CN, "");
      case SUBJECT_VALUE_TOO_LONG -> good.subject(BCStyle.CN, "三".repeat(65));
      case SUBJECT_ENCODING -> good.subject(BCStyle.CN, new DERT61String("Zhang San"));
      case SUBJECT_CHARACTER_FORBIDDEN -> good.subject(BCStyle.CN, "张\u0007三");
      case SUBJECT_COUNTRY_INVALID -> good.subject(BCStyle.C, new DERPrintableString("cn"));
      case SUBJECT_EQUALS_ISSUER ->
          good.with(EditableBody.SUBJECT, authority.certificate().getSubject());
      case SUBJECT_SHOWS_PERSON_NUMBER ->
          good.subject(BCStyle.CN, "张三" + CaSamples.RESIDENT_NUMBER);
      case SUBJECT_CREDIT_CODE_DIFFERS ->
          good.subject(BCStyle.ORGANIZATION_IDENTIFIER, "91512081MA62K0260E");
      case SUBJECT_KEY_DIFFERS ->
          good.extension(Extension.subjectKeyIdentifier, new SubjectKeyIdentifier(new byte[20]));
      default -> throw new IllegalArgumentException(rule.name());
    };
  }

  private static RDN twoValues() {
    return new RDN(
        new AttributeTypeAndValue[] {
          new AttributeTypeAndValue(BCStyle.ST, new DERUTF8String("甘肃省")),
          new AttributeTypeAndValue(BCStyle.L, new DERUTF8String("兰州市"))
        });
  }

  private EditableBody spoiltUsage(LintRule rule) {
    var uses =
        rule == LintRule.KEY_USAGE_OF_CA
            ? KeyUsage.digitalSignature | KeyUsage.keyCertSign
            : KeyUsage.digitalSignature;
    return good.extension(Extension.keyUsage, new KeyUsage(uses));
  }

  private EditableBody spoiltRest(LintRule rule) {
    var point = SubjectPublicKeyInfo.getInstance(good.fields().get(EditableBody.KEY));
    var octets = point.getPublicKeyData().getOctets();
    return switch (rule) {
      case KEY_ALGORITHM_NOT_ALLOWED ->
          good.key(
              new SubjectPublicKeyInfo(
                  new AlgorithmIdentifier(
                      X9ObjectIdentifiers.id_ecPublicKey, X9ObjectIdentifiers.prime256v1),
                  octets));
      case KEY_POINT_FORM ->
          good.key(new SubjectPublicKeyInfo(Sm2.KEY, Sm2.publicKey(point).getQ().getEncoded(true)));
      case KEY_NOT_ON_CURVE -> {
        octets[64] ^= 1;
        yield good.key(new SubjectPublicKeyInfo(Sm2.KEY, octets));
      }
      case KEY_WEAK ->
          good.key(
              new SubjectPublicKeyInfo(
                  Sm2.KEY, Sm2.DOMAIN.getG().multiply(BigInteger.valueOf(200)).getEncoded(false)));
      case KEY_IS_ISSUERS -> good.key(authority.key().publicKey());
      case EXTENSION_MISSING -> good.without(Extension.keyUsage);
      case EXTENSION_UNEXPECTED -> good.extension(Extension.inhibitAnyPolicy, new ASN1Integer(0));
      case EXTENSION_CRITICALITY ->
          good.extension(
              new Extension(
                  Extension.keyUsage,
                  false,
                  good.extensions().getExtension(Extension.keyUsage).getExtnValue()));
      case EXTENSION_UNREADABLE ->
          good.extension(
              new Extension(Extension.keyUsage, true, new DEROctetString(new byte[] {3, 9, 9})));
      case EXTENDED_USAGE_DIFFERS ->
          good.extension(
              Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
      case BASIC_CONSTRAINTS_CA ->
          good.extension(Extension.basicConstraints, new BasicConstraints(true));
      case POLICY_DIFFERS ->
          good.extension(
              Extension.certificatePolicies,
              new CertificatePolicies(
                  new PolicyInformation(new ASN1ObjectIdentifier("2.5.29.32.0"))));
      case CRL_ADDRESS_DIFFERS ->
          good.extension(Extension.cRLDistributionPoints, new DERSequence());
      case ACCESS_ADDRESS_DIFFERS -> good.extension(Extension.authorityInfoAccess, otherAccess());
      case AUTHORITY_KEY_DIFFERS ->
          good.extension(
              Extension.authorityKeyIdentifier, new AuthorityKeyIdentifier(new byte[20]));
      case CREDIT_CODE_INVALID ->
          good.extension(
              IdentityOids.GMT_0015.organisation(), new DERPrintableString("91350100M000100Y4"));
      case PERSON_NUMBER_INVALID ->
          good.extension(
              IdentityOids.GMT_0015.person(), new DERPrintableString(CaSamples.RESIDENT_NUMBER));
      default -> throw new IllegalArgumentException(rule.name());
    };
  }

  private static ASN1Encodable otherAccess() {
    return new AuthorityInformationAccess(
        AccessDescription.id_ad_ocsp,
        new GeneralName(
            GeneralName.uniformResourceIdentifier, new DERIA5String("http://elsewhere.cn")));
  }
}
