package com.nexnum.platform.outbound;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code nexnum.outbound.*}.
 *
 * @param allowedNetworks that calls may go to although they are not public, in CIDR form
 */
@ConfigurationProperties("nexnum.outbound")
record OutboundProperties(@DefaultValue List<String> allowedNetworks) {}
