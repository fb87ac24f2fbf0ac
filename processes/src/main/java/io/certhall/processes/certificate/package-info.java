/** Certificates that were issued, as holders and staff see them. */
@NullMarked
package io.certhall.processes.certificate;

import org.jspecify.annotations.NullMarked;
