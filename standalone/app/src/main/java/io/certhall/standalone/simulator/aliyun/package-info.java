/** What all simulated calls of Alibaba Cloud share: the signature and the shape of a refusal. */
@NullMarked
package io.certhall.standalone.simulator.aliyun;

import org.jspecify.annotations.NullMarked;
