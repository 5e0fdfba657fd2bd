package com.nexnum.command;

import com.nexnum.platform.NexNum;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** The executable of the command side; it hosts the query side too. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class CommandSide {

    public static void main(String[] args) {
        NexNum.main(CommandSide.class, args);
    }
}
