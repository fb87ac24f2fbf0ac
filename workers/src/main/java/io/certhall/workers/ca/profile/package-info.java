/** What a certificate may say: subjects, profiles, validity, serial numbers. */
@NullMarked
package io.certhall.workers.ca.profile;

import org.jspecify.annotations.NullMarked;
