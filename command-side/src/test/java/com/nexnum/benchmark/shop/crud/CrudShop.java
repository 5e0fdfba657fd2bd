package com.nexnum.benchmark.shop.crud;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The hand-written shop, behind the web edge that ours stands behind. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class CrudShop {}
