package com.nexnum.command.platform.agenda;

/**
 * Work that came due and was taken up.
 *
 * @param taken how often it was taken up, this time included: above 1, an earlier time was not
 *     finished, or asked to come again
 */
public record Due(String kind, String subject, int taken, String details) {}
