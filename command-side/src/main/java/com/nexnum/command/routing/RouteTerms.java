package com.nexnum.command.routing;

import com.nexnum.command.routing.learning.Judge;

/**
 * The rules of choosing.
 *
 * @param qualityHeadroomPercent how far above the best price a customer goes who asks for quality
 *     and names no limit
 */
record RouteTerms(Judge judge, int qualityHeadroomPercent) {}
