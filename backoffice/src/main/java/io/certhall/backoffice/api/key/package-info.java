@NullMarked
package io.certhall.backoffice.api.key;

import org.jspecify.annotations.NullMarked;
