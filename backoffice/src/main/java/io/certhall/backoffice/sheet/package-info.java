/** Spreadsheets people hand in, read with suspicion. */
@NullMarked
package io.certhall.backoffice.sheet;

import org.jspecify.annotations.NullMarked;
