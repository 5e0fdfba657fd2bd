package com.nexnum.query;

import com.nexnum.platform.PlatformAutoConfiguration;
import com.nexnum.platform.ScanProduct;
import com.nexnum.platform.roles.ConditionalOnRole;
import com.nexnum.platform.roles.ProcessRole;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The query side, in every process that plays its role. */
@AutoConfiguration(
        before = PlatformAutoConfiguration.class,
        beforeName = "org.axonframework.springboot.autoconfig.AxonAutoConfiguration")
@ConditionalOnRole(ProcessRole.QUERY)
@ScanProduct("com.nexnum.query")
@ConfigurationPropertiesScan("com.nexnum.query")
public class QuerySideAutoConfiguration {}
