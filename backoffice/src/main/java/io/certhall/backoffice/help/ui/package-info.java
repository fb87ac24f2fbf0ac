/** Short help in the words of each hall. */
@NullMarked
package io.certhall.backoffice.help.ui;

import org.jspecify.annotations.NullMarked;
