/** Numbers the state gives to persons and organisations, with their check digits. */
@NullMarked
package io.certhall.processes.identifier;

import org.jspecify.annotations.NullMarked;
