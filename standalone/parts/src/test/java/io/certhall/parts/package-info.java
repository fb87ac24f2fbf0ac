@NullMarked
package io.certhall.parts;

import org.jspecify.annotations.NullMarked;
