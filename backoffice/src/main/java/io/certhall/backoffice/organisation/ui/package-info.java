/** The applicant's organisation and its people. */
@NullMarked
package io.certhall.backoffice.organisation.ui;

import org.jspecify.annotations.NullMarked;
