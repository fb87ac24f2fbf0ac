/** Packs recovered keys. */
@NullMarked
package io.certhall.workers.recovery;

import org.jspecify.annotations.NullMarked;
