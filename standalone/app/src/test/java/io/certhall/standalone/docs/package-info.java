/** What the documents say is compared with what there is. */
@NullMarked
package io.certhall.standalone.docs;

import org.jspecify.annotations.NullMarked;
