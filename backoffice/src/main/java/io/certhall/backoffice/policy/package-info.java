/** Published policies, prepared for reading. */
@NullMarked
package io.certhall.backoffice.policy;

import org.jspecify.annotations.NullMarked;
