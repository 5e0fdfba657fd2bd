package com.nexnum.command;

import com.nexnum.platform.PlatformAutoConfiguration;
import com.nexnum.platform.ScanProduct;
import com.nexnum.platform.roles.ConditionalOnRole;
import com.nexnum.platform.roles.ProcessRole;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The command side, in every process that plays its role. */
@AutoConfiguration(
        before = PlatformAutoConfiguration.class,
        beforeName = "org.axonframework.springboot.autoconfig.AxonAutoConfiguration")
@ConditionalOnRole(ProcessRole.COMMAND)
@ScanProduct("com.nexnum.command")
@ConfigurationPropertiesScan("com.nexnum.command")
public class CommandSideAutoConfiguration {}
