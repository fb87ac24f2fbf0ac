/** REST: drafts and orders, their files and their way. */
@NullMarked
package io.certhall.backoffice.api.order;

import org.jspecify.annotations.NullMarked;
