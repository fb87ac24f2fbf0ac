@NullMarked
package io.certhall.agent;

import org.jspecify.annotations.NullMarked;
