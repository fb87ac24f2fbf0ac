/** The first page: for guests, applicants and staff. */
@NullMarked
package io.certhall.backoffice.home.ui;

import org.jspecify.annotations.NullMarked;
