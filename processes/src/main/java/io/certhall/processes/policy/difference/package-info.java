/** What differs between two versions of a policy, in the words of its files. */
@NullMarked
package io.certhall.processes.policy.difference;

import org.jspecify.annotations.NullMarked;
