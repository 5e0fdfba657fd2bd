package com.nexnum.command;

import com.nexnum.platform.PlatformAutoConfiguration;
import com.nexnum.platform.roles.ConditionalOnRole;
import com.nexnum.platform.roles.ProcessRole;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;

/** The command side, in every process that plays its role. */
@AutoConfiguration(
        before = PlatformAutoConfiguration.class,
        beforeName = "org.axonframework.springboot.autoconfig.AxonAutoConfiguration")
@ConditionalOnRole(ProcessRole.COMMAND)
@ComponentScan("com.nexnum.command")
@ConfigurationPropertiesScan("com.nexnum.command")
public class CommandSideAutoConfiguration {}
