/** What tests of the REST API share: one running server, a client, a payment provider. */
@NullMarked
package io.certhall.backoffice.api.support;

import org.jspecify.annotations.NullMarked;
