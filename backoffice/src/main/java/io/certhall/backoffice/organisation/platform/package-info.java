/** The shared subject platform over HTTP. */
@NullMarked
package io.certhall.backoffice.organisation.platform;

import org.jspecify.annotations.NullMarked;
