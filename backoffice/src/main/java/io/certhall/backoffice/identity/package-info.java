/** The identity check: page of the phone, pictures for reviewers, the provider. */
@NullMarked
package io.certhall.backoffice.identity;

import org.jspecify.annotations.NullMarked;
