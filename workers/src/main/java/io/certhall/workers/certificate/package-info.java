/** Changes the state of certificates when the engine says so. */
@NullMarked
package io.certhall.workers.certificate;

import org.jspecify.annotations.NullMarked;
