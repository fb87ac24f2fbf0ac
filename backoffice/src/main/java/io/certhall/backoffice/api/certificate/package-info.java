/** REST: certificates that were issued. */
@NullMarked
package io.certhall.backoffice.api.certificate;

import org.jspecify.annotations.NullMarked;
