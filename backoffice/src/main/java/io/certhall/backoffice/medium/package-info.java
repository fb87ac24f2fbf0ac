/** Key media as sheets and pages. */
@NullMarked
package io.certhall.backoffice.medium;

import org.jspecify.annotations.NullMarked;
