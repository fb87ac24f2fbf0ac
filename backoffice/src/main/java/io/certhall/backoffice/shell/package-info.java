/** The frame around every view, and the parts that views share. */
@NullMarked
package io.certhall.backoffice.shell;

import org.jspecify.annotations.NullMarked;
