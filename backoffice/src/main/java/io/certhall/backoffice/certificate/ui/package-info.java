/** The certificates of a holder. */
@NullMarked
package io.certhall.backoffice.certificate.ui;

import org.jspecify.annotations.NullMarked;
