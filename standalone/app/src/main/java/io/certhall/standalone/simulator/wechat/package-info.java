/** WeChat Pay v3 as a merchant sees it, with real signatures, and the payer's phone. */
@NullMarked
package io.certhall.standalone.simulator.wechat;

import org.jspecify.annotations.NullMarked;
