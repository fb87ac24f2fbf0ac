/** Spring wiring of this module. */
@NullMarked
package io.certhall.backoffice.configuration;

import org.jspecify.annotations.NullMarked;
