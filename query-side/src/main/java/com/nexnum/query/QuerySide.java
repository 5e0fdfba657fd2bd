package com.nexnum.query;

import com.nexnum.platform.NexNum;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** The executable of the query side. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class QuerySide {

    public static void main(String[] args) {
        NexNum.main(QuerySide.class, args);
    }
}
