@NullMarked
package io.certhall.agent.token;

import org.jspecify.annotations.NullMarked;
