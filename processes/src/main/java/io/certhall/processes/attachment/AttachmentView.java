package io.certhall.processes.attachment;

import java.time.Instant;

/**
 * A file in force, without its content.
 *
 * @param format what the content is, as a lower-case extension: pdf, jpg, png, gif or bmp
 * @param sha256 of the content as uploaded, lower-case hexadecimal
 */
public record AttachmentView(
    String code,
    String fileName,
    String format,
    long sizeBytes,
    String sha256,
    Instant uploadedAt) {}
