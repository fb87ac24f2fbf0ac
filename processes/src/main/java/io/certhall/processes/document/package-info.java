/** Papers the hall fills in or shows as examples, as PDF with an embedded Chinese font. */
@NullMarked
package io.certhall.processes.document;

import org.jspecify.annotations.NullMarked;
