/** The public page where anybody looks certificates up and verifies signatures. */
@NullMarked
package io.certhall.backoffice.verification.ui;

import org.jspecify.annotations.NullMarked;
