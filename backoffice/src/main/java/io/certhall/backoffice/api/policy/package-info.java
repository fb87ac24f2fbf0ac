/** REST: a hall's policy, its history and its draft; for managers and auditors. */
@NullMarked
package io.certhall.backoffice.api.policy;

import org.jspecify.annotations.NullMarked;
