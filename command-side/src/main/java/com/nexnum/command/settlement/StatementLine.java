package com.nexnum.command.settlement;

import com.nexnum.kernel.money.Money;
import java.time.LocalDate;

/**
 * One payment that a gateway settled.
 *
 * @param number where it stands in the statement: the row of a CSV file with its header as 1, or
 *     the place in a JSON list from 1
 * @param id what the gateway calls the line, never twice
 * @param reference what the gateway calls the payment, never twice
 * @param amount more than zero
 */
record StatementLine(int number, String id, String reference, Money amount, LocalDate date) {}
